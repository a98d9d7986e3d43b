package cn.lianbing.certificate;

import cn.lianbing.credit.Credits;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A unit's duty list against its certificates: who works there, who may enforce, whose card ends, who reviews. */
@ApplicationScoped
@Transactional
public class UnitHolders {
  @PersistenceContext EntityManager store;
  @Inject Units units;
  @Inject Officers officers;
  @Inject Credits credits;
  @Inject StepRules rules;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * Somebody of a unit.
   *
   * @param onDuty      on the duty list 执法岗位名单: every active officer whom article 20 lets apply, unless the unit says otherwise
   * @param reviewer    法制审核人员
   * @param serial      of the enforcement certificate that is valid, suspended or lost; null for none
   * @param hoursMet    whether this year's hours are complete; null where nothing is needed
   */
  public record Row(long officerId, String name, String unit, Officer.Establishment establishment, String post, boolean onDuty, boolean reviewer, Long certificateId, String serial, Certificate.State state, LocalDate validTo, String supervision, Integer earned, Integer needed, Boolean hoursMet) implements Serializable {
    public boolean holds() {
      return state == Certificate.State.VALID;
    }
  }

  /**
   * @param onDuty    on the duty list; the base of both rates
   * @param holding   of them with a valid enforcement certificate
   * @param expiring  certificates that end within the days of the first reminder
   * @param reviewers of them who review
   * @param needed    how many reviewers the share asks for, rounded up
   */
  public record Figures(int onDuty, int holding, int suspended, int without, int expiring, int reviewers, int needed, int percent, int hoursMet, int hoursOf) implements Serializable {
    /** Tenths of a percent: 持证率. */
    public int holdingRate() {
      return onDuty == 0 ? 0 : holding * 1000 / onDuty;
    }

    public int reviewerRate() {
      return onDuty == 0 ? 0 : reviewers * 1000 / onDuty;
    }
  }

  /** Everybody in the unit and the units below it. @throws NotFound where it is not within reach */
  @SuppressWarnings("unchecked")
  public List<Row> rows(Caller caller, long unitId) {
    Unit unit = units.get(caller, unitId);
    int year = today().getYear();
    Map<Long, Credits.Row> hours = credits.all(Caller.system(), unit.id(), year).stream().collect(Collectors.toMap(Credits.Row::officerId, Function.identity()));
    List<Object[]> rows = store.createNativeQuery("""
        select o.id, o.name, u.name, o.establishment, o.post, o.state, d.on_duty, d.reviewer, c.id, c.serial, c.state, c.valid_to, s.serial
        from officer o join unit u on u.id = o.unit_id left join certificate_duty d on d.officer_id = o.id
          left join certificate c on c.officer_id = o.id and c.kind = 'ENFORCEMENT' and c.live = 1
          left join certificate s on s.officer_id = o.id and s.kind = 'SUPERVISION' and s.live = 1
        where u.path like ?1 and o.state = 'ACTIVE' order by u.sort, u.id, o.name, o.id""").setParameter(1, unit.path() + "%").getResultList();
    return rows.stream().map(row -> row(row, hours.get(Rows.id(row[0])))).toList();
  }

  private static Row row(Object[] row, Credits.Row hours) {
    Officer.Establishment establishment = Officer.Establishment.valueOf((String) row[3]);
    boolean duty = row[6] == null ? !CertificateApplying.BARRED.contains(establishment) : truth(row[6]);
    var line = hours == null ? null : hours.standing().lines().get(0);
    return new Row(Rows.id(row[0]), (String) row[1], (String) row[2], establishment, (String) row[4], duty, row[7] != null && truth(row[7]), Rows.id(row[8]), (String) row[9], row[10] == null ? null : Certificate.State.valueOf((String) row[10]), Rows.day(row[11]), (String) row[12], line == null ? null : line.earned(), line == null ? null : line.needed(), line == null || line.needed() == 0 ? null : hours.standing().met());
  }

  public Figures figures(List<Row> rows) {
    List<Row> duty = rows.stream().filter(Row::onDuty).toList();
    int percent = rules.number(StepRules.Setting.REVIEWER_PERCENT, today());
    LocalDate until = today().plusDays(rules.number(StepRules.Setting.REMIND_FIRST_DAYS, today()));
    return new Figures(duty.size(), count(duty, Row::holds), count(duty, row -> row.state() != null && !row.holds()), count(duty, row -> row.state() == null), count(rows, row -> row.state() != null && !row.validTo().isAfter(until)), count(duty, Row::reviewer), (duty.size() * percent + 99) / 100, percent, count(duty, row -> Boolean.TRUE.equals(row.hoursMet())), count(duty, row -> row.hoursMet() != null));
  }

  /** Whether the certificate ends within the days of the first reminder: then the next may be applied for. */
  public boolean expiring(Row row) {
    return row.state() != null && !row.validTo().isAfter(today().plusDays(rules.number(StepRules.Setting.REMIND_FIRST_DAYS, today())));
  }

  private static int count(List<Row> rows, java.util.function.Predicate<Row> which) {
    return (int) rows.stream().filter(which).count();
  }

  public static boolean keeps(Caller caller) {
    return caller.hasAny("UNIT_ADMIN", "SUPERVISOR");
  }

  /** Puts somebody on the duty list or off it, and says who reviews. */
  public void set(Caller caller, long officerId, boolean onDuty, boolean reviewer) {
    Officer officer = officers.get(caller, officerId);
    Unit unit = units.get(officer.unitId());
    if (!keeps(caller) || !caller.reaches(unit.path())) throw new NotFound("officer", officerId);
    store.createNativeQuery("insert into certificate_duty (officer_id, on_duty, reviewer, changed_by, changed_at) values (?1, ?2, ?3, ?4, ?5) on duplicate key update on_duty = ?2, reviewer = ?3, changed_by = ?4, changed_at = ?5")
        .setParameter(1, officerId).setParameter(2, onDuty).setParameter(3, reviewer).setParameter(4, caller.accountId()).setParameter(5, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).executeUpdate();
    happened.fire(Happened.done(caller, "certificate.duty", "officer", officerId, unit.path(), "%s on duty %s, reviewer %s".formatted(officer.name(), onDuty, reviewer)));
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean flag ? flag : ((Number) value).intValue() != 0;
  }
}
