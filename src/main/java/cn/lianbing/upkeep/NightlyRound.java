package cn.lianbing.upkeep;

import cn.lianbing.certificate.CertificateApplying;
import cn.lianbing.certificate.PublicCheck;
import cn.lianbing.certificate.Rows;
import cn.lianbing.certificate.StepRules;
import cn.lianbing.credit.CreditRules;
import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Role;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Once a night: cards that have run out lapse, tasks are raised whose cause is there and settled whose cause is gone, and people
 * are told. Whichever node writes the night's row first makes the round, in one transaction; each kind is one statement over the
 * whole register, so that memory does not grow with it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class NightlyRound {
  /** What somebody looked at and found in order comes back after so long. */
  private static final int REST_DAYS = 90;
  private static final String HELD = "c.state in ('VALID', 'SUSPENDED', 'LOST')";
  @PersistenceContext EntityManager store;
  @Inject StepRules rules;
  @Inject PublicCheck check;
  @Inject CreditRules credits;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param made false where another node has made it */
  public record Outcome(boolean made, int lapsed, int raised, int settled) {}

  public Outcome make(LocalDate on) {
    LocalDateTime now = UtcColumn.of(clock.instant());
    if (store.createNativeQuery("insert ignore into certificate_round (on_date, begun_at) values (?1, ?2)").setParameter(1, Date.valueOf(on)).setParameter(2, now).executeUpdate() == 0) return new Outcome(false, 0, 0, 0);
    int lapsed = lapse(on, now);
    int raised = 0;
    int settled = 0;
    for (Map.Entry<UpkeepTask.Kind, List<Cause>> one : causes(on).entrySet()) {
      settled += settle(one.getKey(), one.getValue(), on);
      for (Cause cause : one.getValue()) raised += raise(one.getKey(), cause, on);
    }
    tell(on);
    store.createNativeQuery("update certificate_round set ended_at = ?2, lapsed = ?3, raised = ?4, settled = ?5 where on_date = ?1").setParameter(1, Date.valueOf(on)).setParameter(2, UtcColumn.of(clock.instant())).setParameter(3, lapsed).setParameter(4, raised).setParameter(5, settled).executeUpdate();
    check.forget();
    happened.fire(Happened.done(Caller.system(), "certificate.round", "certificate", on, null, "lapsed %d, raised %d, settled %d".formatted(lapsed, raised, settled)));
    return new Outcome(true, lapsed, raised, settled);
  }

  /** A card says itself when it ends; the register follows, with a step for each. */
  private int lapse(LocalDate on, LocalDateTime now) {
    store.createNativeQuery("""
        insert into certificate_step (certificate_id, step, from_state, to_state, on_date, reason, recorded_at)
        select c.id, 'LAPSE', c.state, 'LAPSED', date_add(c.valid_to, interval 1 day), 'EXPIRED', ?2 from certificate c where\s""" + HELD + " and c.valid_to < ?1").setParameter(1, Date.valueOf(on)).setParameter(2, now).executeUpdate();
    return store.createNativeQuery("update certificate c set c.state = 'LAPSED', c.ended_on = c.valid_to, c.last_on = greatest(c.last_on, date_add(c.valid_to, interval 1 day)), c.version = c.version + 1 where " + HELD + " and c.valid_to < ?1").setParameter(1, Date.valueOf(on)).executeUpdate();
  }

  /** @param where over certificate c, officer o (null where unknown) and unit u; @param due a column or null */
  private record Cause(String where, String due, Object... values) {}

  /** An exam is one of this program's, one passed elsewhere that the desk recorded, or 法律职业资格, which stands for it. */
  private Map<UpkeepTask.Kind, List<Cause>> causes(LocalDate on) {
    Map<UpkeepTask.Kind, List<Cause>> causes = new EnumMap<>(UpkeepTask.Kind.class);
    Date soon = Date.valueOf(on.plusDays(rules.number(StepRules.Setting.REMIND_LAST_DAYS, on)));
    Date first = Date.valueOf(on.plusDays(rules.number(StepRules.Setting.REMIND_FIRST_DAYS, on)));
    String barred = CertificateApplying.BARRED.stream().map(one -> "'" + one + "'").sorted().reduce((a, b) -> a + ", " + b).orElseThrow();
    put(causes, UpkeepTask.Kind.LEFT, HELD + " and o.state = 'LEFT'", "null");
    put(causes, UpkeepTask.Kind.RETIRED, HELD + " and o.state = 'RETIRED'", "null");
    String retires = "date_add(o.birth_date, interval if(o.sex = 'MALE', ?11, ?12) month)";
    put(causes, UpkeepTask.Kind.RETIRING, HELD + " and o.state in ('ACTIVE', 'SECONDED') and o.sex is not null and o.birth_date is not null and " + retires + " <= ?13", retires,
        rules.number(StepRules.Setting.RETIRE_MALE_MONTHS, on), rules.number(StepRules.Setting.RETIRE_FEMALE_MONTHS, on), first);
    put(causes, UpkeepTask.Kind.BARRED, HELD + " and o.state in ('ACTIVE', 'SECONDED') and o.establishment in (" + barred + ")", "null");
    put(causes, UpkeepTask.Kind.UNIT_CLOSED, HELD + " and u.state = 'CLOSED'", "null");
    put(causes, UpkeepTask.Kind.SECONDED, HELD + " and o.state = 'SECONDED'", "null");
    put(causes, UpkeepTask.Kind.MOVED, HELD + " and o.state = 'ACTIVE' and o.unit_id <> c.unit_id", "null");
    put(causes, UpkeepTask.Kind.UNKNOWN_HOLDER, HELD + " and c.officer_id is null", "null");
    put(causes, UpkeepTask.Kind.EXPIRING_SOON, HELD + " and c.valid_to <= ?11", "c.valid_to", soon);
    put(causes, UpkeepTask.Kind.EXPIRING, HELD + " and c.valid_to > ?11 and c.valid_to <= ?12", "c.valid_to", soon, first);
    put(causes, UpkeepTask.Kind.NOT_CHECKED, HELD + " and year(coalesce(c.issued_on, c.valid_from)) < ?11 and coalesce(c.checked_year, 0) < ?11", "null", on.getYear() - 1);
    put(causes, UpkeepTask.Kind.SUSPENSION_OVER, "c.state = 'SUSPENDED' and c.suspended_until < ?11", "c.suspended_until", Date.valueOf(on));
    put(causes, UpkeepTask.Kind.NO_EXAM, HELD + """
        \sand c.officer_id is not null and not exists (select 1 from attempt a join exam e on e.id = a.exam_id where a.officer_id = c.officer_id and a.state in ('SUBMITTED', 'EXPIRED') and a.score >= e.pass_mark and a.submitted_at >= ?11
           and (e.release_rule <> 'BY_HAND' or e.released_at is not null))
          and not exists (select 1 from personnel_fact f where f.officer_id = c.officer_id and f.superseded_at is null and (f.kind in ('EXAM_PUBLIC', 'EXAM_PROFESSIONAL') and f.valid_from >= ?11 or f.kind = 'LEGAL_QUALIFICATION'))""", "null", LocalDateTime.of(on.minusMonths(rules.number(StepRules.Setting.EXAM_MONTHS, on)), java.time.LocalTime.MIDNIGHT));
    put(causes, UpkeepTask.Kind.CANCEL_DUE, "c.state in ('LAPSED', 'RECALLED', 'REVOKED')", "null");
    causes.put(UpkeepTask.Kind.NO_HOURS, hours(on.getYear() - 1));
    return causes;
  }

  private static void put(Map<UpkeepTask.Kind, List<Cause>> causes, UpkeepTask.Kind kind, String where, String due, Object... values) {
    causes.put(kind, List.of(new Cause(where, due, values)));
  }

  /** Last year's hours, by what each establishment needed. */
  private List<Cause> hours(int year) {
    List<Cause> causes = new ArrayList<>();
    for (Officer.Establishment establishment : Officer.Establishment.values()) for (CreditRules.Need need : credits.needs(establishment, year)) {
      causes.add(new Cause(HELD + " and o.state = 'ACTIVE' and o.establishment = ?11 and year(coalesce(c.issued_on, c.valid_from)) <= ?12" + """
          \sand coalesce((select sum(p.hundredths) from credit_account a join credit_posting p on p.account_id = a.id and p.closing = false where a.owner = o.id and a.kind = 'OFFICER' and a.year = ?12 and a.bucket = ?13), 0) < ?14""", "null", establishment.name(), year, need.bucket().name(), need.hundredths()));
    }
    return causes;
  }

  private static String from(Cause cause) {
    return " from certificate c join unit u on u.id = c.unit_id left join officer o on o.id = c.officer_id where " + cause.where();
  }

  private int raise(UpkeepTask.Kind kind, Cause cause, LocalDate on) {
    Query insert = store.createNativeQuery("insert into certificate_task (kind, certificate_id, unit_id, state, due_on, raised_on, version) select ?1, c.id, c.unit_id, 'OPEN', " + cause.due() + ", ?2, 1" + from(cause)
        + " and not exists (select 1 from certificate_task t where t.certificate_id = c.id and t.kind = ?1 and (t.state = 'OPEN' or t.state = 'DISMISSED' and t.settled_on > ?3))");
    return fill(insert.setParameter(1, kind.name()).setParameter(2, Date.valueOf(on)).setParameter(3, Date.valueOf(on.minusDays(REST_DAYS))), cause).executeUpdate();
  }

  private int settle(UpkeepTask.Kind kind, List<Cause> causes, LocalDate on) {
    if (causes.isEmpty()) return 0;
    List<Object> open = new ArrayList<>(store.createNativeQuery("select certificate_id from certificate_task where kind = ?1 and state = 'OPEN'").setParameter(1, kind.name()).getResultList());
    for (Cause cause : causes) if (!open.isEmpty()) {
      List<?> still = fill(store.createNativeQuery("select c.id" + from(cause) + " and exists (select 1 from certificate_task t where t.certificate_id = c.id and t.kind = ?1 and t.state = 'OPEN')").setParameter(1, kind.name()), cause).getResultList();
      open.removeAll(new java.util.HashSet<>(still));
    }
    for (Object gone : open) store.createNativeQuery("update certificate_task set state = 'DONE', settled_on = ?3, version = version + 1 where kind = ?1 and certificate_id = ?2 and state = 'OPEN'").setParameter(1, kind.name()).setParameter(2, gone).setParameter(3, Date.valueOf(on)).executeUpdate();
    return open.size();
  }

  private static Query fill(Query query, Cause cause) {
    for (int i = 0; i < cause.values().length; i++) query.setParameter(11 + i, cause.values()[i]);
    return query;
  }

  /** Each unit hears how many were raised tonight, each holder when the own card ends. */
  @SuppressWarnings("unchecked")
  private void tell(LocalDate on) {
    List<Object[]> byUnit = store.createNativeQuery("select t.unit_id, u.name, count(*) from certificate_task t join unit u on u.id = t.unit_id where t.raised_on = ?1 and t.state = 'OPEN' group by t.unit_id, u.name").setParameter(1, Date.valueOf(on)).getResultList();
    long all = 0;
    for (Object[] row : byUnit) {
      notices.tellUnitAdmins(Rows.id(row[0]), new Notice("certificate.tasks", List.of((String) row[1], row[2].toString()), "/staff/certificate/tasks.xhtml"));
      all += Rows.id(row[2]);
    }
    if (all > 0) notices.tellRole(Role.SUPERVISOR, new Notice("certificate.tasks.all", List.of(String.valueOf(byUnit.size()), String.valueOf(all)), "/staff/certificate/tasks.xhtml"));
    List<Object[]> ending = store.createNativeQuery("select c.officer_id, c.serial, c.valid_to from certificate_task t join certificate c on c.id = t.certificate_id where t.raised_on = ?1 and t.state = 'OPEN' and t.kind in ('EXPIRING', 'EXPIRING_SOON') and c.officer_id is not null order by c.id").setParameter(1, Date.valueOf(on)).getResultList();
    for (Object[] row : ending) notices.tellOfficers(List.of(Rows.id(row[0])), new Notice("certificate.expiring", Arrays.asList((String) row[1], Times.text(Rows.day(row[2]))), "/officer/certificate/mine.xhtml"));
  }
}
