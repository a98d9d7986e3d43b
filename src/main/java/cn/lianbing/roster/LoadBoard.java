package cn.lianbing.roster;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How evenly the sessions of a year lie on the lecturers: everybody appointed at some time of it, beside the mean. */
@ApplicationScoped
@Transactional
public class LoadBoard {
  @PersistenceContext EntityManager store;
  @Inject Lecturers lecturers;

  /** @param mean sessions a lecturer, of those listed; @param most of one lecturer, at least 1: what a full bar stands for */
  public record Board(int year, List<Line> lines, double mean, int most) implements Serializable {}

  /** @param limit null: none */
  public record Line(long lecturerId, String name, String unit, int held, int planned, int minutes, Integer limit) implements Serializable {
    public int sessions() {
      return held + planned;
    }

    public boolean over() {
      return limit != null && sessions() > limit;
    }
  }

  public Board of(Caller caller, int year) {
    Map<Long, int[]> counts = counts(year);
    List<Line> lines = reached(caller, year).stream().map(row -> {
      int[] count = counts.getOrDefault(row.id(), new int[3]);
      return new Line(row.id(), row.name(), row.unitName(), count[0], count[1], count[2], row.loadLimit());
    }).sorted(Comparator.comparing(Line::sessions).reversed().thenComparing(Line::name)).toList();
    double mean = lines.stream().mapToInt(Line::sessions).average().orElse(0);
    return new Board(year, lines, mean, Math.max(1, lines.stream().mapToInt(Line::sessions).max().orElse(1)));
  }

  private List<Lecturers.Row> reached(Caller caller, int year) {
    List<?> ids = store.createNativeQuery("select distinct lecturer_id from lecturer_appointment where term_from <= ?1 and last_day >= ?2").setParameter(1, java.sql.Date.valueOf(LocalDate.of(year, 12, 31))).setParameter(2, java.sql.Date.valueOf(LocalDate.of(year, 1, 1))).getResultList();
    var appointed = ids.stream().map(id -> ((Number) id).longValue()).collect(java.util.stream.Collectors.toSet());
    List<Lecturers.Row> all = new java.util.ArrayList<>();
    Page<Lecturers.Row> page;
    int number = 1;
    do {
      page = lecturers.page(caller, new Lecturers.Filter(null, null, null, null), new Page.Request(number++, Page.LARGEST));
      all.addAll(page.items());
    } while (all.size() < page.total() && !page.items().isEmpty());
    return all.stream().filter(row -> appointed.contains(row.id())).toList();
  }

  private Map<Long, int[]> counts(int year) {
    Map<Long, int[]> counts = new HashMap<>();
    List<?> rows = store.createNativeQuery("""
        select lecturer_id, sum(state = 'HELD'), sum(state = 'PLANNED'), coalesce(sum(minutes), 0) from lecture
        where state <> 'CANCELLED' and starts_at >= ?1 and starts_at < ?2 group by lecturer_id""")
        .setParameter(1, java.time.LocalDateTime.of(year - 1, 12, 31, 16, 0)).setParameter(2, java.time.LocalDateTime.of(year, 12, 31, 16, 0)).getResultList();
    for (Object row : rows) {
      Object[] cells = (Object[]) row;
      counts.put(((Number) cells[0]).longValue(), new int[] {((Number) cells[1]).intValue(), ((Number) cells[2]).intValue(), ((Number) cells[3]).intValue()});
    }
    return counts;
  }
}
