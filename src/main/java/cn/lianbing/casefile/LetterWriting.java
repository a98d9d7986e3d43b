package cn.lianbing.casefile;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Role;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The letters' life as article 43 orders it; {@link SupervisionLetter} holds which step may follow which. Each step takes the letter's
 * row first, so that of two hands the second sees what the first has done.
 */
@ApplicationScoped
@Transactional
public class LetterWriting {
  private static final int LONGEST = 2000;
  @PersistenceContext EntityManager store;
  @Inject SupervisionLetters letters;
  @Inject ReviewBatches batches;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * The letter of opinion to a unit, with all opinions that no letter has told yet.
   *
   * @param number null: the next of the year
   * @return its id
   * @throws Invalid for {@code deadline}, {@code number}; @throws Refused {@code letter-no-opinions}
   */
  public long opinion(Caller caller, long batchId, long unitId, String number, LocalDate deadline) {
    Desk.demand(caller);
    ReviewBatch batch = batches.locked(batchId);
    if (!batches.holds(batchId, unitId)) throw new NotFound("reviewUnit", unitId);
    checkDeadline(deadline);
    List<Opinion> unsent = store.createQuery("select o from Opinion o where o.batchId = :batch and o.unitId = :unit and o.letterId is null order by o.id", Opinion.class).setParameter("batch", batchId).setParameter("unit", unitId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    if (unsent.isEmpty()) throw new Refused("letter-no-opinions");
    SupervisionLetter letter = SupervisionLetter.ofOpinion(batchId, unitId, number(SupervisionLetter.Kind.OPINION, number), letters.today(), deadline);
    store.persist(letter);
    store.flush();
    unsent.forEach(one -> one.sendWith(letter));
    step(caller, letter, "ISSUED", batch.title());
    notices.tellUnitAdmins(unitId, new Notice("casefile.letter", List.of(letter.number(), Times.text(deadline), String.valueOf(unsent.size())), link(letter)));
    return letter.id();
  }

  /**
   * The letter of decision, after the deadline of the letter of opinion has passed without an answer that was accepted.
   *
   * @return its id
   * @throws Invalid for {@code deadline}, {@code measure}, {@code content}, {@code number}
   * @throws Refused {@code deadline-not-over}, {@code answer-waits}, {@code letter-accepted}, {@code letter-decided}, {@code decision-of-decision}
   */
  public long decision(Caller caller, long letterId, String number, SupervisionLetter.Measure measure, String content, LocalDate deadline) {
    Desk.demand(caller);
    SupervisionLetter opinion = letters.locked(caller, letterId);
    opinion.demandDecidable(letters.today());
    checkDeadline(deadline);
    if (measure == null) throw Invalid.field("measure", "required");
    String decided = words("content", content);
    SupervisionLetter decision = opinion.decide(letters.today(), number(SupervisionLetter.Kind.DECISION, number), deadline, measure, decided);
    store.persist(decision);
    store.flush();
    step(caller, opinion, "DECIDED", decision.number());
    step(caller, decision, "ISSUED", opinion.number());
    notices.tellUnitAdmins(opinion.unitId(), new Notice("casefile.decision", List.of(decision.number(), opinion.number(), Times.text(deadline)), link(decision)));
    return decision.id();
  }

  /** The unit reports how it has acted. @throws Refused {@code letter-answered}, {@code letter-accepted}, {@code letter-decided} */
  public void answer(Caller caller, long id, String report) {
    if (!caller.has("UNIT_ADMIN")) throw new NotFound("supervisionLetter", id);
    SupervisionLetter letter = letters.locked(caller, id);
    letter.answer(letters.today(), words("report", report));
    step(caller, letter, "ANSWERED", letter.answer());
    notices.tellRole(Role.SUPERVISOR, new Notice("casefile.answered", List.of(letter.number(), units.get(letter.unitId()).name()), link(letter)));
  }

  /** The desk finds that the unit has acted. @throws Refused {@code letter-not-answered} */
  public void accept(Caller caller, long id) {
    Desk.demand(caller);
    SupervisionLetter letter = letters.locked(caller, id);
    letter.accept();
    step(caller, letter, "ACCEPTED", "");
    notices.tellUnitAdmins(letter.unitId(), new Notice("casefile.accepted", List.of(letter.number()), link(letter)));
  }

  /** The desk finds that it is not enough. @param deadline null: the old one stays @throws Invalid for {@code reason}, {@code deadline}; @throws Refused {@code letter-not-answered} */
  public void sendBack(Caller caller, long id, String reason, LocalDate deadline) {
    Desk.demand(caller);
    SupervisionLetter letter = letters.locked(caller, id);
    if (deadline != null) checkDeadline(deadline);
    String why = words("reason", reason);
    letter.sendBack(deadline);
    if (deadline != null) store.createNativeQuery("update supervision_letter set reminded_at = null, overdue_told_at = null where id = ?1").setParameter(1, id).executeUpdate();
    step(caller, letter, "SENT_BACK", why);
    notices.tellUnitAdmins(letter.unitId(), new Notice("casefile.sentBack", List.of(letter.number(), why.length() > 200 ? why.substring(0, 200) + "…" : why, Times.text(letter.deadline())), link(letter)));
  }

  private void step(Caller caller, SupervisionLetter letter, String step, String note) {
    store.createNativeQuery("insert into supervision_letter_step (letter_id, step, note, deadline, account_id, at) values (?1, ?2, ?3, ?4, ?5, ?6)").setParameter(1, letter.id()).setParameter(2, step).setParameter(3, note)
        .setParameter(4, java.sql.Date.valueOf(letter.deadline())).setParameter(5, caller.accountId()).setParameter(6, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).executeUpdate();
    happened.fire(Happened.done(caller, "casefile.letter." + step, "supervisionLetter", letter.id(), units.get(letter.unitId()).path(), letter.number()));
  }

  /** One of the office's own that is free, or the next: 〔2026〕1号. */
  private String number(SupervisionLetter.Kind kind, String own) {
    if (own != null && !own.isBlank()) {
      String number = own.strip();
      if (number.length() > 60) throw Invalid.field("number", "tooLong", 60);
      if (taken(number)) throw Invalid.field("number", "casefile.numberTaken", number);
      return number;
    }
    int year = letters.today().getYear();
    String next;
    do {
      store.createNativeQuery("insert into supervision_number (year, kind, last) values (?1, ?2, 1) on duplicate key update last = last + 1").setParameter(1, year).setParameter(2, kind.name()).executeUpdate();
      Object last = store.createNativeQuery("select last from supervision_number where year = ?1 and kind = ?2").setParameter(1, year).setParameter(2, kind.name()).getSingleResult();
      next = Texts.in(Texts.CHINESE).of("casefile.number." + kind, year, last);
    } while (taken(next));
    return next;
  }

  private boolean taken(String number) {
    return !store.createQuery("select l.id from SupervisionLetter l where l.number = :number").setParameter("number", number).getResultList().isEmpty();
  }

  private void checkDeadline(LocalDate deadline) {
    if (deadline == null) throw Invalid.field("deadline", "required");
    if (!deadline.isAfter(letters.today()) || deadline.isAfter(letters.today().plusYears(1))) throw Invalid.field("deadline", "casefile.deadline");
  }

  private static String words(String field, String text) {
    if (text == null || text.isBlank()) throw Invalid.field(field, "required");
    if (text.strip().length() > LONGEST) throw Invalid.field(field, "tooLong", LONGEST);
    return text.strip();
  }

  private static String link(SupervisionLetter letter) {
    return "/staff/casefile/letter.xhtml?id=" + letter.id();
  }
}
