package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.Attendance;
import cn.lianbing.enrolment.AttendanceTaking;
import cn.lianbing.enrolment.Attendances;
import cn.lianbing.enrolment.AttendanceClosing;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who was there, as the organiser records it. */
@Path("/training-sessions/{id}/attendances")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN"})
@Tag(name = "training attendance")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found: no such session, or the caller does not organise it")
public class AttendancesResource {
  @Inject Attendances attendances;
  @Inject AttendanceTaking taking;
  @Inject AttendanceClosing closing;
  @Inject CurrentUser user;

  /** state is null where nothing is recorded yet. */
  public record AttendanceRow(long personId, String person, long unitId, String unit, boolean enrolled, @Schema(type = SchemaType.STRING, enumeration = {"PRESENT", "PARTIAL", "ABSENT", "EXCUSED"}) String state, Integer minutes, String method) {}

  public record AttendanceList(List<AttendanceRow> items, long total, int page, int size) {}

  /** minutes, or from and to, for PARTIAL; reason for a correction of a session that is closed. */
  public record AttendanceInput(@Schema(type = SchemaType.STRING, enumeration = {"PRESENT", "PARTIAL", "ABSENT", "EXCUSED"}) String state, Integer minutes, OffsetDateTime from, OffsetDateTime to, String reason) {
    @JsonbCreator
    public AttendanceInput {}

    Attendance.Mark mark() {
      if (state == null) throw Invalid.field("attendance", "required");
      Attendance.State known = Arrays.stream(Attendance.State.values()).filter(one -> one.name().equals(state)).findFirst().orElseThrow(() -> Invalid.field("attendance", "choice"));
      return new Attendance.Mark(known, minutes, from == null ? null : from.toInstant(), to == null ? null : to.toInstant(), Attendance.Method.LIST, reason);
    }
  }

  public record SheetInput(Long unitId, List<String> names) {
    @JsonbCreator
    public SheetInput {}
  }

  public record Recorded(int recorded) {}

  @GET
  @Roles({"TRAINER", "UNIT_ADMIN", "AUDITOR", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Whoever is enrolled or was recorded", description = "All for the organiser; for others their own reach. unit is the officer's at that time.")
  @APIResponse(responseCode = "200", description = "A page of people", content = @Content(schema = @Schema(ref = "AttendanceList")))
  @APIResponse(responseCode = "400", description = "invalid")
  public AttendanceList list(@PathParam("id") long id, @BeanParam Listing listing) {
    var cut = listing.cut(attendances.of(user.caller(), id));
    return new AttendanceList(cut.items().stream().map(row -> new AttendanceRow(row.officerId(), row.name(), row.unitId(), row.unit(), row.enrolled(), row.state() == null ? null : row.state().name(), row.minutes(), row.method() == null ? null : row.method().name())).toList(), cut.total(), cut.page(), cut.size());
  }

  @PUT
  @Path("/{person}")
  @Operation(summary = "Record one person", description = "Who is not enrolled is added. The same again changes nothing. Once the session is closed this is a correction: it needs a reason, and hours are booked anew.")
  @APIResponse(responseCode = "204", description = "Recorded")
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "attendance-not-open, attendance-too-early, officer-not-active, credit-day-full")
  @APIResponse(responseCode = "422", description = "invalid")
  public void mark(@PathParam("id") long id, @PathParam("person") long person, AttendanceInput input) {
    if (input == null) throw new BadRequestException();
    taking.mark(user.caller(), id, person, input.mark());
  }

  @POST
  @Operation(summary = "Enter a unit's signed sheet", description = "All or nothing: a name that was not in that unit then stores nothing.")
  @APIResponse(responseCode = "200", description = "How many are present now", content = @Content(schema = @Schema(ref = "Recorded")))
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "attendance-other-unit, attendance-same-name, attendance-not-open, attendance-too-early")
  @APIResponse(responseCode = "422", description = "invalid")
  public Recorded sheet(@PathParam("id") long id, SheetInput input) {
    if (input == null) throw new BadRequestException();
    if (input.unitId() == null) throw Invalid.field("unitId", "required");
    if (input.names() == null || input.names().contains(null)) throw Invalid.field("names", "required");
    return new Recorded(taking.enterSheet(user.caller(), id, input.unitId(), String.join("\n", input.names())));
  }

  @POST
  @Path("/rest")
  @Operation(summary = "Record everybody of whom nothing is recorded", description = "state: PRESENT, ABSENT or EXCUSED.")
  @APIResponse(responseCode = "200", description = "How many", content = @Content(schema = @Schema(ref = "Recorded")))
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "attendance-not-open, attendance-too-early")
  @APIResponse(responseCode = "422", description = "invalid")
  public Recorded rest(@PathParam("id") long id, AttendanceInput input) {
    if (input == null) throw new BadRequestException();
    return new Recorded(taking.markRest(user.caller(), id, input.mark()));
  }

  @POST
  @Path("/closing")
  @Operation(summary = "Close attendance", description = "The session was held, and hours are booked: by minutes attended, and to lecturers of the house.")
  @APIResponse(responseCode = "204", description = "Held")
  @APIResponse(responseCode = "409", description = "attendance-incomplete, session-not-over, session-not-open, credit-day-full")
  public void close(@PathParam("id") long id) {
    closing.close(user.caller(), id);
  }

  @POST
  @Path("/archiving")
  @Operation(summary = "Archive a session that was held", description = "From then on its attendance cannot be corrected.")
  @APIResponse(responseCode = "204", description = "Closed")
  @APIResponse(responseCode = "409", description = "session-state")
  public void archive(@PathParam("id") long id) {
    closing.archive(user.caller(), id);
  }
}
