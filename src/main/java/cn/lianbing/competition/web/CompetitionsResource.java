package cn.lianbing.competition.web;

import cn.lianbing.competition.CompetitionPlanning;
import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Consents;
import cn.lianbing.competition.Excuses;
import cn.lianbing.competition.Registering;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Asked;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import cn.lianbing.platform.web.Answers;

/** Competitions: planning, registration of units, excuses, consent to show one's name. */
@Path("/competitions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "competition")
public class CompetitionsResource {
  @Inject Competitions competitions;
  @Inject CompetitionPlanning planning;
  @Inject Registering registering;
  @Inject Excuses excuses;
  @Inject Consents consents;
  @Inject CurrentUser user;

  public record ExcuseDecision(Boolean approved, String reason) {
    @JsonbCreator
    public ExcuseDecision {}
  }

  public record ConsentView(boolean given) {}

  @GET
  @Operation(summary = "Competitions, the newest first", description = "What is only planned is for those who run it.")
  @APIResponse(responseCode = "200", description = "A page of competitions")
  public Page<Competitions.CompetitionRow> list(@BeanParam Listing listing) {
    return competitions.page(user.caller(), listing.request());
  }

  @POST
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Plan a competition")
  @APIResponse(responseCode = "201", description = "Planned; Location names it")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Competitions.CompetitionView.class)
  public Response plan(CompetitionInputs.CompetitionInput input) {
    long id = planning.plan(user.caller(), Asked.body(input).plan());
    return Response.created(URI.create("competitions/" + id)).entity(one(id)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "A competition with its rules and stages")
  @APIResponse(responseCode = "200", description = "The competition")
  public Competitions.CompetitionView one(@PathParam("id") long id) {
    return competitions.view(user.caller(), id);
  }

  @PUT
  @Path("{id: \\d{1,18}}")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Change it, while it is only planned")
  @APIResponse(responseCode = "200", description = "Changed")
  @APIResponse(responseCode = "409", description = "competition-published; changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid")
  public Competitions.CompetitionView change(@PathParam("id") long id, CompetitionInputs.CompetitionInput input) {
    planning.change(user.caller(), id, Asked.body(input).plan());
    return one(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/publication")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Publish it, so that units can register; the weights of its stages make 100")
  @APIResponse(responseCode = "200", description = "Published")
  @APIResponse(responseCode = "409", description = "competition-published, competition-no-stage, competition-weights")
  public Competitions.CompetitionView publish(@PathParam("id") long id) {
    planning.publish(user.caller(), id);
    return one(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/closing")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Close it once all its stages are")
  @APIResponse(responseCode = "200", description = "Closed")
  @APIResponse(responseCode = "409", description = "competition-stages-open")
  public Competitions.CompetitionView close(@PathParam("id") long id) {
    planning.close(user.caller(), id);
    return one(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/stages")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Add a stage after the last", description = "kind: EXAM (examId), PRACTICAL (entrants INDIVIDUAL or TEAM), LIVE_FINAL. advancement: who goes on to it from the one before; without it whoever registered. twoEntries: true unless it is false.")
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "409", description = "competition-published")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Competitions.CompetitionView.class)
  public Response addStage(@PathParam("id") long id, CompetitionInputs.StageInput input) {
    planning.addStage(user.caller(), id, Asked.body(input).plan());
    return Response.status(201).entity(one(id)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}/registrations")
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "What units within reach registered")
  @APIResponse(responseCode = "200", description = "A page of registrations")
  public Page<Registering.RegistrationView> registrations(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(registering.all(user.caller(), id));
  }

  @PUT
  @Path("{id: \\d{1,18}}/registrations/{unit: \\d{1,18}}")
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN"})
  @Operation(summary = "Register a unit's team and people, or change what is registered", description = "Until the deadline as often as one likes; after it once, within the days of correction, as long as nobody stands in a stage. role: LEADER, ON_STAGE, RESERVE, INDIVIDUAL.")
  @APIResponse(responseCode = "200", description = "Registered")
  @APIResponse(responseCode = "409", description = "registration-closed, registration-corrected, member-elsewhere; changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid: every rule of teams that is broken")
  public Registering.RegistrationView register(@PathParam("id") long id, @PathParam("unit") long unit, CompetitionInputs.RegistrationInput input) {
    registering.register(user.caller(), id, unit, Asked.body(input).contact(), input.lines());
    return registration(id, unit);
  }

  @GET
  @Path("{id: \\d{1,18}}/registrations/{unit: \\d{1,18}}")
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "What a unit registered")
  @APIResponse(responseCode = "200", description = "The registration")
  public Registering.RegistrationView registration(@PathParam("id") long id, @PathParam("unit") long unit) {
    return registering.of(user.caller(), id, unit).orElseThrow(() -> new NotFound("registration", unit));
  }

  @DELETE
  @Path("{id: \\d{1,18}}/registrations/{unit: \\d{1,18}}")
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN"})
  @Operation(summary = "Withdraw it, until the deadline")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "registration-closed")
  public void withdraw(@PathParam("id") long id, @PathParam("unit") long unit) {
    registering.withdraw(user.caller(), id, unit);
  }

  @GET
  @Path("{id: \\d{1,18}}/excuses")
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Who is to be excused from a stage, within reach; those first of which nobody decided")
  @APIResponse(responseCode = "200", description = "A page of excuses")
  public Page<Excuses.ExcuseRow> excuses(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(excuses.all(user.caller(), id));
  }

  @POST
  @Path("excuses/{id: \\d{1,18}}/decision")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Approve an excuse, or refuse it with a reason")
  @APIResponse(responseCode = "204", description = "Decided")
  @APIResponse(responseCode = "409", description = "excuse-decided")
  @APIResponse(responseCode = "422", description = "invalid")
  public void decide(@PathParam("id") long id, ExcuseDecision input) {
    excuses.decide(user.caller(), id, Boolean.TRUE.equals(Asked.body(input).approved()), input.reason());
  }

  @GET
  @Path("{id: \\d{1,18}}/consent")
  @Operation(summary = "Whether one agreed that public lists show one's full name")
  @APIResponse(responseCode = "200", description = "given")
  public ConsentView consent(@PathParam("id") long id) {
    competitions.seen(user.caller(), id);
    return new ConsentView(consents.given(user.caller(), id));
  }

  @PUT
  @Path("{id: \\d{1,18}}/consent")
  @Roles("OFFICER")
  @Operation(summary = "Agree, for oneself alone")
  @APIResponse(responseCode = "204", description = "Given")
  public void agree(@PathParam("id") long id) {
    consents.give(user.caller(), id);
  }

  @DELETE
  @Path("{id: \\d{1,18}}/consent")
  @Roles("OFFICER")
  @Operation(summary = "Take it back; it ends at once")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  public void disagree(@PathParam("id") long id) {
    consents.withdraw(user.caller(), id);
  }
}
