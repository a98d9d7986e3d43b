package cn.lianbing.exam.web;

import cn.lianbing.exam.Boards;
import cn.lianbing.exam.DrawnPapers;
import cn.lianbing.exam.ExamTaking;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.Ranking;
import cn.lianbing.exam.RankingSheet;
import cn.lianbing.exam.Subject;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exams as candidates see them, and their rankings. */
@Path("/exams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exams")
public class ExamsResource {
  @Inject Exams exams;
  @Inject DrawnPapers drawn;
  @Inject Boards boards;
  @Inject AttemptViews attempts;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record ExamView(long id, String title, @Schema(type = SchemaType.STRING, enumeration = {"PUBLIC", "PROFESSIONAL"}) String subject, OffsetDateTime opensAt, OffsetDateTime closesAt, int durationMinutes, int attemptsAllowed, int attemptsUsed, BigDecimal passMark, BigDecimal maxMark, String state, Long openAttempt, boolean released, BigDecimal bestScore, Boolean passed) {}

  public record HeldView(long id, String title, @Schema(type = SchemaType.STRING, enumeration = {"PUBLIC", "PROFESSIONAL"}) String subject, String unit, OffsetDateTime opensAt, OffsetDateTime closesAt, String state, boolean cancelled, long candidates, long sat, boolean resit) {}

  public record PersonView(int rank, String person, String unit, BigDecimal score, long millisUsed, OffsetDateTime submittedAt, String why) {}

  public record UnitView(Integer rank, String unit, int expected, int sat, int excused, BigDecimal sitRate, BigDecimal meanScore, BigDecimal passRate, BigDecimal excellentRate, BigDecimal unitScore, String why) {}

  @GET
  @Operation(summary = "Exams", description = "mine=true: those of which the caller is a candidate; else those that the caller holds or may watch.")
  @APIResponse(responseCode = "200", description = "A page of exams")
  @Answers(value = {ExamView.class, HeldView.class}, list = true)
  public Object list(@QueryParam("mine") boolean mine, @BeanParam Listing listing) {
    Page.Request request = listing.request();
    if (!mine) {
      Page<Exams.Row> held = exams.held(user.caller(), request);
      return new Page<>(held.items().stream().map(row -> new HeldView(row.id(), row.title(), name(row.subject()), row.unit(), Times.offset(row.opensAt()), Times.offset(row.closesAt()), row.phase().name(), row.state().name().equals("CANCELLED"), row.candidates(), row.sat(), row.resit())).toList(), held.total(), held.page(), held.size());
    }
    List<ExamView> all = exams.mine(user.caller()).stream().map(ExamsResource::exam).toList();
    return listing.cut(all);
  }

  @POST
  @Path("/{id}/attempts")
  @Operation(summary = "Start an attempt, or resume the open one from any device")
  @APIResponse(responseCode = "201", description = "Started")
  @Answers(AttemptViews.AttemptView.class)
  @APIResponse(responseCode = "200", description = "Resumed")
  @APIResponse(responseCode = "409", description = "exam-not-open, no-attempts-left, not-eligible")
  public Response start(@PathParam("id") long id) {
    ExamTaking.Started started = drawn.start(user.caller(), id);
    return Response.status(started.fresh() ? 201 : 200).entity(attempts.of(user.caller(), started.attemptId(), started.fresh(), texts())).build();
  }

  @GET
  @Path("/{id}/ranking")
  @Operation(summary = "The board of individuals or of units", description = "Names of others are masked unless the caller administers them. kind: DEPARTMENT or TOWNSHIP.")
  @APIResponse(responseCode = "200", description = "A page of places; ties share one")
  @Answers(value = {PersonView.class, UnitView.class}, list = true)
  @APIResponse(responseCode = "409", description = "result-not-released")
  public Page<?> ranking(@PathParam("id") long id, @QueryParam("by") String by, @QueryParam("kind") String kind, @BeanParam Listing listing) {
    Boards.View board = boards.of(user.caller(), id, kind(kind));
    Texts texts = texts();
    return by(by).equals("unit") ? listing.cut(board.units().stream().map(place -> unit(place, texts)).toList()) : listing.cut(board.persons().stream().map(place -> person(place, texts)).toList());
  }

  @GET
  @Path("/{id}/ranking.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  @Operation(summary = "The same rows as a workbook")
  @APIResponse(responseCode = "200", description = "XLSX")
  public Response workbook(@PathParam("id") long id, @QueryParam("by") String by, @QueryParam("kind") String kind) {
    return file(id, by(by), kind, "xlsx");
  }

  @GET
  @Path("/{id}/ranking.csv")
  @Produces("text/csv;charset=UTF-8")
  @Operation(summary = "The same rows as CSV")
  @APIResponse(responseCode = "200", description = "CSV, UTF-8")
  public Response csv(@PathParam("id") long id, @QueryParam("by") String by, @QueryParam("kind") String kind) {
    return file(id, by(by), kind, "csv");
  }

  @GET
  @Path("/{id}/ranking.pdf")
  @Produces("application/pdf")
  @Operation(summary = "The same rows to print")
  @APIResponse(responseCode = "200", description = "PDF, A4")
  public Response printed(@PathParam("id") long id, @QueryParam("by") String by, @QueryParam("kind") String kind) {
    return file(id, by(by), kind, "pdf");
  }

  private Response file(long id, String by, String kind, String format) {
    Boards.View board = Download.inTurn(() -> boards.of(user.caller(), id, kind(kind)));
    Texts texts = texts();
    StreamingOutput rows = out -> Download.inTurn(() -> {
      RankingSheet.write(board, by, format, texts, out);
      return board;
    });
    return Response.ok(rows).header("Content-Disposition", "attachment; filename=\"ranking-" + id + "-" + by + "." + format + "\"").build();
  }

  private Texts texts() {
    return Texts.in(headers.getAcceptableLanguages().get(0));
  }

  private static String name(Subject subject) {
    return subject == null ? null : subject.name();
  }

  private static String by(String by) {
    if (by == null || by.equals("person") || by.equals("unit")) return by == null ? "person" : by;
    throw Invalid.parameter("by", "by");
  }

  private static Unit.Kind kind(String kind) {
    if (kind == null || kind.isEmpty()) return null;
    if (kind.equals("DEPARTMENT") || kind.equals("TOWNSHIP")) return Unit.Kind.valueOf(kind);
    throw Invalid.parameter("kind", "kind");
  }

  private static ExamView exam(Exams.Mine one) {
    return new ExamView(one.id(), one.title(), name(one.subject()), Times.offset(one.opensAt()), Times.offset(one.closesAt()), one.durationMinutes(), one.attemptsAllowed(), one.attemptsUsed(), Marks.decimal(one.passMark()), Marks.decimal(one.maxMark()), one.phase().name(), one.openAttemptId(), one.released(), one.bestScore() == null ? null : Marks.decimal(one.bestScore()), one.passed());
  }

  private static PersonView person(Ranking.PersonPlace place, Texts texts) {
    return new PersonView(place.rank(), place.entry().name(), place.unit().name(), Marks.decimal(place.entry().score()), place.entry().millisUsed(), Times.offset(Instant.ofEpochMilli(place.entry().submittedAt())), RankingSheet.why(place, texts));
  }

  private static UnitView unit(Ranking.UnitPlace place, Texts texts) {
    return new UnitView(place.rank(), place.unit().name(), place.expected(), place.sat(), place.excused(), place.sitRate(), place.meanScore(), place.passRate(), place.excellentRate(), place.unitScore(), RankingSheet.why(place, texts));
  }
}
