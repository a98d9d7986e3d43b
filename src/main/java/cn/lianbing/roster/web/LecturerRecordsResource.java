package cn.lianbing.roster.web;

import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.roster.Appointment;
import cn.lianbing.roster.AppointmentLetter;
import cn.lianbing.roster.LecturerTimes;
import cn.lianbing.roster.Qualifications;
import cn.lianbing.roster.RosterKeeping;
import cn.lianbing.roster.Term;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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

/** What belongs to a lecturer: terms and letters, leave and free times, conflicts, qualifications. */
@Path("/lecturers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", "TRAINER"})
@Tag(name = "roster")
public class LecturerRecordsResource {
  @Inject RosterKeeping keeping;
  @Inject LecturerTimes times;
  @Inject Qualifications qualifications;
  @Inject AppointmentLetter letters;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  /** @param source CITY, PROVINCE, OWN */
  public record TermInput(String letterNumber, String source, LocalDate from, LocalDate to) {
    @JsonbCreator
    public TermInput {}

    Term term() {
      return new Term(letterNumber, Asked.one(Appointment.Source.class, "source", source), from, to);
    }
  }

  /** @param on the first day without a term; @param reason MOVED, NOT_CONTINUED, RATING, OWN_WISH, OTHER (with a note) */
  public record ExitInput(LocalDate on, String reason, String note) {
    @JsonbCreator
    public ExitInput {}
  }

  /** @param openLectures planned ones that now have nobody */
  public record ExitResult(int openLectures) {}

  public record RecordId(long id) {}

  public record LeaveInput(LocalDate from, LocalDate to, String reason) {
    @JsonbCreator
    public LeaveInput {}
  }

  public record LeaveView(long id, LocalDate from, LocalDate to, String reason) {}

  /** @param weekday 1 Monday to 7 Sunday, every week; or on, one day */
  public record FreeInput(Integer weekday, LocalDate on, LocalTime from, LocalTime to) {
    @JsonbCreator
    public FreeInput {}
  }

  public record FreeView(long id, Integer weekday, LocalDate on, LocalTime from, LocalTime to) {}

  public record LecturerTimesView(List<LeaveView> leaves, List<FreeView> freeTimes) {}

  public record ConflictInput(Long unitId, String reason) {
    @JsonbCreator
    public ConflictInput {}
  }

  public record QualificationView(long id, String title, LocalDate issuedOn, String fileName, Integer fileSize) {}

  @POST
  @Path("/{id}/appointments")
  @Roles("TRAINER")
  @Operation(summary = "Appoint for a term, or for a further one")
  @APIResponse(responseCode = "201", description = "The appointment's id", content = @Content(schema = @Schema(ref = "RecordId")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "appointment-overlaps, letter-number-taken, lecturer-own-record")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response appoint(@PathParam("id") long id, TermInput input) {
    return created(keeping.appoint(user.caller(), id, Asked.body(input).term()));
  }

  @POST
  @Path("/{id}/exit")
  @Roles("TRAINER")
  @Operation(summary = "End a lecturer's terms with a reason", description = "Terms and lectures stay to be read.")
  @APIResponse(responseCode = "200", description = "How many planned lectures now have nobody", content = @Content(schema = @Schema(ref = "ExitResult")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "lecturer-no-term, lecturer-own-record")
  @APIResponse(responseCode = "422", description = "invalid")
  public ExitResult exit(@PathParam("id") long id, ExitInput input) {
    return new ExitResult(keeping.exit(user.caller(), id, Asked.body(input).on(), Asked.one(Appointment.Exit.class, "exitReason", input.reason()), input.note()));
  }

  @GET
  @Path("/appointments/{appointment}/letter.pdf")
  @Produces("application/pdf")
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "The letter of appointment, to print")
  @APIResponse(responseCode = "200", description = "PDF", content = @Content(mediaType = "application/pdf"))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "no-print-font")
  public Response letter(@PathParam("appointment") long appointment) {
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    AppointmentLetter.Letter letter = letters.find(user.caller(), appointment, texts);
    return Response.ok((StreamingOutput) out -> AppointmentLetter.print(letter, texts, out)).header("Content-Disposition", Download.disposition(texts.of("roster.letter.file", letter.lecturer().name()))).build();
  }

  @GET
  @Path("/{id}/times")
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Leave and free times of a lecturer")
  @APIResponse(responseCode = "200", description = "Both lists", content = @Content(schema = @Schema(ref = "LecturerTimesView")))
  @APIResponse(responseCode = "404", description = "not-found")
  public LecturerTimesView times(@PathParam("id") long id) {
    return new LecturerTimesView(times.leaves(user.caller(), id).stream().map(one -> new LeaveView(one.id(), one.from(), one.to(), one.reason())).toList(), times.free(user.caller(), id).stream().map(one -> new FreeView(one.id(), one.weekday(), one.on(), one.from(), one.to())).toList());
  }

  @POST
  @Path("/{id}/leaves")
  @Operation(summary = "Enter leave", description = "By the lecturer or the training desk.")
  @APIResponse(responseCode = "201", description = "Its id", content = @Content(schema = @Schema(ref = "RecordId")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "leave-overlaps, leave-lectures, lecturer-times-full")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response leave(@PathParam("id") long id, LeaveInput input) {
    return created(times.addLeave(user.caller(), id, Asked.body(input).from(), input.to(), input.reason()));
  }

  @DELETE
  @Path("/leaves/{leave}")
  @Operation(summary = "Remove leave")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "not-found")
  public void removeLeave(@PathParam("leave") long leave) {
    times.removeLeave(user.caller(), leave);
  }

  @POST
  @Path("/{id}/free-times")
  @Operation(summary = "Enter a time at which the lecturer can be asked", description = "By the lecturer or the training desk; every week or on one day.")
  @APIResponse(responseCode = "201", description = "Its id", content = @Content(schema = @Schema(ref = "RecordId")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "lecturer-times-full")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response free(@PathParam("id") long id, FreeInput input) {
    return created(times.addFree(user.caller(), id, Asked.body(input).weekday(), input.on(), input.from(), input.to()));
  }

  @DELETE
  @Path("/free-times/{time}")
  @Operation(summary = "Remove a free time")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "not-found")
  public void removeFree(@PathParam("time") long time) {
    times.removeFree(user.caller(), time);
  }

  @POST
  @Path("/{id}/conflicts")
  @Roles("TRAINER")
  @Operation(summary = "Keep a lecturer out of a unit and those below it")
  @APIResponse(responseCode = "201", description = "Its id", content = @Content(schema = @Schema(ref = "RecordId")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "conflict-exists, lecturer-own-record")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response bar(@PathParam("id") long id, ConflictInput input) {
    return created(keeping.bar(user.caller(), id, Asked.body(input).unitId(), input.reason()));
  }

  @DELETE
  @Path("/conflicts/{conflict}")
  @Roles("TRAINER")
  @Operation(summary = "The conflict is no more")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "not-found")
  public void unbar(@PathParam("conflict") long conflict) {
    keeping.unbar(user.caller(), conflict);
  }

  @GET
  @Path("/{id}/qualifications")
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Qualifications of a lecturer")
  @APIResponse(responseCode = "200", description = "The list")
  @APIResponse(responseCode = "404", description = "not-found")
  public List<QualificationView> qualifications(@PathParam("id") long id) {
    return qualifications.ofLecturer(user.caller(), id).stream().map(one -> new QualificationView(one.id(), one.title(), one.issuedOn(), one.fileName(), one.fileSize())).toList();
  }

  @POST
  @Path("/{id}/qualifications")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Add a qualification with the file that shows it", description = "PDF, JPG, PNG, DOCX, PPTX or XLSX of at most 10 MB; the file may be left out.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(type = SchemaType.OBJECT, properties = {@SchemaProperty(name = "title", type = SchemaType.STRING), @SchemaProperty(name = "issuedOn", type = SchemaType.STRING, format = "date"), @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary")})))
  @APIResponse(responseCode = "201", description = "Its id", content = @Content(schema = @Schema(ref = "RecordId")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "qualifications-full")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response qualify(@PathParam("id") long id, @Parameter(hidden = true) @FormParam("title") EntityPart title, @Parameter(hidden = true) @FormParam("issuedOn") EntityPart issuedOn, @Parameter(hidden = true) @FormParam("file") EntityPart file) throws IOException {
    return created(qualifications.addToLecturer(user.caller(), id, text(title), date(issuedOn), AttachedFile.of("file", file)));
  }

  @GET
  @Path("/qualifications/{qualification}/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "The file of a qualification", description = "Always as an attachment.")
  @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
  @APIResponse(responseCode = "404", description = "not-found")
  public Response file(@PathParam("qualification") long qualification) {
    Attachment file = qualifications.file(user.caller(), qualification);
    return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM).header("Content-Disposition", Download.disposition(file.name())).build();
  }

  @DELETE
  @Path("/qualifications/{qualification}")
  @Operation(summary = "Remove a qualification")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "not-found")
  public void removeQualification(@PathParam("qualification") long qualification) {
    qualifications.remove(user.caller(), qualification);
  }

  private static Response created(long id) {
    return Response.status(201).entity(new RecordId(id)).build();
  }

  static String text(EntityPart part) throws IOException {
    if (part == null) return null;
    try (InputStream in = part.getContent()) {
      return new String(in.readNBytes(4_000), StandardCharsets.UTF_8);
    }
  }

  static LocalDate date(EntityPart part) throws IOException {
    String text = text(part);
    if (text == null || text.isBlank()) return null;
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw Invalid.field("issuedOn", "date");
    }
  }
}
