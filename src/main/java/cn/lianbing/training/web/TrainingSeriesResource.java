package cn.lianbing.training.web;

import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.training.SeriesKeeping;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The yearly plans. */
@Path("/training-series")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "training")
public class TrainingSeriesResource {
  @Inject SeriesKeeping series;
  @Inject CurrentUser user;

  public record SeriesView(long id, int year, String title, String basis, String unit, int goal, String state, long held, long coming) {}

  public record SeriesBody(Integer year, String title, String basis, Integer goal) {
    @JsonbCreator
    public SeriesBody {}

    SeriesKeeping.Data data() {
      return new SeriesKeeping.Data(year == null ? 0 : year, title, basis, goal == null ? -1 : goal);
    }
  }

  @GET
  @Operation(summary = "The yearly plans and how far they are")
  @APIResponse(responseCode = "200", description = "A page of plans, the newest year first")
  public Page<SeriesView> list(@BeanParam Listing listing) {
    return listing.cut(series.all().stream().map(row -> new SeriesView(row.id(), row.year(), row.title(), row.basis(), row.unit(), row.goal(), row.state().name(), row.held(), row.coming())).toList());
  }

  @POST
  @Roles("TRAINER")
  @Operation(summary = "Add a yearly plan")
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response add(SeriesBody body) {
    return Response.status(201).entity(new TrainingSessionsResource.Created(series.add(user.caller(), Asked.body(body).data()))).build();
  }

  @PUT
  @Path("{id}")
  @Roles("TRAINER")
  @Operation(summary = "Change a yearly plan")
  @APIResponse(responseCode = "204", description = "Changed; its sessions stay with it")
  @APIResponse(responseCode = "422", description = "invalid")
  public void change(@PathParam("id") long id, SeriesBody body) {
    series.change(user.caller(), id, Asked.body(body).data());
  }

  @POST
  @Path("{id}/closing")
  @Roles("TRAINER")
  @Operation(summary = "Close a yearly plan")
  @APIResponse(responseCode = "204", description = "No session joins it any more")
  public void close(@PathParam("id") long id) {
    series.close(user.caller(), id);
  }
}
