package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.CheckingIn;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BadRequestException;
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
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims to be there by the code on the screen; they count once the organiser confirms them. */
@Path("/training-sessions/{id}/check-ins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN"})
@Tag(name = "training attendance")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found: no such session, or the caller does not organise it")
public class CheckInsResource {
  @Inject CheckingIn checking;
  @Inject CurrentUser user;

  public record ClaimRow(long personId, String person, String unit, boolean enrolled, OffsetDateTime claimedAt) {}

  public record ClaimList(List<ClaimRow> items, long total, int page, int size) {}

  public record CodeInput(String code) {
    @JsonbCreator
    public CodeInput {}
  }

  public record SwitchInput(Boolean open) {
    @JsonbCreator
    public SwitchInput {}
  }

  public record ClaimsInput(List<Long> personIds) {
    @JsonbCreator
    public ClaimsInput {}
  }

  public record ShownCode(String code, long remainingMillis) {}

  @GET
  @Operation(summary = "Claims that wait for the organiser, in order")
  @APIResponse(responseCode = "200", description = "All of them", content = @Content(schema = @Schema(ref = "ClaimList")))
  public ClaimList list(@PathParam("id") long id) {
    List<ClaimRow> rows = checking.claims(user.caller(), id).stream().map(one -> new ClaimRow(one.officerId(), one.name(), one.unit(), one.enrolled(), Times.offset(one.claimedAt()))).toList();
    return new ClaimList(rows, rows.size(), 1, Math.max(1, rows.size()));
  }

  @POST
  @Roles("OFFICER")
  @Operation(summary = "Claim to be there", description = "With the six digits on the screen, which change every 30 seconds. Calling again changes nothing.")
  @APIResponse(responseCode = "202", description = "Listed for the organiser")
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "check-in-closed, check-in-wrong, officer-not-active")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response claim(@PathParam("id") long id, CodeInput input) {
    if (input == null) throw new BadRequestException();
    checking.claim(user.caller(), id, input.code());
    return Response.accepted().build();
  }

  @PUT
  @Path("/switch")
  @Operation(summary = "Open or close the code for this session")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "session-not-open")
  @APIResponse(responseCode = "422", description = "invalid")
  public void open(@PathParam("id") long id, SwitchInput input) {
    if (input == null) throw new BadRequestException();
    if (input.open() == null) throw Invalid.field("open", "required");
    checking.open(user.caller(), id, input.open());
  }

  @GET
  @Path("/code")
  @Operation(summary = "The code for the screen")
  @APIResponse(responseCode = "200", description = "The digits, and until when", content = @Content(schema = @Schema(ref = "ShownCode")))
  @APIResponse(responseCode = "409", description = "check-in-closed")
  public ShownCode code(@PathParam("id") long id) {
    var shown = checking.shown(user.caller(), id);
    return new ShownCode(shown.code(), shown.remainingMillis());
  }

  @POST
  @Path("/confirmation")
  @Operation(summary = "Confirm claims", description = "The organiser saw these people; they are present from now on.")
  @APIResponse(responseCode = "200", description = "How many count from now on", content = @Content(schema = @Schema(ref = "Recorded")))
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "409", description = "attendance-not-open")
  @APIResponse(responseCode = "422", description = "invalid")
  public AttendancesResource.Recorded confirm(@PathParam("id") long id, ClaimsInput input) {
    if (input == null) throw new BadRequestException();
    if (input.personIds() == null || input.personIds().contains(null)) throw Invalid.field("personIds", "required");
    return new AttendancesResource.Recorded(checking.confirm(user.caller(), id, input.personIds()));
  }

  @DELETE
  @Path("/{person}")
  @Operation(summary = "Reject a claim", description = "The organiser did not see this person, who may claim again.")
  @APIResponse(responseCode = "204", description = "Gone")
  @APIResponse(responseCode = "409", description = "attendance-not-open")
  public void reject(@PathParam("id") long id, @PathParam("person") long person) {
    checking.reject(user.caller(), id, person);
  }
}
