package cn.lianbing.roster.web;

import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.roster.LecturerApplication;
import cn.lianbing.roster.LecturerApplications;
import cn.lianbing.roster.Qualifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications and recommendations of lecturers. */
@Path("/lecturer-applications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", "TRAINER", "UNIT_ADMIN"})
@Tag(name = "roster")
public class LecturerApplicationsResource {
  @Inject LecturerApplications applications;
  @Inject Qualifications qualifications;
  @Inject CurrentUser user;

  public record ApplicationRow(long id, String kind, String name, Long officerId, String unit, String employer, String post, String email, String phone, List<String> fields, List<String> topics, String grounds, String state, String reason, Long lecturerId, OffsetDateTime createdAt) {}

  public record ApplicationList(List<ApplicationRow> items, long total, int page, int size) {}

  /** @param lecturer for oneself its name, officerId and employer are ignored */
  public record ApplicationInput(LecturersResource.LecturerInput lecturer, String grounds) {
    @JsonbCreator
    public ApplicationInput {}
  }

  public record RefusalInput(String reason) {
    @JsonbCreator
    public RefusalInput {}
  }

  /** @param lecturerId of the lecturer that it made */
  public record ApprovalResult(long lecturerId) {}

  @GET
  @Operation(summary = "Applications", description = "mine=true: for one's own person; else within the caller's reach, those that wait first. state: SUBMITTED, APPROVED, REFUSED, WITHDRAWN.")
  @APIResponse(responseCode = "200", description = "A page of applications", content = @Content(schema = @Schema(ref = "ApplicationList")))
  @APIResponse(responseCode = "400", description = "invalid, unreadable")
  public ApplicationList list(@QueryParam("mine") @DefaultValue("false") boolean mine, @QueryParam("state") String state, @BeanParam Listing listing) {
    Page<LecturerApplications.Row> found = mine ? listing.cut(applications.mine(user.caller())) : applications.page(user.caller(), Asked.one(LecturerApplication.State.class, state), listing.request());
    return new ApplicationList(found.items().stream().map(LecturerApplicationsResource::row).toList(), found.total(), found.page(), found.size());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One application")
  @APIResponse(responseCode = "200", description = "The application", content = @Content(schema = @Schema(ref = "ApplicationRow")))
  @APIResponse(responseCode = "404", description = "not-found")
  public ApplicationRow one(@PathParam("id") long id) {
    return row(applications.row(user.caller(), id));
  }

  @POST
  @Operation(summary = "Apply, or recommend somebody", description = "As an officer for oneself; recommend=true as a unit's administrator for an officer within reach, or for somebody from outside.")
  @APIResponse(responseCode = "201", description = "Submitted; Location names it", content = @Content(schema = @Schema(ref = "ApplicationRow")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "lecturer-exists, application-pending")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response submit(@QueryParam("recommend") @DefaultValue("false") boolean recommend, ApplicationInput input) {
    LecturersResource.LecturerInput lecturer = Asked.body(Asked.body(input).lecturer());
    long id = recommend ? applications.recommend(user.caller(), lecturer.officerId(), lecturer.data(), input.grounds()) : applications.apply(user.caller(), lecturer.data(), input.grounds());
    return Response.created(URI.create("lecturer-applications/" + id)).entity(one(id)).build();
  }

  @POST
  @Path("/{id}/approval")
  @Roles("TRAINER")
  @Operation(summary = "Approve and appoint")
  @APIResponse(responseCode = "200", description = "The lecturer", content = @Content(schema = @Schema(ref = "ApprovalResult")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "application-decided, application-own, appointment-overlaps, letter-number-taken")
  @APIResponse(responseCode = "422", description = "invalid")
  public ApprovalResult approve(@PathParam("id") long id, LecturerRecordsResource.TermInput input) {
    return new ApprovalResult(applications.approve(user.caller(), id, Asked.body(input).term()));
  }

  @POST
  @Path("/{id}/refusal")
  @Roles("TRAINER")
  @Operation(summary = "Refuse with a reason")
  @APIResponse(responseCode = "204", description = "Refused")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "application-decided, application-own")
  @APIResponse(responseCode = "422", description = "invalid")
  public void refuse(@PathParam("id") long id, RefusalInput input) {
    applications.refuse(user.caller(), id, Asked.body(input).reason());
  }

  @POST
  @Path("/{id}/withdrawal")
  @Roles({"OFFICER", "UNIT_ADMIN", "TRAINER"})
  @Operation(summary = "Withdraw what one submitted, while nobody has decided")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "application-decided")
  public void withdraw(@PathParam("id") long id) {
    applications.withdraw(user.caller(), id);
  }

  @GET
  @Path("/{id}/qualifications")
  @Operation(summary = "Qualifications that came with an application")
  @APIResponse(responseCode = "200", description = "The list")
  @APIResponse(responseCode = "404", description = "not-found")
  public List<LecturerRecordsResource.QualificationView> qualifications(@PathParam("id") long id) {
    return qualifications.ofApplication(user.caller(), id).stream().map(one -> new LecturerRecordsResource.QualificationView(one.id(), one.title(), one.issuedOn(), one.fileName(), one.fileSize())).toList();
  }

  @POST
  @Path("/{id}/qualifications")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Add a qualification with the file that shows it, while the application waits", description = "PDF, JPG, PNG, DOCX, PPTX or XLSX of at most 10 MB; the file may be left out.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(type = SchemaType.OBJECT, properties = {@SchemaProperty(name = "title", type = SchemaType.STRING), @SchemaProperty(name = "issuedOn", type = SchemaType.STRING, format = "date"), @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary")})))
  @APIResponse(responseCode = "201", description = "Its id", content = @Content(schema = @Schema(ref = "RecordId")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "application-decided, qualifications-full")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response qualify(@PathParam("id") long id, @Parameter(hidden = true) @FormParam("title") EntityPart title, @Parameter(hidden = true) @FormParam("issuedOn") EntityPart issuedOn, @Parameter(hidden = true) @FormParam("file") EntityPart file) throws IOException {
    long made = qualifications.addToApplication(user.caller(), id, LecturerRecordsResource.text(title), LecturerRecordsResource.date(issuedOn), AttachedFile.of("file", file));
    return Response.status(201).entity(new LecturerRecordsResource.RecordId(made)).build();
  }

  private static ApplicationRow row(LecturerApplications.Row row) {
    return new ApplicationRow(row.id(), row.kind().name(), row.name(), row.officerId(), row.unit(), row.employer(), row.post(), row.email(), row.phone(), row.fields().stream().map(Enum::name).toList(), row.topics(), row.grounds(), row.state().name(), row.reason(), row.lecturerId(), Times.offset(row.createdAt()));
  }
}
