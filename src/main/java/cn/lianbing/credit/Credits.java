package cn.lianbing.credit;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading the ledger: one officer's lines, a unit's list. */
@ApplicationScoped
@Transactional
public class Credits {
  @PersistenceContext EntityManager store;
  @Inject CreditLedger ledger;
  @Inject CreditRules rules;
  @Inject CreditForecast forecast;
  @Inject Officers officers;
  @Inject Units units;

  /**
   * A line of an officer's ledger.
   *
   * @param kind     EARNED, REVERSAL or CLOSING
   * @param reversed whether a later line took it back
   */
  public record Line(long id, LocalDate on, String kind, Origin origin, Bucket bucket, int hundredths, String title, String reason, String unit, boolean reversed, Instant recordedAt) implements Serializable {}

  /** An officer in a unit's list. */
  public record Row(long officerId, String name, String unit, Officer.Establishment establishment, Standing standing) implements Serializable {}

  /** How a unit's list is laid out. */
  public enum Order { UNIT, MISSING }

  /** The sort is stable: among equals it stays by unit and name. */
  private static final Comparator<Row> MOST_MISSING = Comparator.comparingInt((Row row) -> row.standing().lines().stream().mapToInt(Standing.Line::missing).sum()).reversed();

  /** Who is told about in {@link #of}. */
  public record Holder(long officerId, String name, String unit, String idNumberMasked) implements Serializable {}

  /** @throws NotFound where the officer is neither the caller nor within reach */
  public Holder holder(Caller caller, long officerId) {
    Officer officer = officers.get(caller, officerId);
    return new Holder(officerId, officer.name(), units.get(officer.unitId()).name(), officer.idNumberMasked());
  }

  /** With what coming sessions bring. */
  public Standing standing(Caller caller, long officerId, int year) {
    officers.get(caller, officerId);
    return standing(caller, officerId, year, forecast.planned(year, Set.of(officerId)).of(officerId));
  }

  /** @param planned what coming sessions bring, by bucket */
  public Standing standing(Caller caller, long officerId, int year, Balance planned) {
    Officer officer = officers.get(caller, officerId);
    return CreditForecast.of(year, ledger.balance(officerId, year), planned, rules.needs(officer.establishment(), year));
  }

  /** A year's lines of one officer, the newest first. */
  @SuppressWarnings("unchecked")
  public List<Line> lines(Caller caller, long officerId, int year) {
    officers.get(caller, officerId);
    List<Object[]> rows = store.createNativeQuery("""
        select e.id, e.on_date, e.kind, e.origin, e.bucket, e.hundredths, e.title, e.reason, u.name, exists(select 1 from credit_entry r where r.reverses_id = e.id), e.recorded_at
        from credit_entry e join unit u on u.id = e.unit_id where e.officer_id = ?1 and e.on_date between ?2 and ?3 order by e.on_date desc, e.id desc""").setParameter(1, officerId)
        .setParameter(2, java.sql.Date.valueOf(LocalDate.of(year, 1, 1))).setParameter(3, java.sql.Date.valueOf(LocalDate.of(year, 12, 31))).getResultList();
    return rows.stream().map(row -> new Line(number(row[0]), ((java.sql.Date) row[1]).toLocalDate(), (String) row[2], Origin.valueOf((String) row[3]), Bucket.valueOf((String) row[4]), (int) number(row[5]), (String) row[6], (String) row[7], (String) row[8], number(row[9]) != 0, UtcColumn.time(row[10]))).toList();
  }

  /**
   * Officers in service within the caller's reach: a duty's state, not a ranking; nobody gets a place.
   *
   * @param unitId    null: all units within reach
   * @param lackOnly  only those who have not yet what they need
   * @param order     null: by unit, then name
   */
  public Page<Row> unit(Caller caller, Long unitId, int year, boolean lackOnly, Order order, Page.Request request) {
    List<Row> all = all(caller, unitId, year);
    List<Row> shown = all.stream().filter(row -> !lackOnly || !row.standing().met()).sorted(order == Order.MISSING ? MOST_MISSING : (a, b) -> 0).toList();
    int from = Math.min(shown.size(), request.offset());
    return new Page<>(shown.subList(from, Math.min(shown.size(), from + request.size())), shown.size(), request.page(), request.size());
  }

  /** The same, whole: for sums and exports. */
  @SuppressWarnings("unchecked")
  public List<Row> all(Caller caller, Long unitId, int year) {
    Unit unit = unitId == null ? null : units.get(caller, unitId);
    List<Object[]> rows = store.createNativeQuery("""
        select o.id, o.name, u.name, o.establishment, a.bucket, sum(p.hundredths)
        from officer o join unit u on u.id = o.unit_id
          left join credit_account a on a.owner = o.id and a.year = ?1 and a.kind = 'OFFICER'
          left join credit_posting p on p.account_id = a.id and p.closing = false
        where u.path like ?2 and u.path like ?3 and o.state in ('ACTIVE', 'SECONDED')
        group by o.id, o.name, u.name, o.establishment, a.bucket, u.sort, u.id order by u.sort, u.id, o.name, o.id""").setParameter(1, year).setParameter(2, caller.reach() + "%").setParameter(3, (unit == null ? "/" : unit.path()) + "%").getResultList();
    Map<Long, Map<Bucket, Integer>> earned = new LinkedHashMap<>();
    Map<Long, Object[]> heads = new LinkedHashMap<>();
    for (Object[] row : rows) {
      long id = number(row[0]);
      heads.putIfAbsent(id, row);
      Map<Bucket, Integer> own = earned.computeIfAbsent(id, any -> new EnumMap<>(Bucket.class));
      if (row[4] != null && row[5] != null) own.put(Bucket.valueOf((String) row[4]), (int) number(row[5]));
    }
    List<CreditRules.Need> needs = rules.needs();
    PlannedHours planned = forecast.planned(year, heads.keySet());
    return heads.entrySet().stream().map(entry -> {
      Object[] row = entry.getValue();
      Officer.Establishment establishment = Officer.Establishment.valueOf((String) row[3]);
      return new Row(entry.getKey(), (String) row[1], (String) row[2], establishment, CreditForecast.of(year, new Balance(earned.get(entry.getKey())), planned.of(entry.getKey()), CreditRules.needs(needs, establishment, LocalDate.of(year, 12, 31))));
    }).toList();
  }

  /** The current year in the district. */
  public static int year(Instant now) {
    return now.atZone(Times.ZONE).getYear();
  }

  private static long number(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).longValue();
  }
}
