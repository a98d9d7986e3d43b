package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.EligibilityChecking;
import cn.lianbing.eligibility.FactKind;
import cn.lianbing.eligibility.KeptCheck;
import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.eligibility.PersonDeciding;
import cn.lianbing.eligibility.PersonnelFacts;
import cn.lianbing.people.Officer;
import cn.lianbing.people.OfficerPasts;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The eligibility of one officer for a certificate: the caller's own, or of one within reach. */
@Path("/people/{id}/eligibility")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
@Tag(name = "eligibility")
@APIResponse(responseCode = "404", description = "not-found")
public class EligibilityResource {
  @Inject EligibilityChecking checking;
  @Inject KeptChecks kept;
  @Inject PersonnelFacts facts;
  @Inject PersonDeciding deciding;
  @Inject OfficerPasts pasts;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;
  @PathParam("id") long id;

  public record FactView(long id, FactKind kind, String value, String about, String documentNumber, String issuer, String note, LocalDate from, LocalDate to, Long corrects, String recordedBy, OffsetDateTime recordedAt, OffsetDateTime supersededAt, String supersededReason) {}

  public record KeptRow(long id, String number, CertificateKind kind, LocalDate on, String verdict, String keptBy, OffsetDateTime keptAt) {}

  public record FactInput(String kind, String value, String documentNumber, String issuer, String note, LocalDate from, LocalDate to, String reason) {
    @JsonbCreator
    public FactInput {}

    PersonnelFacts.FactData data() {
      return new PersonnelFacts.FactData(Asked.one(FactKind.class, "kind", kind), value, documentNumber, issuer, note, from, to);
    }
  }

  public record ReasonInput(String reason) {
    @JsonbCreator
    public ReasonInput {}
  }

  public record KeepInput(String kind, LocalDate on) {
    @JsonbCreator
    public KeepInput {}
  }

  public record DecisionInput(String kind, Boolean met, String reason, LocalDate until) {
    @JsonbCreator
    public DecisionInput {}
  }

  public record SinceInput(LocalDate since) {
    @JsonbCreator
    public SinceInput {}
  }

  public record Id(long id) {}

  /** @param from null: ever since there are records */
  public record PastView(String unit, Officer.Establishment establishment, Officer.Education education, @Schema(type = SchemaType.STRING, enumeration = {"ACTIVE", "SECONDED", "RETIRED", "LEFT"}) String state, LocalDate birthDate, LocalDate from, LocalDate to, OffsetDateTime recordedAt) {}

  @GET
  @Operation(summary = "Whether the officer is eligible, criterion by criterion", description = "kind: ENFORCEMENT or SUPERVISION. on: a day, past or future; today where it is not given. knownAt: as it was known at that moment. eligible null: a person must decide, and why says of what.")
  @APIResponse(responseCode = "200", description = "The check; it is not kept")
  @APIResponse(responseCode = "409", description = "eligibility-no-rule")
  public CheckViews.CheckView check(@QueryParam("kind") String kind, @QueryParam("on") String on, @QueryParam("knownAt") String knownAt) {
    return CheckViews.of(checking.check(user.caller(), id, kind(kind), day("on", on), moment(knownAt)), side(), texts());
  }

  @GET
  @Path("checks")
  @Operation(summary = "The officer's kept checks, the newest first")
  @APIResponse(responseCode = "200", description = "A page of kept checks")
  public Page<KeptRow> checks(@BeanParam Listing listing) {
    return listing.cut(kept.of(user.caller(), id).stream().map(one -> new KeptRow(one.id(), one.number(), one.kind(), one.on(), one.verdict().name(), one.keptBy(), Times.offset(one.keptAt()))).toList());
  }

  @POST
  @Path("checks")
  @Operation(summary = "Keep a check for ever: numbered and signed", description = "on: today where it is not given")
  @APIResponse(responseCode = "201", description = "Kept")
  @Answers(CheckViews.KeptView.class)
  public Response keep(KeepInput input) {
    LocalDate on = Asked.body(input).on() == null ? today() : input.on();
    CertificateKind kind = Asked.one(CertificateKind.class, "kind", input.kind());
    if (kind == null) throw Invalid.field("kind", "required");
    KeptCheck check = checking.keep(user.caller(), id, kind, on);
    return Response.status(201).entity(CheckViews.of(check, kept.token(user.caller(), check.id()), true, side(), texts())).build();
  }

  @GET
  @Path("facts")
  @Operation(summary = "What is kept about the officer beyond the personnel record", description = "With what was superseded, the newest first.")
  @APIResponse(responseCode = "200", description = "A page of facts")
  public Page<FactView> facts(@BeanParam Listing listing) {
    return listing.cut(facts.of(user.caller(), id).stream().map(one -> new FactView(one.id(), one.kind(), one.value(), one.about(), one.documentNumber(), one.issuer(), one.note(), one.from(), one.to(), one.correctsId(), one.by(), Times.offset(one.recordedAt()), Times.offset(one.supersededAt()), one.supersededReason())).toList());
  }

  @POST
  @Path("facts")
  @Roles({"OFFICER", "UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Record a fact", description = "Officers record their own health declaration only; nobody records other facts about oneself. Establishment verification, exams passed elsewhere and revocations are the certificate desk's.")
  @APIResponse(responseCode = "201", description = "Recorded")
  @APIResponse(responseCode = "409", description = "eligibility-own-fact")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Id.class)
  public Response record(FactInput input) {
    return Response.status(201).entity(new Id(facts.record(user.caller(), id, Asked.body(input).data()))).build();
  }

  @PUT
  @Path("facts/{fact}")
  @Roles({"OFFICER", "UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Correct a fact", description = "The former one is superseded and stays to be read; the answer names the one in its place. reason is required.")
  @APIResponse(responseCode = "200", description = "Corrected")
  @APIResponse(responseCode = "409", description = "eligibility-fact-superseded, eligibility-own-fact")
  @APIResponse(responseCode = "422", description = "invalid")
  public Id correct(@PathParam("fact") long fact, FactInput input) {
    return new Id(facts.correct(user.caller(), id, fact, Asked.body(input).data(), input.reason()));
  }

  @POST
  @Path("facts/{fact}/withdrawal")
  @Roles({"OFFICER", "UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Withdraw a fact that should not have been recorded")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "eligibility-fact-superseded, eligibility-own-fact")
  @APIResponse(responseCode = "422", description = "invalid")
  public void withdraw(@PathParam("fact") long fact, ReasonInput input) {
    facts.withdraw(user.caller(), id, fact, Asked.body(input).reason());
  }

  @PUT
  @Path("criteria/{code}/decision")
  @Roles("SUPERVISOR")
  @Operation(summary = "Decide one criterion in the place of the machine", description = "until: the last day on which that holds; a year where it is not given. Never about oneself.")
  @APIResponse(responseCode = "204", description = "Decided")
  @APIResponse(responseCode = "409", description = "eligibility-own-contest, eligibility-by-record")
  @APIResponse(responseCode = "422", description = "invalid")
  public void decide(@PathParam("code") String code, DecisionInput input) {
    if (Asked.body(input).met() == null) throw Invalid.field("met", "required");
    CertificateKind kind = Asked.one(CertificateKind.class, "kind", input.kind());
    if (kind == null) throw Invalid.field("kind", "required");
    deciding.decide(user.caller(), id, kind, code, input.met(), input.reason(), input.until());
  }

  @GET
  @Path("record")
  @Operation(summary = "The personnel record's history as it is known now, the newest first")
  @APIResponse(responseCode = "200", description = "A page of lines")
  public Page<PastView> record(@BeanParam Listing listing) {
    facts.of(user.caller(), id); // who may not read those reads nothing of the person
    return listing.cut(pasts.of(id).stream().map(one -> new PastView(one.unit(), one.establishment(), one.education(), one.state().name(), one.birthDate(), one.since(), one.until(), Times.offset(one.recordedAt()))).toList());
  }

  @PUT
  @Path("record/since")
  @Roles({"UNIT_ADMIN", "SYSTEM_ADMIN"})
  @Operation(summary = "Say since when the personnel record is as it is: a change that was entered late")
  @APIResponse(responseCode = "204", description = "Said")
  @APIResponse(responseCode = "422", description = "invalid")
  public void since(SinceInput input) {
    pasts.since(user.caller(), id, Asked.body(input).since());
  }

  private static CertificateKind kind(String kind) {
    CertificateKind one = Asked.one(CertificateKind.class, kind);
    return one == null ? CertificateKind.ENFORCEMENT : one;
  }

  private LocalDate day(String name, String text) {
    if (text == null || text.isEmpty()) return today();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Invalid.parameter(name, "eligibility.on");
    }
  }

  private static Instant moment(String text) {
    if (text == null || text.isEmpty()) return null;
    try {
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException e) {
      throw Invalid.parameter("knownAt", "eligibility.moment");
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  private CheckViews.Side side() {
    return CheckViews.Side.of(user.caller());
  }

  private Texts texts() {
    List<java.util.Locale> languages = headers.getAcceptableLanguages();
    return Texts.in(languages.isEmpty() ? null : languages.get(0));
  }
}
