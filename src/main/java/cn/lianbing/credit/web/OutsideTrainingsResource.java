package cn.lianbing.credit.web;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.OutsideCredits;
import cn.lianbing.credit.OutsideTraining;
import cn.lianbing.credit.OutsideTrainings;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims for training that an officer had elsewhere. */
@Path("/outside-trainings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "credits")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "404", description = "not-found")
public class OutsideTrainingsResource {
  @Inject OutsideTrainings trainings;
  @Inject OutsideCredits outside;
  @Inject CurrentUser user;

  public record ClaimView(long id, long officerId, String officer, String unit, String title, String organiser, LocalDate from, LocalDate to, BigDecimal hours, Bucket bucket, String state, String reason, String evidence) {}

  /** @param evidence base64 of the file, with its name in evidenceName; both or neither */
  public record ClaimBody(String title, String organiser, LocalDate from, LocalDate to, BigDecimal hours, Bucket bucket, String evidenceName, String evidence) {
    @JsonbCreator
    public ClaimBody {}
  }

  public record Created(long id) {}

  @GET
  @Operation(summary = "Claims", description = "mine=true: the caller's own; else those within reach, the waiting ones first")
  @APIResponse(responseCode = "200", description = "A page of claims")
  public Page<ClaimView> list(@QueryParam("mine") boolean mine, @QueryParam("state") String state, @BeanParam Listing listing) {
    Caller caller = user.caller();
    if (mine) return listing.cut(caller.officerId() == null ? List.of() : trainings.of(caller, caller.officerId()).stream().map(OutsideTrainingsResource::view).toList());
    Page<OutsideTrainings.Row> page = trainings.within(caller, Asked.one(OutsideTraining.State.class, state), listing.request());
    return new Page<>(page.items().stream().map(OutsideTrainingsResource::view).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Roles("OFFICER")
  @Operation(summary = "Claim hours for training elsewhere")
  @APIResponse(responseCode = "201", description = "It waits for a decision")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response claim(ClaimBody body) {
    Asked.body(body);
    Attachment evidence = body.evidence() == null ? null : Attachment.of("evidence", body.evidenceName(), decoded(body.evidence()));
    int hundredths = Hundredths.of(body.hours()).orElse(-1);
    return Response.status(201).entity(new Created(outside.claim(user.caller(), new OutsideCredits.Claim(body.title(), body.organiser(), body.from(), body.to(), hundredths, body.bucket(), evidence)))).build();
  }

  @GET
  @Path("{id}/evidence")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "The evidence of a claim, as a file to keep")
  @APIResponse(responseCode = "200", description = "The file")
  public Response evidence(@PathParam("id") long id) {
    OutsideTraining training = trainings.get(user.caller(), id);
    return Response.ok(trainings.evidence(user.caller(), id)).type(training.evidenceType()).header("Content-Disposition", Download.disposition(training.evidenceName())).build();
  }

  @POST
  @Path("{id}/approval")
  @Roles({"UNIT_ADMIN", "TRAINER"})
  @Operation(summary = "Approve a claim: its hours are booked")
  @APIResponse(responseCode = "204", description = "Approved")
  @APIResponse(responseCode = "409", description = "credit-decided, credit-own-claim, credit-day-full")
  public void approve(@PathParam("id") long id) {
    outside.approve(user.caller(), id);
  }

  @POST
  @Path("{id}/refusal")
  @Roles({"UNIT_ADMIN", "TRAINER"})
  @Operation(summary = "Refuse a claim")
  @APIResponse(responseCode = "204", description = "Refused")
  @APIResponse(responseCode = "409", description = "credit-decided, credit-own-claim")
  @APIResponse(responseCode = "422", description = "invalid: no reason")
  public void refuse(@PathParam("id") long id, OfficerCreditsResource.ReasonBody body) {
    outside.refuse(user.caller(), id, Asked.body(body).reason());
  }

  @POST
  @Path("{id}/revocation")
  @Roles({"UNIT_ADMIN", "TRAINER"})
  @Operation(summary = "Take an approval back, and the hours with it")
  @APIResponse(responseCode = "204", description = "Revoked")
  @APIResponse(responseCode = "409", description = "credit-decided")
  @APIResponse(responseCode = "422", description = "invalid: no reason")
  public void revoke(@PathParam("id") long id, OfficerCreditsResource.ReasonBody body) {
    outside.revoke(user.caller(), id, Asked.body(body).reason());
  }

  @DELETE
  @Path("{id}")
  @Roles("OFFICER")
  @Operation(summary = "Withdraw an own claim that nobody has decided")
  @APIResponse(responseCode = "204", description = "Withdrawn; it stays to be read")
  @APIResponse(responseCode = "409", description = "credit-decided")
  public void withdraw(@PathParam("id") long id) {
    outside.withdraw(user.caller(), id);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Invalid.field("evidence", "credit.evidence");
    }
  }

  private static ClaimView view(OutsideTrainings.Row row) {
    return new ClaimView(row.id(), row.officerId(), row.officer(), row.unit(), row.title(), row.organiser(), row.from(), row.to(), Hundredths.decimal(row.hundredths()), row.bucket(), row.state().name(), row.reason(), row.evidenceName());
  }
}
