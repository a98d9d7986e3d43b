package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FollowUp;
import cn.lianbing.feedback.FollowUps;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is to be done after sessions. */
@Path("/follow-ups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN"})
@Tag(name = "feedback")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
public class FollowUpsResource {
  @Inject FollowUps followUps;
  @Inject CurrentUser user;

  public record FollowUpView(long id, long sessionId, String session, FollowUp.Source source, String task, LocalDate dueOn, FollowUp.State state, String outcome, boolean late) {}

  /** dueOn: in two weeks where it is missing */
  public record FollowUpInput(Long sessionId, String task, LocalDate dueOn) {
    @JsonbCreator
    public FollowUpInput {}
  }

  /** done false: it need not be done; outcome says what came of it, or why not */
  public record SettlementInput(Boolean done, String outcome) {
    @JsonbCreator
    public SettlementInput {}
  }

  public record Created(long id) {}

  @GET
  @Operation(summary = "Tasks within reach, the open and urgent ones first")
  @APIResponse(responseCode = "200", description = "A page of tasks")
  public Page<FollowUpView> list(@QueryParam("state") String state, @QueryParam("session") String session, @BeanParam Listing listing) {
    Page<FollowUps.Row> page = followUps.page(user.caller(), Asked.one(FollowUp.State.class, state), Asked.id(session), listing.request());
    return new Page<>(page.items().stream().map(row -> new FollowUpView(row.id(), row.sessionId(), row.session(), row.source(), row.task(), row.dueOn(), row.state(), row.outcome(), row.late())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Operation(summary = "Add a task to a session")
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response add(FollowUpInput input) {
    if (Asked.body(input).sessionId() == null) throw new NotFound("trainingSession", null);
    return Response.status(201).entity(new Created(followUps.add(user.caller(), input.sessionId(), input.task(), input.dueOn()))).build();
  }

  @POST
  @Path("{id}/settlement")
  @Operation(summary = "Say that a task is done, or need not be")
  @APIResponse(responseCode = "204", description = "Settled")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "task-settled")
  @APIResponse(responseCode = "422", description = "invalid: no outcome")
  public void settle(@PathParam("id") long id, SettlementInput input) {
    followUps.settle(user.caller(), id, !Boolean.FALSE.equals(Asked.body(input).done()), input.outcome());
  }
}
