package cn.lianbing.competition;

import cn.lianbing.exam.Exams;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of each unit have begun and handed in while an exam runs: no person, no score; and nothing at all unless the administrator switched it on. */
@ApplicationScoped
@Transactional
public class LiveBoard {
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject BoardUnits boardUnits;
  @Inject Exams exams;
  @Inject Clock clock;

  public record LiveRow(long unitId, String unit, int expected, int started, int handedIn) implements Serializable {}

  public record LiveView(String title, Instant at, Instant opensAt, Instant closesAt, List<LiveRow> units, LiveRow total) implements Serializable {}

  /** @throws NotFound where it is not switched on */
  public LiveView of(Caller caller, long stageId) {
    Stage stage = competitions.stage(caller, stageId);
    if (!stage.liveBoard() || stage.examId() == null) throw new NotFound("board", stageId);
    List<?> rows = store.createNativeQuery("""
        select c.unit_id, count(*), sum(exists (select 1 from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id and a.state <> 'VOIDED')),
          sum(exists (select 1 from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id and a.state in ('SUBMITTED', 'EXPIRED')))
        from candidate c where c.exam_id = ?1 and c.excused_reason is null group by c.unit_id""").setParameter(1, stage.examId()).getResultList();
    Map<Long, BoardUnits.Group> groups = boardUnits.all();
    Map<Long, LiveRow> units = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      BoardUnits.Group group = groups.get(number(row[0]));
      units.merge(group.id(), new LiveRow(group.id(), group.name(), (int) number(row[1]), (int) number(row[2]), (int) number(row[3])), LiveBoard::sum);
    }
    List<LiveRow> sorted = units.values().stream().sorted(Comparator.comparing(LiveRow::unitId)).toList();
    LiveRow total = sorted.stream().reduce(new LiveRow(0, "", 0, 0, 0), LiveBoard::sum);
    var exam = exams.get(stage.examId());
    return new LiveView(stage.title(), clock.instant(), exam.opensAt(), exam.closesAt(), sorted, total);
  }

  private static LiveRow sum(LiveRow one, LiveRow other) {
    return new LiveRow(one.unitId(), one.unit(), one.expected() + other.expected(), one.started() + other.started(), one.handedIn() + other.handedIn());
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
