package cn.lianbing.certificate.web;

import cn.lianbing.certificate.Authority;
import cn.lianbing.certificate.Certificate;
import cn.lianbing.certificate.LargeChange;
import cn.lianbing.certificate.LargeChanges;
import cn.lianbing.certificate.Step;
import cn.lianbing.certificate.StepRules;
import cn.lianbing.certificate.UnitHolders;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.Officer;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What lies on the certificate desks: large changes, duty lists, and what steps are founded on. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "SUPERVISOR", "EXAM_ADMIN", "SYSTEM_ADMIN", "AUDITOR"})
@Tag(name = "certificates")
public class CertificateDeskResource {
  @Inject LargeChanges changes;
  @Inject UnitHolders holders;
  @Inject StepRules rules;
  @Inject CertificateFileAnswers files;
  @Inject CurrentUser user;

  public record CertificateReason(String reason) {
    @JsonbCreator
    public CertificateReason {}
  }

  public record CertificateChangeView(long id, LargeChange.Kind kind, LargeChange.State state, String summary, int affected, String askedBy, OffsetDateTime askedAt, String decidedBy, OffsetDateTime decidedAt, String reason) {}

  public record HoldingFigures(int onDuty, int holding, int holdingRate, int suspended, int without, int expiring, int reviewers, int reviewerRate, int reviewersNeeded, int reviewerPercent, int hoursMet, int hoursOf) {}

  public record UnitHolderView(long officerId, String name, String unit, Officer.Establishment establishment, String post, boolean onDuty, boolean reviewer, Long certificateId, String serial, Certificate.State state, LocalDate validTo, String supervisionSerial, BigDecimal hours, BigDecimal hoursNeeded, Boolean hoursMet) {}

  public record UnitHoldersView(HoldingFigures figures, List<UnitHolderView> items) {}

  public record CertificateBasisView(long id, Step step, CertificateKind kind, Authority authority, String law, String article, String text, String source, boolean verified, LocalDate validFrom, LocalDate validTo) {}

  public record DutyBody(boolean onDuty, boolean reviewer) {
    @JsonbCreator
    public DutyBody {}
  }

  public record BasisBody(Step step, CertificateKind kind, Authority authority, String law, String article, String text, String source, boolean verified, LocalDate validFrom) {
    @JsonbCreator
    public BasisBody {}
  }

  public record CertificateSetting(StepRules.Setting setting, String value, String source, boolean verified, LocalDate validFrom) {
    @JsonbCreator
    public CertificateSetting {}
  }

  @GET
  @Path("certificate-changes")
  @Roles({"SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "Large changes, the waiting ones first")
  @APIResponse(responseCode = "200", description = "A page of changes")
  public Page<CertificateChangeView> changes(@BeanParam Listing listing) {
    Page<LargeChanges.Row> page = changes.page(user.caller(), listing.request());
    return new Page<>(page.items().stream().map(row -> new CertificateChangeView(row.id(), row.kind(), row.state(), row.summary(), row.affected(), row.askedBy(), Times.offset(row.askedAt()), row.decidedBy(), Times.offset(row.decidedAt()), row.reason())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Path("certificate-changes/{id: \\d{1,18}}/confirmation")
  @Roles({"SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Confirm a large change as a second person: it is done")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "409", description = "change-own, change-decided, changed-meanwhile")
  public void confirm(@PathParam("id") long id) {
    changes.confirm(user.caller(), id);
  }

  @POST
  @Path("certificate-changes/{id: \\d{1,18}}/refusal")
  @Roles({"SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Refuse a large change, or take it back")
  @APIResponse(responseCode = "204", description = "Nothing is done")
  @APIResponse(responseCode = "409", description = "change-decided")
  public void refuse(@PathParam("id") long id, CertificateReason body) {
    changes.refuse(user.caller(), id, Asked.body(body).reason());
  }

  @GET
  @Path("unit-holders/{unit: \\d{1,18}}")
  @Operation(summary = "A unit's duty list against its certificates", description = "Rates are tenths of a percent.")
  @APIResponse(responseCode = "200", description = "Figures and people")
  @APIResponse(responseCode = "404", description = "not-found")
  public UnitHoldersView holders(@PathParam("unit") long unit) {
    List<UnitHolders.Row> rows = holders.rows(user.caller(), unit);
    UnitHolders.Figures figures = holders.figures(rows);
    return new UnitHoldersView(new HoldingFigures(figures.onDuty(), figures.holding(), figures.holdingRate(), figures.suspended(), figures.without(), figures.expiring(), figures.reviewers(), figures.reviewerRate(), figures.needed(), figures.percent(), figures.hoursMet(), figures.hoursOf()),
        rows.stream().map(row -> new UnitHolderView(row.officerId(), row.name(), row.unit(), row.establishment(), row.post(), row.onDuty(), row.reviewer(), row.certificateId(), row.serial(), row.state(), row.validTo(), row.supervision(), hours(row.earned()), hours(row.needed()), row.hoursMet())).toList());
  }

  @GET
  @Path("unit-holders/{unit: \\d{1,18}}.{as: xlsx|pdf}")
  @Produces({"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/pdf"})
  @Operation(summary = "The same as XLSX or PDF")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", description = "not-found")
  public Response holdersFile(@PathParam("unit") long unit, @PathParam("as") String as) {
    return files.unit(unit, as.equals("pdf"));
  }

  @PUT
  @Path("duties/{officer: \\d{1,18}}")
  @Roles({"UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Say whether an officer is on the duty list and reviews")
  @APIResponse(responseCode = "204", description = "Noted")
  @APIResponse(responseCode = "404", description = "not-found")
  public void duty(@PathParam("officer") long officer, DutyBody body) {
    holders.set(user.caller(), officer, Asked.body(body).onDuty(), body.reviewer());
  }

  @GET
  @Path("certificate-bases")
  @Operation(summary = "What steps may be founded on: who decides by which article", description = "verified false: 待核")
  @APIResponse(responseCode = "200", description = "A page of articles")
  public Page<CertificateBasisView> bases(@BeanParam Listing listing) {
    return listing.cut(rules.bases().stream().map(one -> new CertificateBasisView(one.id(), one.step(), one.kind(), one.authority(), one.law(), one.article(), one.text(), one.source(), one.verified(), one.validFrom(), one.validTo())).toList());
  }

  @POST
  @Path("certificate-bases")
  @Roles({"SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Add an article that a step may be founded on")
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response addBasis(BasisBody body) {
    Asked.body(body);
    rules.add(user.caller(), new StepRules.Basis(null, body.step(), body.kind(), body.authority(), body.law(), body.article(), body.text(), body.source(), body.verified(), body.validFrom(), null));
    return Response.status(201).build();
  }

  @GET
  @Path("certificate-settings")
  @Operation(summary = "Figures that Henan's published text does not settle")
  @APIResponse(responseCode = "200", description = "A page of settings, the newest first")
  public Page<CertificateSetting> settings(@BeanParam Listing listing) {
    return listing.cut(rules.values().stream().map(one -> new CertificateSetting(one.setting(), one.value(), one.source(), one.verified(), one.validFrom())).toList());
  }

  @POST
  @Path("certificate-settings")
  @Roles({"SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Set a value from a day on")
  @APIResponse(responseCode = "201", description = "Set")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response set(CertificateSetting body) {
    Asked.body(body);
    rules.set(user.caller(), new StepRules.Value(body.setting(), body.value(), body.source(), body.verified(), body.validFrom()));
    return Response.status(201).build();
  }

  private static BigDecimal hours(Integer hundredths) {
    return hundredths == null ? null : Hundredths.decimal(hundredths);
  }
}
