package cn.lianbing.training.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.training.DutyDays;
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
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When units are on duty and cannot send people. */
@Path("/unit-duties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "training")
@Roles({"TRAINER", "UNIT_ADMIN"})
public class UnitDutiesResource {
  @Inject DutyDays duty;
  @Inject CurrentUser user;
  @Inject Clock clock;

  public record DutyView(long id, TrainingSessionsResource.UnitRef unit, LocalDate from, LocalDate to, String what) {}

  public record DutyBody(Long unitId, LocalDate from, LocalDate to, String what) {
    @JsonbCreator
    public DutyBody {}
  }

  @GET
  @Operation(summary = "Duties of units within reach that are not over")
  @APIResponse(responseCode = "200", description = "A page, by day")
  public Page<DutyView> list(@BeanParam Listing listing) {
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    return listing.cut(duty.from(user.caller(), today).stream().map(row -> new DutyView(row.id(), new TrainingSessionsResource.UnitRef(row.unitId(), row.unit()), row.from(), row.to(), row.what())).toList());
  }

  @POST
  @Operation(summary = "Note a duty", description = "unitId: the caller's own unit where it is not given.")
  @APIResponse(responseCode = "201", description = "Sessions in that time are warned of")
  @APIResponse(responseCode = "404", description = "not-found: no such unit within reach")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response add(DutyBody body) {
    Long unit = Asked.body(body).unitId() == null ? user.caller().unitId() : body.unitId();
    if (unit == null) throw Invalid.field("unitId", "required");
    return Response.status(201).entity(new TrainingSessionsResource.Created(duty.add(user.caller(), unit, body.from(), body.to(), body.what()))).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a duty")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") long id) {
    duty.remove(user.caller(), id);
  }
}
