package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificateApplication;
import cn.lianbing.certificate.CertificateApplications;
import cn.lianbing.certificate.CertificateApplying;
import cn.lianbing.certificate.StepData;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.KeptCheck;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications for certificates. */
@Path("/certificate-applications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "certificates")
public class CertificateApplicationsResource {
  @Inject CertificateApplications applications;
  @Inject CertificateApplying applying;
  @Inject CertificateFileAnswers files;
  @Inject CurrentUser user;

  public record ApplicationView(long id, String number, CertificateKind kind, CertificateApplication.Purpose purpose, long officerId, String name, String unit, String category, String duties, CertificateApplication.State state, Long checkId, LocalDate publishedOn, LocalDate publishedUntil, String sendDocument, Long certificateId, int version, List<CertificatesResource.CertificateNext> next) {}

  public record ApplicationBody(CertificateKind kind, Long officerId, String category, String duties) {
    @JsonbCreator
    public ApplicationBody {}
  }

  public record BatchBody(CertificateKind kind, Long unitId, List<Long> officerIds, String category, String duties) {
    @JsonbCreator
    public BatchBody {}
  }

  public record DescriptionBody(Integer version, String category, String duties) {
    @JsonbCreator
    public DescriptionBody {}
  }

  public record Begun(long id) {}

  /** @param eligible null: a person must decide */
  public record Examined(long checkId, String number, Boolean eligible) {}

  public record BatchBegun(String number) {}

  @GET
  @Operation(summary = "Applications", description = "mine=true: the caller's own; else those within reach. q: number, name or the document under which they were sent.")
  @APIResponse(responseCode = "200", description = "A page of applications")
  @APIResponse(responseCode = "400", description = "invalid")
  public Page<ApplicationView> list(@QueryParam("mine") boolean mine, @QueryParam("state") String state, @QueryParam("kind") String kind, @QueryParam("unit") String unit, @QueryParam("q") String text, @QueryParam("open") boolean open, @BeanParam Listing listing) {
    Caller caller = user.caller();
    if (mine) return listing.cut(caller.officerId() == null ? List.of() : applications.ofOfficer(caller.officerId()).stream().map(row -> view(row, null)).toList());
    Page<CertificateApplications.Row> page = applications.page(caller, new CertificateApplications.Filter(Asked.one(CertificateApplication.State.class, state), Asked.one(CertificateKind.class, kind), Asked.id(unit), text, open), listing.request());
    return new Page<>(page.items().stream().map(row -> view(row, null)).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Roles({"OFFICER", "UNIT_ADMIN"})
  @Operation(summary = "Draft an application", description = "By the officer for oneself, or by the unit. SUBMIT hands it in.")
  @APIResponse(responseCode = "201", description = "Drafted")
  @APIResponse(responseCode = "409", description = "application-open, application-holds, application-barred, application-inactive")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Begun.class)
  public Response draft(ApplicationBody body) {
    if (Asked.body(body).officerId() == null) throw Invalid.field("officerId", "required");
    return Response.status(201).entity(new Begun(applying.draft(user.caller(), new CertificateApplying.Draft(body.kind(), body.officerId(), body.category(), body.duties())))).build();
  }

  @POST
  @Path("batches")
  @Roles("UNIT_ADMIN")
  @Operation(summary = "Draft a unit's several applications: all or none")
  @APIResponse(responseCode = "201", description = "Drafted")
  @APIResponse(responseCode = "409", description = "As for one")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(BatchBegun.class)
  public Response batch(BatchBody body) {
    if (Asked.body(body).unitId() == null) throw Invalid.field("unitId", "required");
    if (body.officerIds() != null && body.officerIds().contains(null)) throw Invalid.field("officerIds", "required");
    return Response.status(201).entity(new BatchBegun(applying.draftBatch(user.caller(), body.kind(), body.unitId(), body.officerIds(), body.category(), body.duties()))).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "An application, and the steps that the caller may record now")
  @APIResponse(responseCode = "200", description = "The application")
  @APIResponse(responseCode = "404", description = "not-found")
  public ApplicationView one(@PathParam("id") long id) {
    return view(applications.row(user.caller(), id), applying.next(user.caller(), id).stream().map(next -> new CertificatesResource.CertificateNext(next.step(), next.authorities())).toList());
  }

  @PUT
  @Path("{id: \\d{1,18}}")
  @Roles({"OFFICER", "UNIT_ADMIN"})
  @Operation(summary = "Change what a draft says")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "409", description = "application-step, changed-meanwhile")
  public void describe(@PathParam("id") long id, DescriptionBody body) {
    if (Asked.body(body).version() == null) throw Invalid.field("version", "required");
    applying.describe(user.caller(), new StepData.Target(id, body.version()), body.category(), body.duties());
  }

  @GET
  @Path("{id: \\d{1,18}}/steps")
  @Operation(summary = "All that was done")
  @APIResponse(responseCode = "200", description = "A page of steps")
  @APIResponse(responseCode = "404", description = "not-found")
  public Page<CertificatesResource.CertificateStepView> history(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(applications.history(user.caller(), id).stream().map(CertificatesResource::view).toList());
  }

  @POST
  @Path("{id: \\d{1,18}}/steps")
  @Roles({"OFFICER", "UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Record a step", description = "MAKE gives the serial, and validFrom and validTo where they are not the usual ones.")
  @APIResponse(responseCode = "204", description = "Recorded")
  @APIResponse(responseCode = "409", description = "application-step, application-unchecked, application-publication, changed-meanwhile, certificate-own, certificate-authority")
  @APIResponse(responseCode = "422", description = "invalid")
  public void take(@PathParam("id") long id, CertificatesResource.StepBody body) {
    applying.take(user.caller(), Asked.body(body).target(id), body.data());
  }

  @POST
  @Path("{id: \\d{1,18}}/check")
  @Roles("SUPERVISOR")
  @Operation(summary = "Check whether the officer is eligible and keep the check, on which BUREAU_PASS rests")
  @APIResponse(responseCode = "201", description = "Kept")
  @APIResponse(responseCode = "409", description = "application-step, changed-meanwhile, certificate-own")
  @Answers(Examined.class)
  public Response examine(@PathParam("id") long id, DescriptionBody body) {
    if (Asked.body(body).version() == null) throw Invalid.field("version", "required");
    KeptCheck kept = applying.examine(user.caller(), new StepData.Target(id, body.version()));
    return Response.status(201).entity(new Examined(kept.id(), kept.number(), kept.eligible())).build();
  }

  @POST
  @Path("steps")
  @Roles({"UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Record the same step with several: all or none")
  @APIResponse(responseCode = "204", description = "Recorded")
  @APIResponse(responseCode = "409", description = "As for one")
  @APIResponse(responseCode = "422", description = "invalid")
  public void takeMany(CertificatesResource.StepsBody body) {
    applying.takeMany(user.caller(), Asked.body(body).all(), body.data());
  }

  @GET
  @Path("sent")
  @Roles({"SUPERVISOR", "EXAM_ADMIN", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "What went to the province under a document")
  @APIResponse(responseCode = "200", description = "A page of applications")
  public Page<ApplicationView> sent(@QueryParam("document") String document, @BeanParam Listing listing) {
    if (document == null) throw new NotFound("certificateList", "-");
    return listing.cut(applications.sent(user.caller(), document).stream().map(row -> view(row, null)).toList());
  }

  @GET
  @Path("sent.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  @Roles({"SUPERVISOR", "EXAM_ADMIN", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "The same as the list for the province", description = "With empty columns for serial and validity: filled in, it comes back to /certificate-imports/serials.")
  @APIResponse(responseCode = "200", description = "XLSX")
  @APIResponse(responseCode = "404", description = "not-found")
  public Response sentSheet(@QueryParam("document") String document) {
    return files.sent(document);
  }

  private static ApplicationView view(CertificateApplications.Row row, List<CertificatesResource.CertificateNext> next) {
    return new ApplicationView(row.id(), row.number(), row.kind(), row.purpose(), row.officerId(), row.name(), row.unit(), row.category(), row.duties(), row.state(), row.checkId(), row.publishedOn(), row.publishedUntil(), row.sendDocument(), row.certificateId(), row.version(), next);
  }
}
