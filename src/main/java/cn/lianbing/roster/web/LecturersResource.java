package cn.lianbing.roster.web;

import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.roster.Appointment;
import cn.lianbing.roster.LawField;
import cn.lianbing.roster.LecturerCards;
import cn.lianbing.roster.LecturerData;
import cn.lianbing.roster.LecturerSearch;
import cn.lianbing.roster.Lecturers;
import cn.lianbing.roster.Lectures;
import cn.lianbing.roster.LoadBoard;
import cn.lianbing.roster.RosterKeeping;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BadRequestException;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The lecturers' roster: who is in it, and who can speak on a topic, there, then. */
@Path("/lecturers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN", "SYSTEM_ADMIN"})
@Tag(name = "roster")
public class LecturersResource {
  @Inject Lecturers lecturers;
  @Inject LecturerCards cards;
  @Inject LecturerSearch search;
  @Inject Lectures lectures;
  @Inject LoadBoard load;
  @Inject RosterKeeping keeping;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;

  /** @param source CITY, PROVINCE, OWN; @param load sessions this year */
  public record LecturerRow(long id, String name, String post, Long unitId, String unit, String source, LocalDate termEnd, boolean appointed, String exit, String topics, int load, Integer loadLimit) {}

  public record LecturerList(List<LecturerRow> items, long total, int page, int size) {}

  public record LecturerTerm(long id, String letterNumber, String source, LocalDate from, LocalDate to, LocalDate lastDay, boolean renewal, String exit, String exitNote, boolean current) {}

  /** @param rating and answers only from 5 answers up; @param orphan planned for a day that no term covers */
  public record LecturerTalk(long ref, String title, String host, OffsetDateTime from, OffsetDateTime to, String state, Integer minutes, String rating, int answers, boolean orphan) {}

  public record LecturerConflict(long id, String unit, String reason) {}

  /** @param weighted (10 · mean + sum) ÷ (10 + n) */
  public record LecturerRating(String weighted, String plain, int n, String mean) {}

  public record LecturerView(LecturerRow lecturer, Long officerId, String keeper, String email, String phone, String about, List<String> fields, List<String> topics, List<LecturerTerm> terms, List<LecturerTalk> lectures, List<LecturerConflict> conflicts, LecturerRating rating) {}

  /** @param officerId null: from outside, with name and employer */
  public record LecturerInput(Long officerId, String name, String employer, String post, String email, String phone, String about, Integer loadLimit, List<String> fields, List<String> topics) {
    @JsonbCreator
    public LecturerInput {}

    LecturerData data() {
      List<LawField> known = fields == null ? List.of() : fields.stream().map(field -> Asked.one(LawField.class, "fields", field)).filter(field -> field != null).toList();
      return new LecturerData(name, employer, post, email, phone, about, loadLimit, known, topics);
    }
  }

  public record CandidateReason(String code, String text, int points) {}

  /** @param hard it cannot be planned */
  public record LecturerObjection(String code, String text, boolean hard) {}

  public record LecturerCandidate(long lecturerId, String name, String post, String unit, boolean possible, boolean onTopic, int points, List<CandidateReason> why, List<LecturerObjection> against) {}

  public record CandidateList(List<LecturerCandidate> items, long total, int page, int size) {}

  public record LoadLine(long lecturerId, String name, String unit, int held, int planned, int minutes, Integer limit, boolean over) {}

  public record LoadView(int year, double mean, List<LoadLine> items) {}

  @GET
  @Operation(summary = "Lecturers within the caller's reach", description = "standing: APPOINTED, ENDING (within 90 days), ENDED. source: CITY, PROVINCE, OWN.")
  @APIResponse(responseCode = "200", description = "A page of lecturers", content = @Content(schema = @Schema(ref = "LecturerList")))
  @APIResponse(responseCode = "400", description = "invalid, unreadable")
  @APIResponse(responseCode = "401", description = "not-signed-in")
  @APIResponse(responseCode = "403", description = "forbidden")
  public LecturerList list(@QueryParam("q") String q, @QueryParam("field") String field, @QueryParam("source") String source, @QueryParam("standing") String standing, @BeanParam Listing listing) {
    var filter = new Lecturers.Filter(q, Asked.one(LawField.class, field), Asked.one(Appointment.Source.class, source), Asked.one(Lecturers.Standing.class, standing));
    Page<Lecturers.Row> found = lecturers.page(user.caller(), filter, listing.request());
    return new LecturerList(found.items().stream().map(LecturersResource::row).toList(), found.total(), found.page(), found.size());
  }

  @GET
  @Path("/me")
  @Roles({"OFFICER"})
  @Operation(summary = "The lecturer that the caller is")
  @APIResponse(responseCode = "200", description = "The own record", content = @Content(schema = @Schema(ref = "LecturerView")))
  @APIResponse(responseCode = "404", description = "not-found: the caller is no lecturer")
  public LecturerView me() {
    Long officer = user.caller().officerId();
    if (officer == null) throw new NotFound("lecturer", "me");
    return one(lecturers.ofOfficer(officer).orElseThrow(() -> new NotFound("lecturer", "me")));
  }

  @GET
  @Path("/{id}")
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "SYSTEM_ADMIN"})
  @Operation(summary = "One lecturer", description = "A lecturer may read the own record. Conflicts are told to the training desk and the lecturer only.")
  @APIResponse(responseCode = "200", description = "The lecturer", content = @Content(schema = @Schema(ref = "LecturerView")))
  @APIResponse(responseCode = "401", description = "not-signed-in")
  @APIResponse(responseCode = "404", description = "not-found")
  public LecturerView one(@PathParam("id") long id) {
    return view(cards.of(user.caller(), id));
  }

  @POST
  @Roles("TRAINER")
  @Operation(summary = "Take somebody into the roster", description = "Without a term yet; see appointments.")
  @APIResponse(responseCode = "201", description = "Added; Location names it", content = @Content(schema = @Schema(ref = "LecturerView")))
  @APIResponse(responseCode = "409", description = "lecturer-exists")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response add(LecturerInput input) {
    long id = keeping.add(user.caller(), Asked.body(input).officerId(), input.data());
    return Response.created(URI.create("lecturers/" + id)).entity(one(id)).build();
  }

  @PUT
  @Path("/{id}")
  @Roles("TRAINER")
  @Operation(summary = "Change a lecturer", description = "officerId is not changed; an officer's name comes from the officer.")
  @APIResponse(responseCode = "200", description = "As it is now", content = @Content(schema = @Schema(ref = "LecturerView")))
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "lecturer-own-record")
  @APIResponse(responseCode = "422", description = "invalid")
  public LecturerView change(@PathParam("id") long id, LecturerInput input) {
    keeping.change(user.caller(), id, Asked.body(input).data());
    return one(id);
  }

  @GET
  @Path("/search")
  @Roles("TRAINER")
  @Operation(summary = "Who can speak on a topic, there, then", description = "Ranked with reasons in words; those who cannot be asked stand last with the reason. from, to: ISO-8601 with offset.")
  @APIResponse(responseCode = "200", description = "Candidates", content = @Content(schema = @Schema(ref = "CandidateList")))
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "404", description = "not-found: no such unit")
  @APIResponse(responseCode = "422", description = "invalid")
  public CandidateList find(@QueryParam("topic") String topic, @QueryParam("unit") String unit, @QueryParam("from") String from, @QueryParam("to") String to, @BeanParam Listing listing) {
    Page<LecturerSearch.Candidate> found = listing.cut(search.find(user.caller(), new LecturerSearch.Ask(topic, Asked.id(unit), AskedTime.of(from), AskedTime.of(to))));
    Texts texts = texts();
    return new CandidateList(found.items().stream().map(one -> new LecturerCandidate(one.lecturerId(), one.name(), one.post(), one.unit(), one.possible(), one.onTopic(), one.points(),
        one.why().stream().map(why -> new CandidateReason(why.code(), LecturerSearch.text(why, texts), why.points())).toList(), objections(one.against(), texts))).toList(), found.total(), found.page(), found.size());
  }

  @GET
  @Path("/{id}/objections")
  @Roles("TRAINER")
  @Operation(summary = "What speaks against asking a lecturer", description = "from, to: ISO-8601 with offset. An empty list: nothing.")
  @APIResponse(responseCode = "200", description = "Every objection, hard or a warning")
  @APIResponse(responseCode = "404", description = "not-found")
  public List<LecturerObjection> objections(@PathParam("id") long id, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("unit") String unit) {
    if (AskedTime.of(from) == null || AskedTime.of(to) == null || !AskedTime.of(from).isBefore(AskedTime.of(to))) throw new BadRequestException();
    cards.of(user.caller(), id);
    return objections(lectures.check(id, AskedTime.of(from), AskedTime.of(to), Asked.id(unit), null), texts());
  }

  @GET
  @Path("/load")
  @Operation(summary = "How evenly a year's sessions lie on the lecturers", description = "Without a year: this one.")
  @APIResponse(responseCode = "200", description = "Everybody appointed at some time of the year, beside the mean", content = @Content(schema = @Schema(ref = "LoadView")))
  @APIResponse(responseCode = "400", description = "unreadable")
  public LoadView load(@QueryParam("year") String year) {
    if (year != null && !year.matches("20\\d\\d")) throw new BadRequestException();
    LoadBoard.Board board = load.of(user.caller(), year == null ? clock.instant().atZone(Times.ZONE).getYear() : Integer.parseInt(year));
    return new LoadView(board.year(), Math.round(board.mean() * 100) / 100.0, board.lines().stream().map(one -> new LoadLine(one.lecturerId(), one.name(), one.unit(), one.held(), one.planned(), one.minutes(), one.limit(), one.over())).toList());
  }

  private static List<LecturerObjection> objections(List<Lectures.Objection> against, Texts texts) {
    return against.stream().map(one -> new LecturerObjection(one.code(), LecturerSearch.text(one, texts), one.hard())).toList();
  }

  private static LecturerRow row(Lecturers.Row row) {
    return new LecturerRow(row.id(), row.name(), row.title(), row.unitId(), row.unitName(), name(row.source()), row.termEnd(), row.appointed(), name(row.exit()), row.topics(), row.load(), row.loadLimit());
  }

  private static LecturerView view(LecturerCards.Card card) {
    var terms = card.terms().stream().map(one -> new LecturerTerm(one.id(), one.letterNumber(), name(one.source()), one.from(), one.to(), one.lastDay(), one.renewal(), name(one.exit()), one.exitNote(), one.current())).toList();
    var talks = card.talks().stream().map(one -> new LecturerTalk(one.ref(), one.title(), one.host(), Times.offset(one.from()), Times.offset(one.to()), name(one.state()), one.minutes(), one.rating(), one.answers(), one.orphan())).toList();
    var conflicts = card.conflicts().stream().map(one -> new LecturerConflict(one.id(), one.unit(), one.reason())).toList();
    var rating = card.rating() == null ? null : new LecturerRating(card.rating().weighted(), card.rating().plain(), card.rating().n(), card.rating().mean());
    return new LecturerView(row(card.row()), card.officerId(), card.keeper(), card.email(), card.phone(), card.about(), card.fields().stream().map(Enum::name).toList(), card.topics(), terms, talks, conflicts, rating);
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  private Texts texts() {
    return Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
  }
}
