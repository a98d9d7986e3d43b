package cn.lianbing.training;

import cn.lianbing.credit.Bucket;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Units ask for sessions; the training desk makes drafts of the requests or says why not. */
@ApplicationScoped
@Transactional
public class SessionRequests {
  private static final LocalTime USUAL_BEGIN = LocalTime.of(9, 0);
  private static final Duration USUAL_LENGTH = Duration.ofMinutes(135);
  @PersistenceContext EntityManager store;
  @Inject SessionPlanning planning;
  @Inject SessionNotices notices;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What a unit says. @param wishFrom null: any time */
  public record Data(long unitId, String topic, Form form, LocalDate wishFrom, LocalDate wishTo, int people, String reason) {}

  public record Row(long id, long unitId, String unit, String topic, Form form, LocalDate wishFrom, LocalDate wishTo, int people, String reason, SessionRequest.State state, String answer, Instant askedAt, Long sessionId) implements Serializable {}

  private static final String ROW = "select new cn.lianbing.training.SessionRequests$Row(r.id, r.unitId, u.name, r.topic, r.form, r.wishFrom, r.wishTo, r.people, r.reason, r.state, r.answer, r.askedAt, (select max(s.id) from TrainingSession s where s.requestId = r.id)) from SessionRequest r join Unit u on u.id = r.unitId where u.path like :reach";

  /** Within reach, the open ones first. */
  public Page<Row> page(Caller caller, Page.Request request) {
    List<Row> rows = store.createQuery(ROW + " order by case when r.state = cn.lianbing.training.SessionRequest.State.OPEN then 0 else 1 end, r.id desc", Row.class).setParameter("reach", caller.reach() + "%").setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    long total = store.createQuery("select count(r) from SessionRequest r join Unit u on u.id = r.unitId where u.path like :reach", Long.class).setParameter("reach", caller.reach() + "%").getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  public long ask(Caller caller, Data data) {
    if (!caller.hasAny("UNIT_ADMIN", "TRAINER", "SYSTEM")) throw new NotFound("sessionRequest", "-");
    Unit unit = units.get(caller, data.unitId());
    if (data.topic() == null || data.topic().isBlank()) throw Invalid.field("topic", "required");
    if (data.topic().strip().length() > 150) throw Invalid.field("topic", "tooLong", 150);
    if (data.form() == null) throw Invalid.field("form", "required");
    if (data.people() < 1 || data.people() > 5000) throw Invalid.field("people", "training.seats");
    if (data.reason() == null || data.reason().isBlank()) throw Invalid.field("reason", "required");
    if (data.reason().strip().length() > 500) throw Invalid.field("reason", "tooLong", 500);
    if (data.wishFrom() != null && data.wishTo() != null && data.wishTo().isBefore(data.wishFrom())) throw Invalid.field("wishTo", "training.order");
    SessionRequest request = new SessionRequest(data, caller.accountId(), clock.instant());
    store.persist(request);
    store.flush();
    notices.asked(request, unit.name());
    happened.fire(Happened.done(caller, "training.ask", "sessionRequest", request.id(), unit.path(), request.topic()));
    return request.id();
  }

  /** Makes a draft of it, at the wished day or a week from now, in the unit that asked. @return the draft's id */
  public long accept(Caller caller, long id) {
    SessionRequest request = answerable(caller, id);
    request.answer(SessionRequest.State.ACCEPTED, null, clock.instant());
    LocalDate day = request.wishFrom() != null && request.wishFrom().isAfter(today()) ? request.wishFrom() : today().plusDays(7);
    Instant from = day.atTime(USUAL_BEGIN).atZone(Times.ZONE).toInstant();
    Unit unit = units.get(request.unitId());
    long session = planning.draft(caller, new SessionPlan(request.topic(), request.form(), request.topic(), null, null, null, caller.unitId() == null ? unit.id() : caller.unitId(), unit.id(), unit.id(), unit.name(), from, from.plus(USUAL_LENGTH), request.people(), false, null, null, Bucket.PROFESSIONAL, false, List.of(), Set.of(unit.id())), id);
    notices.answered(request, "training.accepted", Times.text(day));
    happened.fire(Happened.done(caller, "training.accept", "sessionRequest", id, unit.path(), request.topic()));
    return session;
  }

  public void decline(Caller caller, long id, String reason) {
    Reason.demanded(reason);
    SessionRequest request = answerable(caller, id);
    request.answer(SessionRequest.State.DECLINED, reason.strip(), clock.instant());
    notices.answered(request, "training.declined", reason.strip());
    happened.fire(Happened.done(caller, "training.decline", "sessionRequest", id, units.get(request.unitId()).path(), reason.strip()));
  }

  /** By the unit, while it is open. */
  public void withdraw(Caller caller, long id) {
    SessionRequest request = store.find(SessionRequest.class, id);
    if (request == null || !caller.hasAny("UNIT_ADMIN", "TRAINER") || !caller.reaches(units.get(request.unitId()).path())) throw new NotFound("sessionRequest", id);
    request.answer(SessionRequest.State.WITHDRAWN, null, clock.instant());
    happened.fire(Happened.done(caller, "training.withdrawRequest", "sessionRequest", id, units.get(request.unitId()).path(), request.topic()));
  }

  private SessionRequest answerable(Caller caller, long id) {
    SessionRequest request = store.find(SessionRequest.class, id);
    if (request == null || !caller.hasAny("TRAINER", "SYSTEM") || !caller.reaches(units.get(request.unitId()).path())) throw new NotFound("sessionRequest", id);
    return request;
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
