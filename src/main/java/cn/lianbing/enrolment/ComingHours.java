package cn.lianbing.enrolment;

import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.CreditRules;
import cn.lianbing.credit.PlannedHours;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers what coming sessions will bring: whoever has a seat or speaks, as long as hours are not booked yet and nobody noted that they did not come. */
@ApplicationScoped
@Transactional
public class ComingHours {
  /** Of more the query asks for all: a list of ids that long costs more than it saves. */
  private static final int NAMED = 300;
  private static final String QUERY = """
      select s.id, s.bucket, s.starts_at, s.ends_at, x.officer_id from training_session s join (
          select e.session_id, e.officer_id from enrolment e where e.state = 'ENROLLED'
          union select sl.session_id, l.officer_id from session_lecturer sl join lecturer l on l.id = sl.lecturer_id where l.officer_id is not null) x on x.session_id = s.id
      where s.state = 'PUBLISHED' and s.starts_at >= ?1 and s.starts_at < ?2
        and not exists (select 1 from attendance a where a.session_id = s.id and a.officer_id = x.officer_id and a.state in ('ABSENT', 'EXCUSED'))""";
  @PersistenceContext EntityManager store;
  @Inject CreditRules rules;

  void answer(@Observes PlannedHours asked) {
    String those = asked.officers() == null || asked.officers().size() > NAMED ? "" : asked.officers().stream().map(String::valueOf).collect(Collectors.joining(",", " and x.officer_id in (", ")"));
    List<?> rows = store.createNativeQuery(QUERY + those).setParameter(1, UtcColumn.of(begin(asked.year()))).setParameter(2, UtcColumn.of(begin(asked.year() + 1))).getResultList();
    Map<Long, Integer> hours = new HashMap<>();
    for (Object one : rows) {
      Object[] row = (Object[]) one;
      int hundredths = hours.computeIfAbsent(Gatherings.number(row[0]), any -> hundredths(UtcColumn.time(row[2]), UtcColumn.time(row[3])));
      asked.add(Gatherings.number(row[4]), UtcColumn.time(row[2]).atZone(Times.ZONE).toLocalDate(), Bucket.valueOf((String) row[1]), hundredths);
    }
  }

  private int hundredths(Instant from, Instant to) {
    return rules.hundredths(Duration.between(from, to).toMinutes(), from.atZone(Times.ZONE).toLocalDate());
  }

  private static Instant begin(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(Times.ZONE).toInstant();
  }
}
