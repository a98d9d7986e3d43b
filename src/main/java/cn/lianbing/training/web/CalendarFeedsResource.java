package cn.lianbing.training.web;

import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.PublicAddress;
import cn.lianbing.training.CalendarFeeds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Secret addresses from which calendar programs read. */
@Path("/calendar-feeds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "training")
public class CalendarFeedsResource {
  @Inject CalendarFeeds feeds;
  @Inject CurrentUser user;
  @Inject PublicAddress addresses;

  /** unit: null for the caller's own sessions. */
  public record FeedView(long id, TrainingSessionsResource.UnitRef unit, OffsetDateTime createdAt) {}

  public record FeedBody(Long unitId) {
    @JsonbCreator
    public FeedBody {}
  }

  /** webcal: the same address, as calendar programs open it of themselves. */
  public record FeedAddress(String address, String webcal) {}

  @GET
  @Operation(summary = "The caller's open addresses", description = "Not what they are: that was said once and is kept nowhere.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<FeedView> list(@BeanParam Listing listing) {
    return listing.cut(feeds.of(user.caller()).stream().map(row -> new FeedView(row.id(), row.unitId() == null ? null : new TrainingSessionsResource.UnitRef(row.unitId(), row.unit()), Times.offset(row.createdAt()))).toList());
  }

  @POST
  @Operation(summary = "A new address", description = "unitId: that unit's sessions, which must be within reach; without it the caller's own. The former address for the same ends.")
  @APIResponse(responseCode = "201", description = "The address, said this once")
  @APIResponse(responseCode = "404", description = "not-found")
  public Response open(FeedBody body) {
    String address = addresses.of(CalendarServlet.path(feeds.open(user.caller(), body == null ? null : body.unitId())));
    return Response.status(201).entity(new FeedAddress(address, CalendarFeedPage.webcal(address))).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "End an address")
  @APIResponse(responseCode = "204", description = "Nobody reads there any more")
  @APIResponse(responseCode = "404", description = "not-found")
  public void close(@PathParam("id") long id) {
    feeds.close(user.caller(), id);
  }
}
