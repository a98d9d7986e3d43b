package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.Contest;
import cn.lianbing.eligibility.PersonDeciding;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.Asked;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contesting what the machine found; a person of the certificate desk decides. */
@Path("/eligibility-contests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
@Tag(name = "eligibility")
public class EligibilityContestsResource {
  @Inject PersonDeciding deciding;
  @Inject CurrentUser user;

  public record ContestView(long id, long checkId, String number, long personId, String name, String unit, CertificateKind kind, LocalDate on, List<String> criteria, String reason, @Schema(type = SchemaType.STRING, enumeration = {"OPEN", "GRANTED", "UPHELD", "WITHDRAWN"}) String state, OffsetDateTime createdAt, String decisionReason, String decidedBy, OffsetDateTime decidedAt) {}

  public record ContestInput(String kind, List<String> codes, String reason) {
    @JsonbCreator
    public ContestInput {}
  }

  public record DecisionInput(Boolean granted, String reason, LocalDate until) {
    @JsonbCreator
    public DecisionInput {}
  }

  public record Id(long id) {}

  @GET
  @Operation(summary = "Contests within the caller's reach, open ones first, the oldest of them first", description = "state: OPEN, GRANTED, UPHELD or WITHDRAWN")
  @APIResponse(responseCode = "200", description = "A page of contests")
  public Page<ContestView> list(@QueryParam("state") String state, @BeanParam Listing listing) {
    Page<PersonDeciding.Row> page = deciding.page(user.caller(), Asked.one(Contest.State.class, state), listing.request());
    return new Page<>(page.items().stream().map(EligibilityContestsResource::view).toList(), page.total(), page.page(), page.size());
  }

  @GET
  @Path("mine")
  @Roles("OFFICER")
  @Operation(summary = "The caller's own contests")
  @APIResponse(responseCode = "200", description = "A page of contests")
  public Page<ContestView> mine(@BeanParam Listing listing) {
    return listing.cut(deciding.mine(user.caller()).stream().map(EligibilityContestsResource::view).toList());
  }

  @POST
  @Roles("OFFICER")
  @Operation(summary = "Ask for a person to decide", description = "Keeps today's check. codes: the criteria that are contested; all that are not met where none is given.")
  @APIResponse(responseCode = "201", description = "The desk has been told")
  @APIResponse(responseCode = "409", description = "eligibility-nothing-to-contest, eligibility-contest-open")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Id.class)
  public Response contest(ContestInput input) {
    CertificateKind kind = Asked.one(CertificateKind.class, "kind", Asked.body(input).kind());
    if (kind == null) throw Invalid.field("kind", "required");
    return Response.status(201).entity(new Id(deciding.contest(user.caller(), kind, input.codes(), input.reason()))).build();
  }

  @POST
  @Path("{id}/withdrawal")
  @Roles("OFFICER")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Withdraw one's own contest before it is decided")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "eligibility-contest-decided")
  public void withdraw(@PathParam("id") long id) {
    deciding.withdraw(user.caller(), id);
  }

  @POST
  @Path("{id}/decision")
  @Roles("SUPERVISOR")
  @Operation(summary = "Decide a contest", description = "granted: what is contested counts as met, until the day given or for a year. Never about oneself.")
  @APIResponse(responseCode = "204", description = "Decided; the officer has been told")
  @APIResponse(responseCode = "409", description = "eligibility-contest-decided, eligibility-own-contest, eligibility-by-record")
  @APIResponse(responseCode = "422", description = "invalid")
  public void decide(@PathParam("id") long id, DecisionInput input) {
    if (Asked.body(input).granted() == null) throw Invalid.field("granted", "required");
    deciding.decide(user.caller(), id, input.granted(), input.reason(), input.until());
  }

  private static ContestView view(PersonDeciding.Row one) {
    return new ContestView(one.id(), one.checkId(), one.number(), one.officerId(), one.name(), one.unit(), one.kind(), one.on(), one.titles(), one.reason(), one.state().name(), Times.offset(one.createdAt()), one.decisionReason(), one.decidedBy(), Times.offset(one.decidedAt()));
  }
}
