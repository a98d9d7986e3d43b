package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.Enrolling;
import cn.lianbing.enrolment.Enrolments;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seats in a session. */
@Path("/training-sessions/{id}/enrolments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", "TRAINER", "UNIT_ADMIN"})
@Tag(name = "training enrolment")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found: no such session, enrolment or officer within the caller's reach")
public class EnrolmentsResource {
  @Inject Enrolling enrolling;
  @Inject Enrolments enrolments;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;

  public record EnrolmentRow(long id, long personId, String person, long unitId, String unit, @Schema(type = SchemaType.STRING, enumeration = {"ENROLLED", "WAITING"}) String state, Integer position, OffsetDateTime since) {}

  public record EnrolmentList(List<EnrolmentRow> items, long total, int page, int size, Integer seats, long enrolled, long waiting) {}

  /** open: somebody may enrol now; invited: the caller may. */
  public record OwnEnrolment(Long id, String state, Integer position, Integer seats, long enrolled, long waiting, boolean open, boolean invited, OffsetDateTime enrolUntil, OffsetDateTime cancelUntil) {}

  /** Without personIds the caller alone. */
  public record EnrolmentInput(List<Long> personIds) {
    @JsonbCreator
    public EnrolmentInput {}
  }

  /** code and message say why not; state is null then. */
  public record EnrolmentOutcome(long personId, String person, @Schema(type = SchemaType.STRING, enumeration = {"ENROLLED", "WAITING"}) String state, Integer position, String code, String message) {}

  public record EnrolmentOutcomes(List<EnrolmentOutcome> items) {}

  public record CancellationInput(String reason) {
    @JsonbCreator
    public CancellationInput {}
  }

  @GET
  @Roles({"TRAINER", "UNIT_ADMIN", "AUDITOR", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Who is enrolled, then who waits, in order", description = "All for the organiser; for others their own reach. The figures count everybody.")
  @APIResponse(responseCode = "200", description = "A page of enrolments", content = @Content(schema = @Schema(ref = "EnrolmentList")))
  @APIResponse(responseCode = "400", description = "invalid")
  public EnrolmentList list(@PathParam("id") long id, @BeanParam Listing listing) {
    var cut = listing.cut(enrolments.of(user.caller(), id));
    var figures = enrolments.figures(user.caller(), id);
    return new EnrolmentList(cut.items().stream().map(row -> new EnrolmentRow(row.id(), row.officerId(), row.name(), row.unitId(), row.unit(), row.state().name(), row.position(), Times.offset(row.enrolledAt()))).toList(), cut.total(), cut.page(), cut.size(), figures.seats(), figures.enrolled(), figures.waiting());
  }

  @GET
  @Path("/mine")
  @Roles("OFFICER")
  @Operation(summary = "The caller's own enrolment, and whether one can be made")
  @APIResponse(responseCode = "200", description = "id is null without one", content = @Content(schema = @Schema(ref = "OwnEnrolment")))
  public OwnEnrolment mine(@PathParam("id") long id) {
    var own = enrolments.own(user.caller(), id, clock.instant());
    return new OwnEnrolment(own.enrolmentId(), own.state() == null ? null : own.state().name(), own.position(), own.figures().seats(), own.figures().enrolled(), own.figures().waiting(), own.open(), own.invited(), Times.offset(own.deadline()), Times.offset(own.cancelUntil()));
  }

  @POST
  @Operation(summary = "Enrol", description = "Several within the caller's reach: each has its own outcome, and who cannot be enrolled does not hold up the others. Full: the waiting list, which moves up by itself.")
  @APIResponse(responseCode = "201", description = "What became of each", content = @Content(schema = @Schema(ref = "EnrolmentOutcomes")))
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "session-not-open, enrolment-over; for the caller alone also already-enrolled, not-in-audience, enrolment-overlap, officer-not-active")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response enrol(@PathParam("id") long id, EnrolmentInput input) {
    boolean self = input == null || input.personIds() == null;
    if (!self && input.personIds().contains(null)) throw Invalid.field("personIds", "required");
    List<Enrolling.Outcome> outcomes = self ? List.of(enrolling.enrolSelf(user.caller(), id)) : enrolling.enrol(user.caller(), id, input.personIds());
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    return Response.status(201).entity(new EnrolmentOutcomes(outcomes.stream().map(one -> new EnrolmentOutcome(one.officerId(), one.name(), one.state() == null ? null : one.state().name(), one.position(), one.refusal(), one.refusal() == null ? null : texts.of("refused." + one.refusal(), one.arguments().toArray()))).toList())).build();
  }

  @POST
  @Path("/{enrolment}/cancellation")
  @Operation(summary = "Cancel", description = "By the officer or the unit's administrator until cancelUntil; then by the organiser alone, with a reason. Calling again changes nothing.")
  @APIResponse(responseCode = "204", description = "Cancelled; the first who waits has the seat")
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "enrolment-fixed, session-not-open")
  @APIResponse(responseCode = "422", description = "invalid")
  public void cancel(@PathParam("id") long id, @PathParam("enrolment") long enrolment, CancellationInput input) {
    enrolling.cancel(user.caller(), id, enrolment, input == null ? null : input.reason());
  }
}
