package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.Check;
import cn.lianbing.eligibility.Criterion;
import cn.lianbing.eligibility.EligibilityRules;
import cn.lianbing.eligibility.Probe;
import cn.lianbing.eligibility.RuleEditing;
import cn.lianbing.eligibility.RuleTrial;
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
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules as data: versions, drafts, the test bench, and the second person's approval. */
@Path("/eligibility-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
@Tag(name = "eligibility rules")
public class EligibilityRulesResource {
  @Inject EligibilityRules rules;
  @Inject RuleEditing editing;
  @Inject RuleTrial trial;
  @Inject CurrentUser user;

  public record RuleRow(long id, CertificateKind kind, int number, @Schema(type = SchemaType.STRING, enumeration = {"DRAFT", "SUBMITTED", "APPROVED", "WITHDRAWN"}) String state, LocalDate from, String note, String author, String approver, OffsetDateTime approvedAt, boolean inForce) {}

  public record CriterionBody(String code, String title, String question, CheckViews.BasisView basis, String source, Probe probe, Map<String, String> parameters, Criterion.Decides decides, boolean active, boolean unverified, String elsewhere, String hint) {}

  public record RuleView(long id, CertificateKind kind, int number, @Schema(type = SchemaType.STRING, enumeration = {"DRAFT", "SUBMITTED", "APPROVED", "WITHDRAWN"}) String state, LocalDate from, String note, String author, OffsetDateTime createdAt, OffsetDateTime submittedAt, String approver, OffsetDateTime approvedAt, String returnedReason, int version, List<CriterionBody> criteria) {}

  public record KindInput(String kind) {
    @JsonbCreator
    public KindInput {}
  }

  public record PlanInput(Integer version, LocalDate from, String note) {
    @JsonbCreator
    public PlanInput {}
  }

  public record BasisInput(String law, String version, String article, String wording, LocalDate validFrom, LocalDate validTo) {
    @JsonbCreator
    public BasisInput {}
  }

  /** What is left out stays as it is; for a new criterion all is needed. {@code version} is the draft's. */
  public record CriterionInput(Integer version, String title, String question, BasisInput basis, String probe, Map<String, String> parameters, String decides, Boolean active, Boolean unverified, String elsewhere, String hint) {
    @JsonbCreator
    public CriterionInput {}
  }

  public record ReasonInput(String reason) {
    @JsonbCreator
    public ReasonInput {}
  }

  @JsonbNillable
  public record AnswerView(String code, String title, Boolean before, Boolean after) {}

  public record ChangeView(long personId, String name, String unit, Check.Verdict before, Check.Verdict after, List<AnswerView> criteria) {}

  public record TrialView(long officers, int against, Map<String, Long> before, Map<String, Long> after, long changed, List<ChangeView> changes) {}

  public record Id(long id) {}

  @GET
  @Operation(summary = "All versions of a kind, the newest first", description = "kind: ENFORCEMENT (the default) or SUPERVISION")
  @APIResponse(responseCode = "200", description = "A page of versions")
  public Page<RuleRow> list(@QueryParam("kind") String kind, @BeanParam Listing listing) {
    CertificateKind one = Asked.one(CertificateKind.class, kind);
    return listing.cut(rules.all(user.caller(), one == null ? CertificateKind.ENFORCEMENT : one).stream().map(row -> new RuleRow(row.id(), row.kind(), row.number(), row.state().name(), row.from(), row.note(), row.author(), row.approver(), Times.offset(row.approvedAt()), row.inForce())).toList());
  }

  @POST
  @Roles("SUPERVISOR")
  @Operation(summary = "Draft a new version from the one in force")
  @APIResponse(responseCode = "201", description = "Drafted")
  @Answers(Id.class)
  public Response draft(KindInput input) {
    CertificateKind kind = Asked.one(CertificateKind.class, "kind", Asked.body(input).kind());
    if (kind == null) throw Invalid.field("kind", "required");
    return Response.status(201).entity(new Id(editing.draft(user.caller(), kind))).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A version with its criteria")
  @APIResponse(responseCode = "200", description = "The version")
  public RuleView one(@PathParam("id") long id) {
    EligibilityRules.View one = rules.view(user.caller(), id);
    return new RuleView(one.id(), one.kind(), one.number(), one.state().name(), one.from(), one.note(), one.author(), Times.offset(one.createdAt()), Times.offset(one.submittedAt()), one.approver(), Times.offset(one.approvedAt()), one.returnedReason(), one.version(), one.criteria().stream().map(EligibilityRulesResource::body).toList());
  }

  @PUT
  @Path("{id}")
  @Roles("SUPERVISOR")
  @Operation(summary = "Say from when a draft will hold, and why it is made")
  @APIResponse(responseCode = "204", description = "Said")
  @APIResponse(responseCode = "409", description = "eligibility-rule-state, changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid")
  public void plan(@PathParam("id") long id, PlanInput input) {
    editing.plan(user.caller(), id, version(Asked.body(input).version()), input.from(), input.note());
  }

  @PUT
  @Path("{id}/criteria/{code}")
  @Roles("SUPERVISOR")
  @Operation(summary = "Change a criterion of a draft, or add one", description = "What is left out stays as it is. probe says what is looked at, and cannot be changed.")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "409", description = "eligibility-rule-state, changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid")
  public void change(@PathParam("id") long id, @PathParam("code") String code, CriterionInput input) {
    int version = version(Asked.body(input).version());
    Criterion former = rules.view(user.caller(), id).criteria().stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    editing.change(user.caller(), id, version, over(code, input, former));
  }

  @DELETE
  @Path("{id}/criteria/{code}")
  @Roles("SUPERVISOR")
  @Operation(summary = "Take out a criterion that only this draft has", description = "One that was in force is switched off instead (active: false).")
  @APIResponse(responseCode = "204", description = "Gone")
  @APIResponse(responseCode = "409", description = "eligibility-rule-state, eligibility-criterion-known, changed-meanwhile")
  public void remove(@PathParam("id") long id, @PathParam("code") String code, @QueryParam("version") Integer version) {
    editing.remove(user.caller(), id, version(version), code);
  }

  @POST
  @Path("{id}/submission")
  @Roles("SUPERVISOR")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Hand a draft to a second person")
  @APIResponse(responseCode = "204", description = "Handed in")
  @APIResponse(responseCode = "409", description = "eligibility-rule-state")
  public void submit(@PathParam("id") long id) {
    editing.submit(user.caller(), id);
  }

  @POST
  @Path("{id}/approval")
  @Roles({"SUPERVISOR", "SYSTEM_ADMIN"})
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Put a version in force from its day on; never by somebody who worked on it")
  @APIResponse(responseCode = "204", description = "Approved")
  @APIResponse(responseCode = "409", description = "eligibility-own-rule, eligibility-rule-state, eligibility-rule-late")
  public void approve(@PathParam("id") long id) {
    editing.approve(user.caller(), id);
  }

  @POST
  @Path("{id}/return")
  @Roles({"SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Give a version back to its authors")
  @APIResponse(responseCode = "204", description = "Given back")
  @APIResponse(responseCode = "409", description = "eligibility-rule-state")
  @APIResponse(responseCode = "422", description = "invalid")
  public void giveBack(@PathParam("id") long id, ReasonInput input) {
    editing.giveBack(user.caller(), id, Asked.body(input).reason());
  }

  @POST
  @Path("{id}/withdrawal")
  @Roles("SUPERVISOR")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Withdraw a draft")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "eligibility-rule-state")
  public void withdraw(@PathParam("id") long id) {
    editing.withdraw(user.caller(), id);
  }

  @GET
  @Path("{id}/trial")
  @Operation(summary = "The test bench: who would change", description = "Tries a version on real people beside the one in force. unit: the caller's whole reach where it is not given; on: today. The first 200 changes are named, all are counted.")
  @APIResponse(responseCode = "200", description = "What would change")
  public TrialView trial(@PathParam("id") long id, @QueryParam("unit") String unit, @QueryParam("on") String on) {
    RuleTrial.Outcome one = trial.run(user.caller(), id, Asked.id(unit), day(on));
    return new TrialView(one.officers(), one.against(), named(one.before()), named(one.after()), one.changed(), one.changes().stream().map(change -> new ChangeView(change.officerId(), change.name(), change.unit(), change.before(), change.after(),
        change.criteria().stream().map(answer -> new AnswerView(answer.code(), answer.title(), answer.before(), answer.after())).toList())).toList());
  }

  private static Map<String, Long> named(Map<Check.Verdict, Long> counts) {
    return counts.entrySet().stream().collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue));
  }

  private static LocalDate day(String text) {
    if (text == null || text.isEmpty()) return null;
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Invalid.parameter("on", "eligibility.on");
    }
  }

  private static int version(Integer version) {
    if (version == null) throw Invalid.field("version", "required");
    return version;
  }

  private static Criterion over(String code, CriterionInput input, Criterion former) {
    BasisInput basis = input.basis();
    Criterion.Basis stands = former == null ? null : former.basis();
    Probe probe = Asked.one(Probe.class, "probe", input.probe());
    Criterion.Decides decides = Asked.one(Criterion.Decides.class, "decides", input.decides());
    return new Criterion(code, input.title() != null || former == null ? input.title() : former.title(), input.question() != null || former == null ? input.question() : former.question(),
        basis == null ? stands : new Criterion.Basis(basis.law(), basis.version(), basis.article(), basis.wording(), basis.validFrom(), basis.validTo()), probe == null && former != null ? former.probe() : probe, input.parameters() == null && former != null ? former.parameters() : input.parameters(),
        decides == null && former != null ? former.decides() : decides, input.active() == null ? former == null || former.active() : input.active(), input.unverified() == null ? former != null && former.unverified() : input.unverified(),
        input.elsewhere() == null && former != null ? former.elsewhere() : input.elsewhere(), input.hint() == null && former != null ? former.hint() : input.hint());
  }

  private static CriterionBody body(Criterion one) {
    return new CriterionBody(one.code(), one.title(), one.question(), new CheckViews.BasisView(one.basis().law(), one.basis().version(), one.basis().article(), one.basis().wording(), one.basis().validFrom(), one.basis().validTo()), one.probe().source().name(), one.probe(), one.sorted(), one.decides(), one.active(), one.unverified(), one.elsewhere(), one.hint());
  }
}
