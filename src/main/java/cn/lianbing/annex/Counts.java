package cn.lianbing.annex;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.report.AnnualFigures;
import cn.lianbing.training.Form;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts figures from the records at the moment of asking, and opens them into those records. */
@ApplicationScoped
@Transactional
public class Counts {
  /** More are counted, not shown; whoever needs them all has the component's own lists. */
  public static final int SHOWN = 2_000;
  private static final Map<String, cn.lianbing.report.Figure> OF_TALKS = Map.of("TALKS", cn.lianbing.report.Figure.SESSIONS, "TALK_TOWNSHIPS", cn.lianbing.report.Figure.TOWNSHIPS, "TALK_PERSONS", cn.lianbing.report.Figure.PERSON_TIMES, "TALK_HOURS", cn.lianbing.report.Figure.HOURS, "TALK_LECTURERS", cn.lianbing.report.Figure.LECTURERS);
  private static final String PENALTY = "行政处罚";
  private static final String ANY = "行政执法";
  @PersistenceContext EntityManager store;
  @Inject AnnualFigures report;
  @Inject Clock clock;

  /** The records behind a figure; column names are keys behind {@code annex.col.}, or those of the training figures. */
  public record Records(List<String> columns, List<List<String>> rows) implements Serializable {}

  /** Every figure that the program can count; those that it cannot are not in the map. */
  Map<String, Value> all(Caller caller, Period period) {
    Map<String, Value> values = new HashMap<>();
    for (Template.Figure figure : Template.usual().figures()) {
      Counting counting = counting(figure.code());
      if (counting != null) values.put(figure.code(), Value.counted(number(figure.code(), counting, period)));
    }
    List<AnnualFigures.Counted> talks = report.of(caller, talks(period));
    OF_TALKS.forEach((code, figure) -> talks.stream().filter(one -> one.figure() == figure).forEach(one -> values.put(code, Value.counted(one.value()))));
    values.put("REVIEW_KIND", Value.counted(kind(period)));
    values.put("GUIDELINE", Value.counted(guideline(period)));
    return values;
  }

  /** A register that holds nothing of that time says nothing about it: the certificates of earlier years may never have been entered. */
  private BigDecimal number(String code, Counting counting, Period period) {
    BigDecimal number = new BigDecimal(fill(counting.number(), counting, period).getSingleResult().toString());
    boolean stock = code.startsWith("STOCK_");
    return stock && number.signum() == 0 ? null : number;
  }

  /** @throws NotFound where nothing is counted under that name */
  public Records records(Caller caller, Period period, String code) {
    cn.lianbing.report.Figure talk = OF_TALKS.get(code);
    if (talk != null) {
      AnnualFigures.Records found = report.records(caller, talks(period), talk);
      return new Records(found.columns().stream().map(one -> "report.col." + one).toList(), found.rows());
    }
    Counting counting = counting(code);
    if (counting == null) throw new NotFound("figure", code);
    List<?> found = fill(counting.rows(order(counting), SHOWN), counting, period).getResultList();
    List<List<String>> rows = found.stream().map(one -> one instanceof Object[] cells ? Arrays.stream(cells).map(Counts::cell).toList() : List.of(cell(one))).toList();
    return new Records(counting.columns().stream().map(one -> "annex.col." + one).toList(), rows);
  }

  /** Whether a figure opens into records. */
  static boolean counts(String code) {
    return OF_TALKS.containsKey(code) || counting(code) != null;
  }

  private static Counting counting(String code) {
    Counting of = CertificateCounts.ALL.get(code);
    return of != null ? of : RecordCounts.ALL.get(code);
  }

  private static String order(Counting counting) {
    return counting.columns().contains("day") ? "x.day, 1" : "1";
  }

  private static AnnualFigures.Period talks(Period period) {
    return new AnnualFigures.Period(period.from(), period.to(), Form.MICRO_TALK);
  }

  /** What kind of files were reviewed: of one kind only, or several. */
  private String kind(Period period) {
    List<?> kinds = store.createNativeQuery("select distinct f.kind from review_file f where f.reviewed_on between ?1 and ?2").setParameter(1, Date.valueOf(period.from())).setParameter(2, Date.valueOf(period.to())).getResultList();
    return kinds.isEmpty() || kinds.equals(List.of("PENALTY")) ? PENALTY : ANY;
  }

  /** The document that the year's sessions were run under, where one was named. */
  private String guideline(Period period) {
    List<?> found = store.createNativeQuery("select basis from training_series where year = ?1 and basis is not null and basis <> '' order by id limit 1").setParameter(1, period.to().getYear()).getResultList();
    return found.isEmpty() ? null : found.get(0).toString().replaceAll("^《|》$", "");
  }

  private Query fill(String sql, Counting counting, Period period) {
    Query query = store.createNativeQuery(sql);
    Map<Integer, Object> values = new HashMap<>();
    values.put(1, Date.valueOf(period.from()));
    values.put(2, Date.valueOf(period.to()));
    values.put(3, period.begin());
    values.put(4, period.end());
    values.put(5, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    values.put(6, counting.more());
    values.forEach((position, value) -> {
      if (sql.contains("?" + position)) query.setParameter(position, value);
    });
    return query;
  }

  private static String cell(Object value) {
    if (value == null) return "";
    return value instanceof Date day ? Times.text(day.toLocalDate()) : value.toString();
  }
}
