package cn.lianbing.paper.web;

import cn.lianbing.paper.ItemExclusions;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items that may not stand on one paper. */
@Path("/item-exclusions")
@RequestScoped
@Roles("EXAM_ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemExclusionsResource {
  @Inject ItemExclusions exclusions;
  @Inject CurrentUser user;

  public record ExclusionView(String first, String second, String reason) {
    @JsonbCreator
    public ExclusionView {}
  }

  public record ExclusionList(List<ExclusionView> items, long total, int page, int size) {}

  @GET
  @Operation(summary = "Pairs of items that may not stand on one paper")
  @APIResponse(responseCode = "200", description = "A page of pairs")
  public ExclusionList list(@BeanParam Listing listing) {
    listing.request();
    Page<ItemExclusions.Row> page = listing.cut(exclusions.all(user.caller()));
    return new ExclusionList(page.items().stream().map(one -> new ExclusionView(one.first(), one.second(), one.reason())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Operation(summary = "Let two items exclude each other")
  @APIResponse(responseCode = "204", description = "They do")
  @APIResponse(responseCode = "409", description = "exclusion-there")
  @APIResponse(responseCode = "422", description = "invalid: first, second, reason")
  public Response exclude(ExclusionView body) {
    if (body == null) throw Invalid.field("first", "required");
    exclusions.exclude(user.caller(), body.first(), body.second(), body.reason());
    return Response.noContent().build();
  }

  @DELETE
  @Path("/{first}/{second}")
  @Operation(summary = "Let two items stand on one paper again")
  @APIResponse(responseCode = "204", description = "They may")
  public Response allow(@PathParam("first") String first, @PathParam("second") String second) {
    exclusions.allow(user.caller(), first, second);
    return Response.noContent().build();
  }
}
