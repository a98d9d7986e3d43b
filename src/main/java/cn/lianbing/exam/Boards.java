package cn.lianbing.exam;

import cn.lianbing.people.Unit;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The boards of an exam, individuals and units, as one caller may see them. */
@ApplicationScoped
@Transactional
public class Boards {
  @PersistenceContext EntityManager store;
  @Inject Exams exams;
  @Inject Clock clock;

  /**
   * @param kind        DEPARTMENT or TOWNSHIP, null for both
   * @param provisional the window is open, or attempts are open or not marked yet
   * @param ownPlace    the caller's place, null where there is none
   * @param ownUnitId   the caller's unit on the board
   * @param persons     names masked as this caller may see them
   */
  public record View(long examId, String title, Unit.Kind kind, int maxMark, int passMark, int excellentFrom, boolean provisional, Ranking.PersonPlace ownPlace, Long ownUnitId, List<Ranking.PersonPlace> persons, List<Ranking.UnitPlace> units) {}

  /**
   * @throws NotFound for an exam that is not the caller's to see
   * @throws Refused {@code result-not-released} for a candidate before release
   */
  public View of(Caller caller, long examId, Unit.Kind kind) {
    Exam exam = exams.get(examId);
    boolean holds = caller.reaches(exams.unitPath(exam.unitId())) && !caller.hasAny("AUDITOR");
    boolean manages = caller.hasAny("EXAM_ADMIN", "UNIT_ADMIN", "TRAINER", "SUPERVISOR", "SYSTEM_ADMIN") && (holds || reachesCandidates(caller, examId));
    if (!manages) {
      if (!exams.candidate(examId, caller.officerId())) throw new NotFound("exam", examId);
      // A board with some answers unmarked would show places that are none.
      if (!exam.released(clock.instant()) || exams.marking(examId)) throw new Refused("result-not-released");
    }
    Map<Long, Ranking.Group> groups = groups();
    List<Ranking.Entry> entries = entries(examId).stream().filter(entry -> kind == null || groups.get(entry.unitId()).kind() == kind).toList();
    List<Ranking.PersonPlace> persons = Ranking.persons(entries, groups::get);
    Map<Ranking.Group, List<Ranking.Entry>> byGroup = new LinkedHashMap<>();
    entries.forEach(entry -> byGroup.computeIfAbsent(groups.get(entry.unitId()), group -> new java.util.ArrayList<>()).add(entry));
    int excellent = exam.bands().stream().max(Comparator.comparingInt(Band::from)).map(Band::from).orElse(exam.maxMark());
    List<Ranking.UnitPlace> units = Ranking.units(byGroup.entrySet().stream().map(one -> Ranking.unit(one.getKey(), one.getValue(), exam.passMark(), excellent)).toList());
    Ranking.PersonPlace own = persons.stream().filter(place -> caller.officerId() != null && place.entry().officerId() == caller.officerId()).findFirst().orElse(null);
    Ranking.Group ownUnit = caller.unitId() == null ? null : groups.get(caller.unitId());
    if (manages) {
      // Who reaches a part of the units sees the places of the own people in the whole, and nobody else's.
      persons = persons.stream().filter(place -> caller.reaches(place.unit().path())).toList();
      units = units.stream().filter(place -> caller.reaches(place.unit().path())).toList();
    } else persons = persons.stream().map(place -> caller.officerId() == place.entry().officerId() ? place : masked(place)).toList();
    return new View(examId, exam.title(), kind, exam.maxMark(), exam.passMark(), excellent, provisional(exam), own, ownUnit == null ? null : ownUnit.unitId(), persons, units);
  }

  private boolean provisional(Exam exam) {
    return exam.phase(clock.instant()) != Exam.Phase.CLOSED || store.createQuery("select count(a) from Attempt a where a.examId = :exam and (a.state = cn.lianbing.exam.Attempt.State.OPEN or a.state <> cn.lianbing.exam.Attempt.State.VOIDED and a.score is null)", Long.class).setParameter("exam", exam.id()).getSingleResult() > 0;
  }

  private boolean reachesCandidates(Caller caller, long examId) {
    return store.createQuery("select count(c) from Candidate c join Unit u on u.id = c.unitId where c.examId = :exam and u.path like :reach", Long.class).setParameter("exam", examId).setParameter("reach", caller.reach() + "%").getSingleResult() > 0;
  }

  /** All candidates with the best attempt that counts. */
  private List<Ranking.Entry> entries(long examId) {
    List<?> rows = store.createNativeQuery("""
        select officer_id, name, unit_id, excused, score, millis, submitted_at from (
          select c.officer_id, o.name, c.unit_id, c.excused_reason is not null as excused, a.score, timestampdiff(microsecond, a.started_at, a.submitted_at) div 1000 as millis, a.submitted_at,
            row_number() over (partition by c.officer_id order by a.score is null, a.score desc, timestampdiff(microsecond, a.started_at, a.submitted_at), a.submitted_at) as place
          from candidate c join officer o on o.id = c.officer_id
            left join attempt a on a.exam_id = c.exam_id and a.officer_id = c.officer_id and a.state in ('SUBMITTED', 'EXPIRED') and a.score is not null
          where c.exam_id = ?1) best where place = 1""").setParameter(1, examId).getResultList();
    return rows.stream().map(row -> entry((Object[]) row)).toList();
  }

  private static Ranking.Entry entry(Object[] row) {
    boolean excused = row[3] instanceof Boolean yes ? yes : ((Number) row[3]).intValue() != 0;
    boolean sat = row[4] != null;
    LocalDateTime at = !sat ? null : row[6] instanceof LocalDateTime local ? local : ((java.sql.Timestamp) row[6]).toLocalDateTime();
    return new Ranking.Entry(((Number) row[0]).longValue(), (String) row[1], ((Number) row[2]).longValue(), excused, sat ? ((Number) row[4]).intValue() : null, sat ? ((Number) row[5]).longValue() : 0, sat ? at.toInstant(ZoneOffset.UTC).toEpochMilli() : 0);
  }

  /** Each unit's department or township: itself or the nearest above that is one, else itself. */
  private Map<Long, Ranking.Group> groups() {
    Map<Long, Unit> units = new HashMap<>();
    store.createQuery("select u from Unit u", Unit.class).getResultList().forEach(unit -> units.put(unit.id(), unit));
    Map<Long, Ranking.Group> groups = new HashMap<>();
    units.values().forEach(unit -> {
      Unit board = unit;
      while (board != null && board.kind() != Unit.Kind.DEPARTMENT && board.kind() != Unit.Kind.TOWNSHIP) board = board.parentId() == null ? null : units.get(board.parentId());
      Unit shown = board == null ? unit : board;
      groups.put(unit.id(), new Ranking.Group(shown.id(), shown.name(), shown.kind(), shown.path()));
    });
    return groups;
  }

  private static Ranking.PersonPlace masked(Ranking.PersonPlace place) {
    Ranking.Entry entry = place.entry();
    return new Ranking.PersonPlace(place.rank(), new Ranking.Entry(0, mask(entry.name()), entry.unitId(), entry.excused(), entry.score(), entry.millisUsed(), entry.submittedAt()), place.unit(), place.tie());
  }

  /** 王*明, 赵*: personal information is not made public without separate consent (个人信息保护法第二十五条). */
  static String mask(String name) {
    return name.length() <= 2 ? name.charAt(0) + "*" : name.charAt(0) + "*".repeat(name.length() - 2) + name.charAt(name.length() - 1);
  }
}
