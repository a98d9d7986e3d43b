package cn.lianbing.eligibility;

import cn.lianbing.exam.Subject;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what is known of people for one day, as known at one moment: a handful of statements for a range of officers, so that one
 * person and two hundred thousand are asked for alike and no more than a range is in memory.
 */
final class Records {
  /** So many officers a range: their rows are all that is in memory. */
  static final int RANGE = 2_000;
  private static final String TIMED = "%1$s.recorded_at <= ? and (%1$s.superseded_at is null or %1$s.superseded_at > ?)";
  private static final String ON = TIMED + " and %1$s.valid_from <= ? and (%1$s.valid_to is null or %1$s.valid_to >= ?)";
  private static final String PEOPLE = """
      select o.id, o.name, u.name, p.id, pu.id, pu.name, coalesce(pk.kind, pu.kind), coalesce(ak.kind, above.kind), p.establishment, p.state, p.birth_date, p.education,
        o.unit_id, u.kind, own_above.kind, o.establishment, o.state, o.birth_date, o.education, exists (select 1 from officer_past any_past where any_past.officer_id = o.id)
      from officer o join unit u on u.id = o.unit_id left join unit own_above on own_above.id = u.parent_id
        left join officer_past p on p.officer_id = o.id and %s
        left join unit pu on pu.id = p.unit_id left join unit_past pk on pk.unit_id = pu.id and %s
        left join unit above on above.id = pu.parent_id left join unit_past ak on ak.unit_id = above.id and %s
      where o.id between ? and ? and u.path like ? and u.path like ? and (? or o.state in ('ACTIVE', 'SECONDED')) and (? is null or o.name like ?) order by o.id""".formatted(ON.formatted("p"), ON.formatted("pk"), ON.formatted("ak"));
  private static final String FACTS = "select f.id, f.officer_id, f.kind, f.value, f.about, f.document_number, f.issuer, f.note, f.valid_from, f.valid_to, f.recorded_by_name, f.recorded_at from personnel_fact f where f.officer_id between ? and ? and " + TIMED.formatted("f") + " and f.valid_from <= ?";
  private static final String RESULTS = """
      select r.officer_id, r.exam_id, e.title, r.subject, r.on_date, r.score, r.pass_mark,
        case e.release_rule when 'AT_ONCE' then true when 'AT_CLOSING' then e.closes_at <= ? else e.released_at is not null and e.released_at <= ? end
      from exam_result r join exam e on e.id = r.exam_id where r.officer_id between ? and ? and\s""" + TIMED.formatted("r") + " and r.on_date <= ?";
  private static final String HOURS = "select officer_id, sum(hundredths) from credit_entry where officer_id between ? and ? and on_date > ? and on_date <= ? and bucket = ? and kind <> 'CLOSING' and recorded_at <= ? group by officer_id";
  private static final String COMING = "select c.officer_id, e.subject, e.title, e.opens_at, e.closes_at from candidate c join exam e on e.id = c.exam_id where c.officer_id between ? and ? and c.excused_reason is null and e.subject is not null and e.state = 'SCHEDULED' and e.closes_at > ?";

  private final Connection connection;

  /**
   * Whom and when.
   *
   * @param reach   the beginning of the paths of the units, as the asker reaches
   * @param under   the beginning of the paths of the units that are asked for
   * @param all     also those who are no longer in service
   * @param name    a pattern for the name, or null
   * @param coming  whether exams to come are told: for what is so now
   */
  record Asked(String reach, String under, boolean all, String name, LocalDate on, Instant knownAt, Set<Known.Window> windows, boolean coming) {}

  Records(Connection connection) {
    this.connection = connection;
  }

  /** Everybody who is asked for, range after range, in the order of their ids. */
  void each(Asked asked, Consumer<Known> use) throws SQLException {
    long last = number("select coalesce(max(id), 0) from officer");
    for (long from = number("select coalesce(min(id), 1) from officer"); from <= last; from += RANGE) range(from, from + RANGE - 1, asked).forEach(use);
  }

  List<Known> range(long first, long last, Asked asked) throws SQLException {
    Map<Long, Person> people = people(first, last, asked);
    if (people.isEmpty()) return List.of();
    facts(first, last, asked, people);
    results(first, last, asked, people);
    for (Known.Window window : asked.windows()) hours(first, last, asked, window, people);
    if (asked.coming()) coming(first, last, asked, people);
    List<Known> known = new ArrayList<>(people.size());
    people.forEach((id, one) -> known.add(new Known(id, one.name, one.unit, asked.on(), one.past, one.facts, one.results, one.hours, one.coming, List.of())));
    return known;
  }

  /** While it is being read. */
  private static final class Person {
    private String name;
    private String unit;
    private Known.Past past;
    private final List<Known.Fact> facts = new ArrayList<>(6);
    private final List<Known.Result> results = new ArrayList<>(2);
    private final Map<Known.Window, Integer> hours = new HashMap<>(4);
    private final List<Known.Coming> coming = new ArrayList<>(1);
  }

  private Map<Long, Person> people(long first, long last, Asked asked) throws SQLException {
    Map<Long, Person> people = new LinkedHashMap<>();
    try (PreparedStatement ask = connection.prepareStatement(PEOPLE)) {
      int at = 1;
      for (int join = 0; join < 3; join++) at = on(ask, at, asked);
      ask.setLong(at++, first);
      ask.setLong(at++, last);
      ask.setString(at++, asked.reach() + "%");
      ask.setString(at++, asked.under() + "%");
      ask.setBoolean(at++, asked.all());
      ask.setString(at++, asked.name());
      ask.setString(at, asked.name());
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) people.put(row.getLong(1), person(row));
      }
    }
    return people;
  }

  /** Somebody without any history was put into the tables by hand: what the record says has always been so. */
  private static Person person(ResultSet row) throws SQLException {
    Person person = new Person();
    person.name = row.getString(2);
    boolean kept = row.getObject(4) != null;
    person.unit = kept ? row.getString(6) : row.getString(3);
    if (kept) person.past = past(row, 5, row.getString(7), row.getString(8), 9);
    else if (!row.getBoolean(20)) person.past = past(row, 13, row.getString(14), row.getString(15), 16);
    return person;
  }

  private static Known.Past past(ResultSet row, int unit, String kind, String above, int rest) throws SQLException {
    String level = kind.equals("BRIGADE") && above != null ? above : kind;
    Date birth = row.getDate(rest + 2);
    String education = row.getString(rest + 3);
    return new Known.Past(row.getLong(unit), Unit.Kind.valueOf(level), Officer.Establishment.valueOf(row.getString(rest)), Officer.State.valueOf(row.getString(rest + 1)), birth == null ? null : birth.toLocalDate(), education == null ? null : Officer.Education.valueOf(education));
  }

  private void facts(long first, long last, Asked asked, Map<Long, Person> people) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(FACTS)) {
      ask.setLong(1, first);
      ask.setLong(2, last);
      known(ask, 3, asked);
      ask.setDate(5, Date.valueOf(asked.on()));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          Person person = people.get(row.getLong(2));
          if (person == null) continue;
          Date to = row.getDate(10);
          person.facts.add(new Known.Fact(row.getLong(1), FactKind.valueOf(row.getString(3)), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getDate(9).toLocalDate(), to == null ? null : to.toLocalDate(), row.getString(11), row.getObject(12, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        }
      }
    }
  }

  private void results(long first, long last, Asked asked, Map<Long, Person> people) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(RESULTS)) {
      known(ask, 1, asked);
      ask.setLong(3, first);
      ask.setLong(4, last);
      known(ask, 5, asked);
      ask.setDate(7, Date.valueOf(asked.on()));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          Person person = people.get(row.getLong(1));
          if (person != null) person.results.add(new Known.Result(row.getLong(2), row.getString(3), Subject.valueOf(row.getString(4)), row.getDate(5).toLocalDate(), row.getInt(6), row.getInt(7), row.getBoolean(8)));
        }
      }
    }
  }

  private void hours(long first, long last, Asked asked, Known.Window window, Map<Long, Person> people) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(HOURS)) {
      ask.setLong(1, first);
      ask.setLong(2, last);
      ask.setDate(3, Date.valueOf(asked.on().minusMonths(window.months())));
      ask.setDate(4, Date.valueOf(asked.on()));
      ask.setString(5, window.bucket());
      ask.setObject(6, time(asked.knownAt()));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          Person person = people.get(row.getLong(1));
          if (person != null) person.hours.put(window, row.getInt(2));
        }
      }
    }
  }

  private void coming(long first, long last, Asked asked, Map<Long, Person> people) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(COMING)) {
      ask.setLong(1, first);
      ask.setLong(2, last);
      ask.setObject(3, time(asked.knownAt()));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          Person person = people.get(row.getLong(1));
          if (person != null) person.coming.add(new Known.Coming(Subject.valueOf(row.getString(2)), row.getString(3), day(row, 4), day(row, 5)));
        }
      }
    }
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).atOffset(ZoneOffset.UTC).atZoneSameInstant(Times.ZONE).toLocalDate();
  }

  private static int on(PreparedStatement ask, int at, Asked asked) throws SQLException {
    known(ask, at, asked);
    ask.setDate(at + 2, Date.valueOf(asked.on()));
    ask.setDate(at + 3, Date.valueOf(asked.on()));
    return at + 4;
  }

  private static void known(PreparedStatement ask, int at, Asked asked) throws SQLException {
    ask.setObject(at, time(asked.knownAt()));
    ask.setObject(at + 1, time(asked.knownAt()));
  }

  private static LocalDateTime time(Instant instant) {
    return UtcColumn.of(instant);
  }

  private long number(String sql) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(sql); ResultSet row = ask.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
