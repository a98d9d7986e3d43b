package cn.lianbing.certificate.web;

import cn.lianbing.certificate.Authority;
import cn.lianbing.certificate.Certificate;
import cn.lianbing.certificate.CertificateKeeping;
import cn.lianbing.certificate.Certificates;
import cn.lianbing.certificate.LargeChanges;
import cn.lianbing.certificate.PublicCheck;
import cn.lianbing.certificate.Reason;
import cn.lianbing.certificate.RegisterSearch;
import cn.lianbing.certificate.Step;
import cn.lianbing.certificate.StepData;
import cn.lianbing.certificate.StepLog;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Public;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of certificates, steps with them, and the public check. */
@Path("/certificates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "certificates")
public class CertificatesResource {
  @Inject Certificates certificates;
  @Inject CertificateKeeping keeping;
  @Inject LargeChanges changes;
  @Inject PublicCheck check;
  @Inject CertificateFileAnswers files;
  @Inject CurrentUser user;

  public record CertificateRow(long id, CertificateKind kind, String serial, Long officerId, String holder, long unitId, String unit, Certificate.State state, LocalDate validFrom, LocalDate validTo, int version) {}

  /** @param more there are more than total */
  public record CertificateRows(List<CertificateRow> items, int total, boolean more, int page, int size) {}

  public record CertificateView(long id, CertificateKind kind, String serial, String oldSerial, Long officerId, String holder, String idNumber, long unitId, String unit, String category, Certificate.State state, boolean valid, LocalDate validFrom, LocalDate validTo, LocalDate issuedOn, LocalDate endedOn, LocalDate suspendedUntil,
                                Integer checkedYear, Long replacesId, Long replacedById, int version, List<CertificateNext> next) {}

  public record CertificateNext(Step step, List<Authority> authorities) {}

  public record CertificateStepView(long id, Step step, String fromState, String toState, LocalDate on, Authority authority, String basis, Boolean basisVerified, String document, Reason reason, String note, String actor, String second, OffsetDateTime recordedAt) {}

  /** @param version of the certificate as the caller saw it */
  public record StepBody(Integer version, Step step, Authority authority, Long basisId, String document, LocalDate on, Reason reason, String note, LocalDate until, String serial, LocalDate validFrom, LocalDate validTo) {
    @JsonbCreator
    public StepBody {}

    StepData data() {
      return new StepData(step, authority, basisId, document, on, reason, note, until, serial, validFrom, validTo);
    }

    StepData.Target target(long id) {
      if (version == null) throw Invalid.field("version", "required");
      return new StepData.Target(id, version);
    }
  }

  public record StepTarget(Long id, Integer version) {
    @JsonbCreator
    public StepTarget {}
  }

  public record StepsBody(List<StepTarget> targets, StepBody step) {
    @JsonbCreator
    public StepsBody {}

    List<StepData.Target> all() {
      if (targets == null) throw Invalid.field("targets", "required");
      return targets.stream().map(one -> {
        if (one == null || one.id() == null || one.version() == null) throw Invalid.field("targets", "required");
        return new StepData.Target(one.id(), one.version());
      }).toList();
    }

    StepData data() {
      if (step == null) throw Invalid.field("step", "required");
      return step.data();
    }
  }

  public record StepsDone(int done, Long changeId) {}

  @GET
  @Roles({"UNIT_ADMIN", "SUPERVISOR", "EXAM_ADMIN", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "Search the register", description = "q: the beginning of a serial, an older serial or a name. Counted up to 1,000; more says whether there are others.")
  @APIResponse(responseCode = "200", description = "A page of certificates within reach")
  @APIResponse(responseCode = "400", description = "invalid")
  public CertificateRows list(@QueryParam("q") String text, @QueryParam("unit") String unit, @QueryParam("state") String state, @QueryParam("kind") String kind, @BeanParam Listing listing) {
    RegisterSearch.Found found = certificates.search(user.caller(), new Certificates.Filter(text, Asked.id(unit), Asked.one(Certificate.State.class, state), Asked.one(CertificateKind.class, kind)), listing.request());
    return new CertificateRows(found.items().stream().map(row -> new CertificateRow(row.id(), row.kind(), row.serial(), row.officerId(), row.holder(), row.unitId(), row.unit(), row.state(), row.validFrom(), row.validTo(), row.version())).toList(), found.total(), found.more(), found.page(), found.size());
  }

  @GET
  @Path("verify/{serial}")
  @Public
  @Operation(summary = "Whether a certificate is in force", description = "For anybody. token: from the code on the slip; without it so many serials a quarter of an hour from one address. What is unknown, or does not fit its token, answers valid false and state UNKNOWN.")
  @APIResponse(responseCode = "200", description = "The answer, of the same form for known and unknown")
  @APIResponse(responseCode = "429", description = "too-many-checks")
  @Answers(PublicAnswer.class)
  public Response verify(@PathParam("serial") String serial, @QueryParam("token") String token) {
    PublicCheck.Answer answer = check.verify(serial, token, user.caller().address());
    return Response.ok(new PublicAnswer(answer)).header("Cache-Control", "no-store").build();
  }

  /** With its nulls: an unknown serial's answer has the same fields. */
  @jakarta.json.bind.annotation.JsonbNillable
  public record PublicAnswer(boolean valid, CertificateKind kind, String holder, String unit, LocalDate validTo, String state) {
    PublicAnswer(PublicCheck.Answer answer) {
      this(answer.valid(), answer.kind(), answer.holder(), answer.unit(), answer.validTo(), answer.state());
    }
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "A certificate, and the steps that the caller may record now")
  @APIResponse(responseCode = "200", description = "The certificate")
  @APIResponse(responseCode = "404", description = "not-found")
  public CertificateView one(@PathParam("id") long id) {
    Certificates.Sheet one = certificates.sheet(user.caller(), id);
    return new CertificateView(one.id(), one.kind(), one.serial(), one.oldSerial(), one.officerId(), one.holder(), one.idNumberMasked(), one.unitId(), one.unit(), one.category(), one.state(), one.state() == Certificate.State.VALID && !one.validTo().isBefore(keeping.today()), one.validFrom(), one.validTo(), one.issuedOn(), one.endedOn(), one.suspendedUntil(),
        one.checkedYear(), one.replacesId(), one.replacedById(), one.version(), keeping.next(user.caller(), id).stream().map(next -> new CertificateNext(next.step(), next.authorities())).toList());
  }

  @GET
  @Path("{id: \\d{1,18}}/steps")
  @Operation(summary = "All that was done, the application's steps first")
  @APIResponse(responseCode = "200", description = "A page of steps")
  @APIResponse(responseCode = "404", description = "not-found")
  public Page<CertificateStepView> history(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(certificates.history(user.caller(), id).stream().map(CertificatesResource::view).toList());
  }

  @GET
  @Path("{id: \\d{1,18}}/slip.pdf")
  @Produces("application/pdf")
  @Operation(summary = "The slip with the code by which anybody can check the certificate")
  @APIResponse(responseCode = "200", description = "PDF, A4")
  @APIResponse(responseCode = "404", description = "not-found")
  public Response slip(@PathParam("id") long id) {
    return files.slip(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/steps")
  @Roles({"OFFICER", "UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Record a step", description = "version: of the certificate as it was read. Which authority and which article fit a step: GET /certificate-bases.")
  @APIResponse(responseCode = "204", description = "Recorded")
  @APIResponse(responseCode = "409", description = "certificate-step, changed-meanwhile, certificate-expired, certificate-checked, certificate-own, certificate-authority")
  @APIResponse(responseCode = "422", description = "invalid")
  public void take(@PathParam("id") long id, StepBody body) {
    keeping.take(user.caller(), Asked.body(body).target(id), body.data());
  }

  @POST
  @Path("steps")
  @Roles({"UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Record the same step with several: all or none", description = "More endings than the setting SECOND_PERSON_ABOVE wait for a second person.")
  @APIResponse(responseCode = "200", description = "Recorded")
  @APIResponse(responseCode = "202", description = "Waits for a second person as changeId")
  @APIResponse(responseCode = "409", description = "As for one")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(StepsDone.class)
  public Response takeMany(StepsBody body) {
    LargeChanges.Outcome outcome = changes.take(user.caller(), Asked.body(body).all(), body.data());
    return Response.status(outcome.changeId() == null ? 200 : 202).entity(new StepsDone(outcome.done(), outcome.changeId())).build();
  }

  static CertificateStepView view(StepLog.Line line) {
    return new CertificateStepView(line.id(), line.step(), line.fromState(), line.toState(), line.on(), line.authority(), line.basis(), line.verified(), line.document(), line.reason(), line.note(), line.actor(), line.second(), Times.offset(line.recordedAt()));
  }
}
