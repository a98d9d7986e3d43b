package cn.lianbing.marking;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.Items;
import cn.lianbing.exam.Answer;
import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.Marking;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Marking by hand 阅卷: short answers, point by point of their scheme, by people who see the answer and not whose it is. An answer
 * lies on one desk at a time; who leaves it there for long loses it to the next one. The score of an attempt comes when the last
 * of its answers is marked.
 */
@ApplicationScoped
@Transactional
public class HandMarking {
  /** How long an answer stays on a desk. */
  private static final Duration HELD = Duration.ofMinutes(20);
  private static final int LONGEST_REASON = 500;
  private static final int ANEW = 9;
  /** More markers than that do not ask for the same question in the same moment. */
  private static final int LOOKED_AT = 20;
  @PersistenceContext EntityManager store;
  @Inject Exams exams;
  @Inject Items items;
  @Inject Marking marking;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A question whose answers are marked by hand. @param part of a CASE, from 1, else 0; @param waiting answers that nobody or too few have marked; @param decide of them: two differ */
  public record Queue(long versionId, int part, String code, String stem, int maxMarks, long waiting, long decide, long done) implements Serializable {}

  /** An exam's desk. @param tolerance tenths; @param begun the rule stands from the first mark on */
  public record Desk(long examId, String title, int markers, int tolerance, boolean begun, List<Queue> queues) implements Serializable {}

  /**
   * An answer on a desk.
   *
   * @param id     says nothing about whose it is
   * @param points of the scheme; marks in tenths
   * @param others what two others gave, where this one decides between them
   */
  public record Task(long id, long examId, long versionId, int part, String state, String material, String stem, String answer, List<AnswerKey.Point> points, List<Given> others) implements Serializable {}

  /** @param points tenths, for each of the scheme; @param by empty for who only decides between two */
  public record Given(String by, List<Integer> points, int marks, String reason, Instant at, int round) implements Serializable {}

  /** A marked answer, for who looks marks over. */
  public record Marked(long id, String answer, int marks, List<AnswerKey.Point> points, List<Given> given) implements Serializable {}

  public Desk desk(Caller caller, long examId) {
    Exam exam = demand(caller, examId);
    List<?> rows = store.createNativeQuery("""
        select t.item_version_id, t.part, sum(t.state <> 'DONE'), sum(t.state = 'DECIDE'), sum(t.state = 'DONE') from hand_task t join attempt a on a.id = t.attempt_id
        where t.exam_id = ?1 and a.state in ('SUBMITTED', 'EXPIRED') group by t.item_version_id, t.part order by t.item_version_id, t.part""").setParameter(1, examId).getResultList();
    Map<Long, Items.Keyed> keyed = items.keyed(rows.stream().map(row -> number(((Object[]) row)[0])).distinct().toList());
    List<Queue> queues = rows.stream().map(row -> queue((Object[]) row, keyed)).toList();
    Agreement.Rule rule = rule(examId);
    return new Desk(examId, exam.title(), rule.markers(), rule.tolerance(), begun(examId), queues);
  }

  private Queue queue(Object[] row, Map<Long, Items.Keyed> keyed) {
    Items.Keyed item = keyed.get(number(row[0]));
    int part = (int) number(row[1]);
    return new Queue(number(row[0]), part, items.codeOf(number(row[0])), item.version().content().asked(part).stem(), scheme(item, part).marks(), number(row[2]), number(row[3]), number(row[4]));
  }

  /** How many mark each answer, and by how much two may differ. @throws Refused {@code marking-begun} */
  public void decideRule(Caller caller, long examId, int markers, int tolerance) {
    Exam exam = exams.managed(caller, examId);
    if (markers < 1 || markers > 2) throw Invalid.field("markers", "marking.markers");
    if (tolerance < 0 || tolerance > 1000) throw Invalid.field("tolerance", "marking.tolerance");
    if (begun(examId)) throw new Refused("marking-begun");
    store.createNativeQuery("replace into hand_rule (exam_id, markers, tolerance) values (?1, ?2, ?3)").setParameter(1, examId).setParameter(2, markers).setParameter(3, tolerance).executeUpdate();
    happened.fire(Happened.done(caller, "marking.rule", "exam", examId, null, exam.title() + ": " + markers + ", " + tolerance));
  }

  /** The next answer to a question that the caller may mark, the one on the caller's desk first; it lies there from now on. Nobody marks the own answer, nor one twice. */
  public Optional<Task> next(Caller caller, long examId, long versionId, int part) {
    demand(caller, examId);
    List<?> waiting = store.createNativeQuery("""
        select t.id from hand_task t where t.exam_id = ?1 and t.item_version_id = ?2 and t.part = ?3 and t.state <> 'DONE' and (t.held_by is null or t.held_by = ?4 or t.held_until < ?5)
          and not exists (select 1 from hand_mark m where m.task_id = t.id and m.marker_id = ?4) and exists (select 1 from attempt a where a.id = t.attempt_id and a.state in ('SUBMITTED', 'EXPIRED') and a.officer_id <> ?6)
        order by t.held_by <=> ?4 desc, t.state = 'DECIDE' desc, t.state = 'SECOND' desc, t.id limit\s""" + LOOKED_AT).setParameter(1, examId).setParameter(2, versionId).setParameter(3, part)
        .setParameter(4, caller.accountId()).setParameter(5, UtcColumn.of(clock.instant())).setParameter(6, caller.officerId() == null ? 0L : caller.officerId()).getResultList();
    // One row at a time: a statement that sorts locks all it looked at, and whoever asks in that moment would find nothing.
    for (Object id : waiting) if (taken(caller, number(id))) return Optional.of(task(row(number(id))));
    return Optional.empty();
  }

  private boolean taken(Caller caller, long taskId) {
    List<?> free = store.createNativeQuery("select id from hand_task where id = ?1 and state <> 'DONE' and (held_by is null or held_by = ?2 or held_until < ?3) for update skip locked").setParameter(1, taskId).setParameter(2, caller.accountId()).setParameter(3, UtcColumn.of(clock.instant())).getResultList();
    if (free.isEmpty()) return false;
    store.createNativeQuery("update hand_task set held_by = ?1, held_until = ?2 where id = ?3").setParameter(1, caller.accountId()).setParameter(2, UtcColumn.of(clock.instant().plus(HELD))).setParameter(3, taskId).executeUpdate();
    return true;
  }

  /** Puts an answer back, unmarked. */
  public void putBack(Caller caller, long taskId) {
    demand(caller, row(taskId).examId());
    store.createNativeQuery("update hand_task set held_by = null, held_until = null where id = ?1 and held_by = ?2").setParameter(1, taskId).setParameter(2, caller.accountId()).executeUpdate();
  }

  /**
   * Marks what lies on the caller's desk.
   *
   * @param points tenths, for each point of the scheme
   * @throws Refused {@code marking-not-held} where it lies on another's by now, or is marked
   */
  public void mark(Caller caller, long taskId, List<Integer> points, String reason) {
    Row row = locked(caller, taskId);
    if (row.state() == Agreement.State.DONE || !caller.accountId().equals(row.heldBy())) throw new Refused("marking-not-held");
    List<Given> before = given(taskId);
    int marks = checked(row, points, reason);
    Agreement agreed = Agreement.of(rule(row.examId()), before.stream().map(Given::marks).toList(), marks);
    keep(caller, row, before.size() + 1, points, marks, reason);
    settle(row, agreed);
    happened.fire(Happened.done(caller, "marking.mark", "handTask", taskId, null, marks + " " + agreed.state()));
  }

  /** Marks anew what is marked already, as after an appeal. @param reason demanded */
  public void markAnew(Caller caller, long taskId, List<Integer> points, String reason) {
    Row row = locked(caller, taskId);
    exams.managed(caller, row.examId());
    if (reason == null || reason.isBlank()) throw Invalid.field("reason", "required");
    if (row.state() != Agreement.State.DONE) throw new Refused("marking-not-done");
    int marks = checked(row, points, reason);
    keep(caller, row, ANEW, points, marks, reason);
    settle(row, new Agreement(Agreement.State.DONE, marks));
    happened.fire(Happened.done(caller, "marking.anew", "handTask", taskId, null, row.marks() + " → " + marks + ": " + reason.strip()));
  }

  /** What is marked of a question, the latest first, with all marks; names of markers for who manages the exam. */
  public List<Marked> marked(Caller caller, long examId, long versionId, int part, int most) {
    exams.managed(caller, examId);
    List<?> ids = store.createNativeQuery("select t.id from hand_task t where t.exam_id = ?1 and t.item_version_id = ?2 and t.part = ?3 and t.state = 'DONE' order by (select max(m.id) from hand_mark m where m.task_id = t.id) desc limit ?4")
        .setParameter(1, examId).setParameter(2, versionId).setParameter(3, part).setParameter(4, most).getResultList();
    AnswerKey scheme = scheme(keyed(versionId), part);
    return ids.stream().map(id -> {
      Row row = row(number(id));
      return new Marked(row.id(), answer(row), row.marks(), scheme.points(), given(row.id()));
    }).toList();
  }

  private Task task(Row row) {
    Items.Keyed item = keyed(row.versionId());
    ItemContent content = item.version().content();
    ItemPart asked = content.asked(row.part());
    List<Given> others = row.state() == Agreement.State.DECIDE ? given(row.id()).stream().map(one -> new Given("", one.points(), one.marks(), one.reason(), one.at(), one.round())).toList() : List.of();
    return new Task(row.id(), row.examId(), row.versionId(), row.part(), row.state().name(), content.material(), asked.stem(), answer(row), scheme(item, row.part()).points(), others);
  }

  private String answer(Row row) {
    String json = (String) store.createNativeQuery("select answer from response where attempt_id = ?1 and no = ?2").setParameter(1, row.attemptId()).setParameter(2, row.no()).getSingleResult();
    return Answer.read(json).text();
  }

  private int checked(Row row, List<Integer> points, String reason) {
    List<AnswerKey.Point> scheme = scheme(keyed(row.versionId()), row.part()).points();
    if (points == null || points.size() != scheme.size()) throw Invalid.field("points", "marking.points", scheme.size());
    for (int i = 0; i < scheme.size(); i++) if (points.get(i) == null || points.get(i) < 0 || points.get(i) > scheme.get(i).marks()) throw Invalid.field("points", "marking.point", i + 1, Marks.text(scheme.get(i).marks()));
    if (reason != null && reason.length() > LONGEST_REASON) throw Invalid.field("reason", "tooLong", LONGEST_REASON);
    return points.stream().mapToInt(Integer::intValue).sum();
  }

  private void keep(Caller caller, Row row, int round, List<Integer> points, int marks, String reason) {
    store.createNativeQuery("insert into hand_mark (task_id, marker_id, marker_name, round, item_key_id, points, marks, reason, given_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)").setParameter(1, row.id()).setParameter(2, caller.accountId()).setParameter(3, caller.name())
        .setParameter(4, round).setParameter(5, keyed(row.versionId()).keyId()).setParameter(6, Json.write(points)).setParameter(7, marks).setParameter(8, reason == null || reason.isBlank() ? null : reason.strip()).setParameter(9, UtcColumn.of(clock.instant())).executeUpdate();
  }

  private void settle(Row row, Agreement agreed) {
    store.createNativeQuery("update hand_task set state = ?1, marks = ?2, held_by = null, held_until = null where id = ?3").setParameter(1, agreed.state().name()).setParameter(2, agreed.marks()).setParameter(3, row.id()).executeUpdate();
    if (agreed.state() != Agreement.State.DONE) return;
    try {
      // Who marks another answer of the same attempt at the same moment waits here, and then counts this one in.
      store.createNativeQuery("select id from attempt where id = ?1 for update").setParameter(1, row.attemptId()).getSingleResult();
      marking.mark(store.unwrap(Connection.class), row.attemptId());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A stored task. */
  private record Row(long id, long attemptId, int no, long examId, long versionId, int part, Agreement.State state, Integer marks, Long heldBy) {}

  private Row locked(Caller caller, long taskId) {
    Row row = row(taskId, " for update");
    demand(caller, row.examId());
    return row;
  }

  private Row row(long taskId) {
    return row(taskId, "");
  }

  private Row row(long taskId, String how) {
    List<?> found = store.createNativeQuery("select id, attempt_id, no, exam_id, item_version_id, part, state, marks, held_by from hand_task where id = ?1" + how).setParameter(1, taskId).getResultList();
    if (found.isEmpty()) throw new NotFound("handTask", taskId);
    Object[] one = (Object[]) found.get(0);
    return new Row(number(one[0]), number(one[1]), (int) number(one[2]), number(one[3]), number(one[4]), (int) number(one[5]), Agreement.State.valueOf((String) one[6]), one[7] == null ? null : (Integer) (int) number(one[7]), one[8] == null ? null : (Long) number(one[8]));
  }

  private List<Given> given(long taskId) {
    List<Given> given = new ArrayList<>();
    for (Object row : store.createNativeQuery("select marker_name, points, marks, reason, given_at, round from hand_mark where task_id = ?1 order by id").setParameter(1, taskId).getResultList()) {
      Object[] one = (Object[]) row;
      given.add(new Given((String) one[0], Json.list((String) one[1], Integer[].class), (int) number(one[2]), (String) one[3], UtcColumn.time(one[4]), (int) number(one[5])));
    }
    return given;
  }

  private Items.Keyed keyed(long versionId) {
    return items.keyed(List.of(versionId)).get(versionId);
  }

  private static AnswerKey scheme(Items.Keyed item, int part) {
    return part == 0 ? item.key() : item.key().parts().get(part - 1);
  }

  private Agreement.Rule rule(long examId) {
    List<?> found = store.createNativeQuery("select markers, tolerance from hand_rule where exam_id = ?1").setParameter(1, examId).getResultList();
    return found.isEmpty() ? Agreement.Rule.USUAL : new Agreement.Rule((int) number(((Object[]) found.get(0))[0]), (int) number(((Object[]) found.get(0))[1]));
  }

  private boolean begun(long examId) {
    return number(store.createNativeQuery("select exists (select 1 from hand_mark m join hand_task t on t.id = m.task_id where t.exam_id = ?1)").setParameter(1, examId).getSingleResult()) > 0;
  }

  private Exam demand(Caller caller, long examId) {
    Exam exam = exams.watched(caller, examId);
    if (!caller.hasAny("EXAM_ADMIN", "UNIT_ADMIN", "TRAINER")) throw new NotFound("exam", examId);
    return exam;
  }

  private static long number(Object value) {
    return value instanceof Boolean yes ? yes ? 1 : 0 : ((Number) value).longValue();
  }
}
