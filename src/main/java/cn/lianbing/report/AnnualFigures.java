package cn.lianbing.report;

import cn.lianbing.credit.Credits;
import cn.lianbing.credit.Standing;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import cn.lianbing.training.Form;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the district's yearly report had no figures for: how many sessions, where, for whom, how many hours. Counted from the records
 * at the moment of asking; what is shown can be opened into those records, so that every figure can be checked.
 */
@ApplicationScoped
@Transactional
public class AnnualFigures {
  @PersistenceContext EntityManager store;
  @Inject Credits credits;

  /** @param form null: all kinds of session; @param from and to: days of the district, both included */
  public record Period(LocalDate from, LocalDate to, Form form) implements Serializable {
    /** @throws Invalid for {@code to} where it is before from, or more than five years after */
    public Period {
      if (to.isBefore(from)) throw Invalid.field("to", "training.order");
      if (to.isAfter(from.plusYears(5))) throw Invalid.field("to", "report.tooLong", 5);
    }

    public static Period year(int year) {
      return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null);
    }

    LocalDateTime begin() {
      return UtcColumn.of(from.atStartOfDay(Times.ZONE).toInstant());
    }

    LocalDateTime end() {
      return UtcColumn.of(to.plusDays(1).atStartOfDay(Times.ZONE).toInstant());
    }
  }

  /**
   * @param value null where nothing can be said: nobody answered
   * @param of    what it is a part of; null where it is of nothing
   */
  public record Counted(Figure figure, BigDecimal value, BigDecimal of) implements Serializable {}

  /** The records behind a figure. */
  public record Records(Figure figure, List<String> columns, List<List<String>> rows) implements Serializable {}

  /** Sessions that took place in the period, within reach by their host or their place. */
  private static final String SESSIONS = """
      \sfrom training_session s join unit h on h.id = s.host_unit_id join unit p on p.id = s.place_unit_id
       where s.state in ('HELD', 'CLOSED') and s.starts_at >= ?1 and s.starts_at < ?2 and (?3 is null or s.form = ?3) and (h.path like ?4 or p.path like ?4)\s""";
  private static final String CAME = """
      \sfrom attendance a join training_session s on s.id = a.session_id join unit u on u.id = a.unit_id join officer o on o.id = a.officer_id
       where a.state in ('PRESENT', 'PARTIAL') and s.state in ('HELD', 'CLOSED') and s.starts_at >= ?1 and s.starts_at < ?2 and (?3 is null or s.form = ?3) and u.path like ?4\s""";
  /** With what was taken back. An entry names the attendance it was earned by: {@code attendance:7}, booked anew {@code attendance:7#2}. */
  private static final String EARNED = """
      \sfrom credit_entry e left join credit_entry r on r.id = e.reverses_id join unit u on u.id = e.unit_id join officer o on o.id = e.officer_id
         join attendance a on a.id = cast(substring_index(substring_index(coalesce(r.source, e.source), ':', -1), '#', 1) as unsigned) join training_session s on s.id = a.session_id
       where e.origin = 'ATTENDANCE' and e.kind <> 'CLOSING' and e.on_date between ?5 and ?6 and (?3 is null or s.form = ?3) and u.path like ?4\s""";

  /** All figures of a period. @throws NotFound where the caller reads no reports */
  public List<Counted> of(Caller caller, Period period) {
    demand(caller);
    BigDecimal townships = one(caller, period, "select count(distinct t.id)" + SESSIONS.replace("where", "join unit t on t.kind = 'TOWNSHIP' and p.path like concat(t.path, '%') where"));
    List<Credits.Row> standings = credits.all(caller, null, period.to().getYear());
    List<Counted> figures = new ArrayList<>();
    figures.add(new Counted(Figure.SESSIONS, one(caller, period, "select count(*)" + SESSIONS), null));
    figures.add(new Counted(Figure.TOWNSHIPS, townships, number(store.createNativeQuery("select count(*) from unit where kind = 'TOWNSHIP' and state = 'ACTIVE' and path like ?1").setParameter(1, caller.reach() + "%").getSingleResult())));
    figures.add(new Counted(Figure.UNITS, one(caller, period, "select count(distinct u.id)" + CAME), null));
    figures.add(new Counted(Figure.PERSON_TIMES, one(caller, period, "select coalesce(sum(coalesce(s.attended_count, (select count(*) from attendance a where a.session_id = s.id and a.state in ('PRESENT', 'PARTIAL')))), 0)" + SESSIONS), null));
    figures.add(new Counted(Figure.HOURS, Hundredths.decimal(one(caller, period, "select coalesce(sum(e.hundredths), 0)" + EARNED).intValue()), null));
    figures.add(new Counted(Figure.LECTURERS, one(caller, period, "select count(distinct x.lecturer_id)" + SESSIONS.replace("where", "join session_lecturer x on x.session_id = s.id where")), null));
    figures.add(satisfaction(caller, period));
    figures.add(new Counted(Figure.CREDIT_MET, BigDecimal.valueOf(standings.stream().filter(row -> row.standing().met()).count()), BigDecimal.valueOf(standings.size())));
    return figures;
  }

  /** Only closed forms with at least as many answers as are ever shown have a sum. */
  private Counted satisfaction(Caller caller, Period period) {
    Object[] row = (Object[]) fill(caller, period, "select sum(f.overall_sum), sum(f.answers)" + SESSIONS.replace("where", "join feedback_form f on f.session_id = s.id and f.overall_sum is not null where")).getSingleResult();
    if (row[0] == null) return new Counted(Figure.SATISFACTION, null, null);
    return new Counted(Figure.SATISFACTION, number(row[0]).divide(number(row[1]), 2, RoundingMode.HALF_UP), number(row[1]));
  }

  /** The records behind a figure; column names are keys behind {@code report.col.}. */
  public Records records(Caller caller, Period period, Figure figure) {
    demand(caller);
    return switch (figure) {
      case SESSIONS, PERSON_TIMES -> records(caller, period, figure, List.of("number", "day", "title", "form", "host", "place", "attended"), "select s.number, date(s.starts_at + interval 8 hour), s.title, s.form, h.name, concat(p.name, ' ', s.place), coalesce(s.attended_count, (select count(*) from attendance a where a.session_id = s.id and a.state in ('PRESENT', 'PARTIAL')))" + SESSIONS + "order by s.starts_at");
      case TOWNSHIPS -> records(caller, period, figure, List.of("township", "sessions"), "select t.name, count(distinct s.id)" + SESSIONS.replace("where", "join unit t on t.kind = 'TOWNSHIP' and p.path like concat(t.path, '%') where") + "group by t.id, t.name, t.sort order by t.sort");
      case UNITS -> records(caller, period, figure, List.of("unit", "sessions", "attended"), "select u.name, count(distinct s.id), count(*)" + CAME + "group by u.id, u.name, u.sort order by u.sort");
      case HOURS -> records(caller, period, figure, List.of("unit", "officer", "day", "title", "hours"), "select u.name, o.name, e.on_date, e.title, e.hundredths" + EARNED + "order by u.sort, o.name, e.on_date");
      case LECTURERS -> records(caller, period, figure, List.of("lecturer", "employer", "sessions"), "select coalesce(o.name, l.name), coalesce(ou.name, l.employer), count(distinct s.id)" + SESSIONS.replace("where", "join session_lecturer x on x.session_id = s.id join lecturer l on l.id = x.lecturer_id left join officer o on o.id = l.officer_id left join unit ou on ou.id = o.unit_id where") + "group by l.id, coalesce(o.name, l.name), coalesce(ou.name, l.employer) order by 1");
      case SATISFACTION -> records(caller, period, figure, List.of("day", "title", "answers", "mean"), "select date(s.starts_at + interval 8 hour), s.title, f.answers, round(f.overall_sum / f.answers, 2)" + SESSIONS.replace("where", "join feedback_form f on f.session_id = s.id and f.overall_sum is not null where") + "order by s.starts_at");
      case CREDIT_MET -> standings(caller, period);
    };
  }

  private Records standings(Caller caller, Period period) {
    List<List<String>> rows = credits.all(caller, null, period.to().getYear()).stream().map(row -> {
      Standing.Line line = row.standing().lines().get(0);
      return List.of(row.unit(), row.name(), Hundredths.text(line.earned()), Hundredths.text(line.needed()), Hundredths.text(line.missing()));
    }).toList();
    return new Records(Figure.CREDIT_MET, List.of("unit", "officer", "earned", "needed", "missing"), rows);
  }

  @SuppressWarnings("unchecked")
  private Records records(Caller caller, Period period, Figure figure, List<String> columns, String sql) {
    List<Object[]> found = fill(caller, period, sql).getResultList();
    List<List<String>> rows = found.stream().map(row -> {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.length; i++) cells.add(cell(columns.get(i), row[i]));
      return cells;
    }).toList();
    return new Records(figure, columns, rows);
  }

  private static String cell(String column, Object value) {
    if (value == null) return "";
    if (value instanceof Date day) return Times.text(day.toLocalDate());
    if (column.equals("hours")) return Hundredths.text(((Number) value).intValue());
    return value.toString();
  }

  private BigDecimal one(Caller caller, Period period, String sql) {
    return number(fill(caller, period, sql).getSingleResult());
  }

  private Query fill(Caller caller, Period period, String sql) {
    Query query = store.createNativeQuery(sql);
    Map<Integer, Object> values = new LinkedHashMap<>();
    values.put(1, period.begin());
    values.put(2, period.end());
    values.put(3, period.form() == null ? null : period.form().name());
    values.put(4, caller.reach() + "%");
    values.put(5, Date.valueOf(period.from()));
    values.put(6, Date.valueOf(period.to()));
    values.forEach((position, value) -> {
      if (sql.contains("?" + position)) query.setParameter(position, value);
    });
    return query;
  }

  private static BigDecimal number(Object value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }

  private static void demand(Caller caller) {
    if (!reads(caller)) throw new NotFound("report", "-");
  }

  /** Who reads the figures, each of what is within reach. */
  public static boolean reads(Caller caller) {
    return caller.hasAny("TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR", "SYSTEM");
  }

  /** One of the figures by name. @throws NotFound where there is none */
  public static Figure named(String name) {
    return Arrays.stream(Figure.values()).filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("figure", name));
  }
}
