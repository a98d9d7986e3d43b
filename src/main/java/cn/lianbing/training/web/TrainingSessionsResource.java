package cn.lianbing.training.web;

import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.training.Clashes;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionHolding;
import cn.lianbing.training.SessionPlan;
import cn.lianbing.training.SessionPlanning;
import cn.lianbing.training.Townships;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Training sessions: the calendar, and planning at the organiser's desk. */
@Path("/training-sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "training")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "404", description = "not-found")
public class TrainingSessionsResource {
  @Inject TrainingSessions sessions;
  @Inject SessionPlanning planning;
  @Inject SessionHolding holding;
  @Inject Townships townships;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;

  public record UnitRef(long id, String name) {}

  public record SessionView(long id, Integer number, String title, Form form, TrainingSession.State state, OffsetDateTime from, OffsetDateTime to, UnitRef host, UnitRef placeUnit, String township, String place, Integer seats, int enrolled, Integer attended, Bucket bucket, String lecturers) {}

  public record ClashView(String code, String message, boolean hard) {}

  public record SessionBody(String title, Form form, String topic, String basis, String description, Long seriesId, Long hostUnitId, Long cohostUnitId, Long placeUnitId, String place, OffsetDateTime from, OffsetDateTime to, Integer seats, boolean restricted, OffsetDateTime enrolUntil, OffsetDateTime cancelUntil, Bucket bucket, boolean checkInCode,
      List<Long> lecturerIds, Set<Long> audienceUnitIds, boolean despiteWarnings) {
    @JsonbCreator
    public SessionBody {}

    SessionPlan plan(Caller caller) {
      long host = hostUnitId == null ? caller.unitId() : hostUnitId;
      return new SessionPlan(title, form, topic, basis, description, seriesId, host, cohostUnitId, placeUnitId == null ? host : placeUnitId, place, instant(from), instant(to), seats, restricted, instant(enrolUntil), instant(cancelUntil), bucket == null ? Bucket.PROFESSIONAL : bucket, checkInCode, lecturerIds, audienceUnitIds);
    }
  }

  public record MoveBody(OffsetDateTime from, boolean despiteWarnings) {
    @JsonbCreator
    public MoveBody {}
  }

  public record DespiteBody(boolean despiteWarnings) {
    @JsonbCreator
    public DespiteBody {}
  }

  public record WhyBody(String reason) {
    @JsonbCreator
    public WhyBody {}
  }

  public record HeadsBody(Integer heads) {
    @JsonbCreator
    public HeadsBody {}
  }

  public record Created(long id) {}

  public record TileView(long unitId, String township, int x, int y, int sessions, int people) {}

  @GET
  @Operation(summary = "Sessions that touch a span of days", description = "from and to: days, both included; the current month where they are not given. Drafts only for who keeps them.")
  @APIResponse(responseCode = "200", description = "A page of sessions, by time")
  @APIResponse(responseCode = "400", description = "unreadable")
  public Page<SessionView> list(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("form") String form, @QueryParam("townshipId") String township, @QueryParam("unitId") String unit, @QueryParam("seriesId") String series, @QueryParam("state") String state, @BeanParam Listing listing) {
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    LocalDate first = day(from, today.withDayOfMonth(1));
    LocalDate last = day(to, first.plusMonths(1).minusDays(1));
    TrainingSessions.Filter filter = new TrainingSessions.Filter(first.atStartOfDay(Times.ZONE).toInstant(), last.plusDays(1).atStartOfDay(Times.ZONE).toInstant(), Asked.one(Form.class, form), Asked.id(township), Asked.id(unit), Asked.id(series), Asked.one(TrainingSession.State.class, state));
    return listing.cut(sessions.calendar(user.caller(), filter).stream().map(TrainingSessionsResource::view).toList());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A session")
  @APIResponse(responseCode = "200", description = "The session")
  public SessionView get(@PathParam("id") long id) {
    return view(sessions.row(user.caller(), id));
  }

  @GET
  @Path("townships")
  @Operation(summary = "Where the year's held sessions went", description = "x and y: the place of the township's tile")
  @APIResponse(responseCode = "200", description = "One tile a township")
  public Page<TileView> tiles(@QueryParam("year") String year, @BeanParam Listing listing) {
    if (year != null && !year.matches("20\\d\\d")) throw new BadRequestException();
    int of = year == null ? clock.instant().atZone(Times.ZONE).getYear() : Integer.parseInt(year);
    return listing.cut(townships.of(of, false).stream().map(tile -> new TileView(tile.unitId(), tile.fullName(), tile.x(), tile.y(), tile.sessions(), tile.people())).toList());
  }

  @GET
  @Path("{id}/clashes")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "What stands against the session as it is planned")
  @APIResponse(responseCode = "200", description = "Hard ones first; a warning can be passed over with despiteWarnings")
  public Page<ClashView> clashes(@PathParam("id") long id, @BeanParam Listing listing) {
    Texts texts = Texts.in(headers.getAcceptableLanguages().get(0));
    List<Clashes.Clash> found = planning.clashes(user.caller(), id);
    return listing.cut(found.stream().map(one -> new ClashView(one.code(), texts.of("refused." + one.code(), one.args().toArray()), one.hard())).toList());
  }

  @POST
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Draft a session")
  @APIResponse(responseCode = "201", description = "A draft; clashes are judged when it is published")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response draft(SessionBody body) {
    return Response.status(201).entity(new Created(planning.draft(user.caller(), Asked.body(body).plan(user.caller())))).build();
  }

  @PUT
  @Path("{id}")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Change a session")
  @APIResponse(responseCode = "204", description = "Changed; who is concerned hears of another time or place")
  @APIResponse(responseCode = "409", description = "clash-room, lecturer-…, session-warnings, session-over")
  @APIResponse(responseCode = "422", description = "invalid")
  public void change(@PathParam("id") long id, SessionBody body) {
    planning.change(user.caller(), id, Asked.body(body).plan(user.caller()), body.despiteWarnings());
  }

  @POST
  @Path("{id}/submission")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Ask the training desk to approve a draft")
  @APIResponse(responseCode = "204", description = "It waits")
  @APIResponse(responseCode = "409", description = "session-state")
  public void submit(@PathParam("id") long id) {
    planning.submit(user.caller(), id);
  }

  @POST
  @Path("{id}/return")
  @Roles("TRAINER")
  @Operation(summary = "Give a submitted session back to be changed")
  @APIResponse(responseCode = "204", description = "A draft again")
  @APIResponse(responseCode = "409", description = "session-state")
  @APIResponse(responseCode = "422", description = "invalid: no reason")
  public void giveBack(@PathParam("id") long id, WhyBody body) {
    planning.giveBack(user.caller(), id, Asked.body(body).reason());
  }

  @POST
  @Path("{id}/publication")
  @Roles("TRAINER")
  @Operation(summary = "Put a session into everybody's calendar")
  @APIResponse(responseCode = "204", description = "Published, its lecturers booked")
  @APIResponse(responseCode = "409", description = "clash-room, lecturer-…, session-warnings, session-past, session-state")
  public void publish(@PathParam("id") long id, DespiteBody body) {
    planning.publish(user.caller(), id, body != null && body.despiteWarnings());
  }

  @POST
  @Path("{id}/move")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Move a session to another beginning")
  @APIResponse(responseCode = "204", description = "Moved, as long as it was")
  @APIResponse(responseCode = "409", description = "clash-room, lecturer-…, session-warnings, session-past, session-over")
  public void move(@PathParam("id") long id, MoveBody body) {
    if (Asked.body(body).from() == null) throw new BadRequestException();
    planning.move(user.caller(), id, body.from().toInstant(), body.despiteWarnings());
  }

  @POST
  @Path("{id}/cancellation")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Call a session off")
  @APIResponse(responseCode = "204", description = "Everybody concerned hears of it")
  @APIResponse(responseCode = "409", description = "session-over")
  @APIResponse(responseCode = "422", description = "invalid: no reason")
  public void cancel(@PathParam("id") long id, WhyBody body) {
    planning.cancel(user.caller(), id, Asked.body(body).reason());
  }

  @PUT
  @Path("{id}/heads")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "How many came, where there is no list of names")
  @APIResponse(responseCode = "204", description = "Kept")
  @APIResponse(responseCode = "422", description = "invalid")
  public void count(@PathParam("id") long id, HeadsBody body) {
    holding.count(user.caller(), id, Asked.body(body).heads());
  }

  private static SessionView view(TrainingSessions.Row row) {
    return new SessionView(row.id(), row.number(), row.title(), row.form(), row.state(), Times.offset(row.from()), Times.offset(row.to()), new UnitRef(row.hostUnitId(), row.hostUnit()), new UnitRef(row.placeUnitId(), row.placeUnit()), row.township(), row.place(), row.seats(), row.enrolled(), row.attended(), row.bucket(), row.lecturers());
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static LocalDate day(String text, LocalDate otherwise) {
    if (text == null || text.isEmpty()) return otherwise;
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestException(e);
    }
  }
}
