package cn.lianbing.credit;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.people.Officer;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How hours are counted and how many are needed: rows with a first day and a source, which the training desk changes by adding. */
@ApplicationScoped
@Transactional
public class CreditRules {
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What can be set. */
  public enum Setting {
    /** minutes of scheduled length that make one 学时 */
    MINUTES_PER_HOUR(10, 120),
    /** most hundredths that one day holds */
    DAY_LIMIT(100, 2400);

    private final int least;
    private final int most;

    Setting(int least, int most) {
      this.least = least;
      this.most = most;
    }
  }

  /** @param establishment null: everybody for whom none of their own holds; @param verified false is shown as 待核 */
  public record Need(Long id, Officer.Establishment establishment, Bucket bucket, int hundredths, String law, String lawVersion, String article, boolean verified, String note, LocalDate validFrom) implements Serializable {}

  public record NeedData(Officer.Establishment establishment, Bucket bucket, int hundredths, String law, String lawVersion, String article, boolean verified, String note, LocalDate validFrom) {}

  /** A setting's value from a day on. */
  public record Value(Setting setting, int value, String source, boolean verified, LocalDate validFrom) implements Serializable {}

  /** Hundredths of an 学时 for so many scheduled minutes, rounded down. */
  public int hundredths(long minutes, LocalDate on) {
    return (int) (minutes * 100 / value(Setting.MINUTES_PER_HOUR, on));
  }

  /** Most hundredths that one day holds. */
  public int dayLimit(LocalDate on) {
    return value(Setting.DAY_LIMIT, on);
  }

  private int value(Setting setting, LocalDate on) {
    return values().stream().filter(one -> one.setting() == setting && !one.validFrom().isAfter(on)).map(Value::value).findFirst().orElseThrow(() -> new IllegalStateException("no " + setting + " on " + on));
  }

  /** All values, the newest first. */
  @SuppressWarnings("unchecked")
  public List<Value> values() {
    List<Object[]> rows = store.createNativeQuery("select name, value, source, verified, valid_from from credit_setting order by name, valid_from desc").getResultList();
    return rows.stream().map(row -> new Value(Setting.valueOf((String) row[0]), ((Number) row[1]).intValue(), (String) row[2], truth(row[3]), ((java.sql.Date) row[4]).toLocalDate())).toList();
  }

  /** All needs, the newest first. */
  public List<Need> needs() {
    return store.createQuery("select n from CreditNeed n order by n.validFrom desc, n.id desc", CreditNeed.class).getResultStream().map(CreditNeed::row).toList();
  }

  /** What an officer of that establishment needs in a year: what holds on its last day. A rule for the establishment comes before the one for all. */
  public List<Need> needs(Officer.Establishment establishment, int year) {
    return needs(needs(), establishment, LocalDate.of(year, 12, 31));
  }

  static List<Need> needs(List<Need> all, Officer.Establishment establishment, LocalDate on) {
    List<Need> held = new ArrayList<>();
    for (Bucket bucket : Bucket.values()) {
      List<Need> candidates = all.stream().filter(need -> need.bucket() == bucket && !need.validFrom().isAfter(on)).sorted(Comparator.comparing(Need::validFrom).thenComparing(Need::id).reversed()).toList();
      Optional<Need> own = candidates.stream().filter(need -> need.establishment() == establishment).findFirst();
      own.or(() -> candidates.stream().filter(need -> need.establishment() == null).findFirst()).filter(need -> need.hundredths() > 0).ifPresent(held::add);
    }
    return held;
  }

  /** Whether the caller keeps the rules: the training desk of the whole district, the certificate desk, the system's administrator. */
  public boolean keeps(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM_ADMIN", "SYSTEM") || caller.has("TRAINER") && caller.unitPath().chars().filter(c -> c == '/').count() == 2;
  }

  /** Adds what holds from a day on; before it, the former row still holds. What years that are over needed stays as it was. */
  public void add(Caller caller, NeedData data) {
    demandKeeper(caller);
    if (data.bucket() == null) throw Invalid.field("bucket", "required");
    if (data.hundredths() < 0 || data.hundredths() > 100_000) throw Invalid.field("hours", "credit.hours", 1000);
    if (data.law() == null || data.law().isBlank()) throw Invalid.field("law", "required");
    if (data.validFrom() == null) throw Invalid.field("validFrom", "required");
    if (data.validFrom().isBefore(today().withDayOfYear(1))) throw Invalid.field("validFrom", "credit.pastYear", today().getYear());
    store.persist(new CreditNeed(data, caller.accountId(), clock.instant()));
    happened.fire(Happened.done(caller, "credit.addNeed", "creditNeed", data.validFrom(), null, "%s %s %s %s".formatted(data.bucket(), Hundredths.text(data.hundredths()), data.law(), data.article())));
  }

  /** Sets a value from today or a later day on: what is booked was counted by the value of its day. */
  public void set(Caller caller, Value value) {
    demandKeeper(caller);
    if (value.validFrom() == null) throw Invalid.field("validFrom", "required");
    if (value.validFrom().isBefore(today())) throw Invalid.field("validFrom", "credit.pastDay");
    if (value.source() == null || value.source().isBlank()) throw Invalid.field("source", "required");
    if (value.value() < value.setting().least || value.value() > value.setting().most) throw Invalid.field("value", "credit.value", value.setting().least, value.setting().most);
    if (values().stream().anyMatch(one -> one.setting() == value.setting() && one.validFrom().equals(value.validFrom()))) throw Invalid.field("validFrom", "credit.sameDay");
    store.createNativeQuery("insert into credit_setting (name, value, source, verified, valid_from, created_by, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)").setParameter(1, value.setting().name()).setParameter(2, value.value()).setParameter(3, value.source().strip())
        .setParameter(4, value.verified()).setParameter(5, java.sql.Date.valueOf(value.validFrom())).setParameter(6, caller.accountId()).setParameter(7, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "credit.set", "creditSetting", value.setting(), null, value.value() + " " + value.source()));
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  private void demandKeeper(Caller caller) {
    if (!keeps(caller)) throw new NotFound("creditRules", "-");
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean flag ? flag : ((Number) value).intValue() != 0;
  }
}
