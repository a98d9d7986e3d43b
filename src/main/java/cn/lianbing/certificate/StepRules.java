package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What steps may be founded on, and the figures that Henan's published text does not settle: rows with a source, changed by adding. */
@ApplicationScoped
@Transactional
public class StepRules {
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What can be set. The migration says where each first value comes from. */
  public enum Setting {
    PUBLICATION_DAYS(1, 60), COHORT_END, SUSPENSION_DAYS(1, 730), REMIND_FIRST_DAYS(1, 400), REMIND_LAST_DAYS(1, 400), RETIRE_MALE_MONTHS(540, 840), RETIRE_FEMALE_MONTHS(540, 840), EXAM_MONTHS(1, 240), REVIEWER_PERCENT(1, 100), SECOND_PERSON_ABOVE(1, 10_000), IMPORT_SECOND_PERCENT(1, 100), IMPORT_REFUSE_PERCENT(1, 100), SERIAL_PATTERN;

    private final int least;
    private final int most;

    Setting() {
      this(0, 0);
    }

    Setting(int least, int most) {
      this.least = least;
      this.most = most;
    }
  }

  public record Value(Setting setting, String value, String source, boolean verified, LocalDate validFrom) implements Serializable {}

  /** An article that a step may be founded on. @param kind null: both; @param verified false is shown as 待核 */
  public record Basis(Long id, Step step, CertificateKind kind, Authority authority, String law, String article, String text, String source, boolean verified, LocalDate validFrom, LocalDate validTo) implements Serializable {
    /** 《河南省行政执法条例》第四十七条 */
    public String cited() {
      return "《" + law + "》" + article;
    }

    boolean founds(Measure measure, CertificateKind of) {
      return step == measure.step() && (kind == null || kind == of) && authority == measure.authority() && !validFrom.isAfter(measure.on()) && (validTo == null || !validTo.isBefore(measure.on()));
    }
  }

  public int number(Setting setting, LocalDate on) {
    return Integer.parseInt(value(setting, on));
  }

  public LocalDate cohortEnd(LocalDate on) {
    return LocalDate.parse(value(Setting.COHORT_END, on));
  }

  private String value(Setting setting, LocalDate on) {
    return values().stream().filter(one -> one.setting() == setting && !one.validFrom().isAfter(on)).map(Value::value).findFirst().orElseThrow(() -> new IllegalStateException("no " + setting + " on " + on));
  }

  /** The serial as it is stored. @throws Invalid for {@code field} where it is empty or of another form than the setting says */
  String serial(String typed, String field, LocalDate on) {
    String plain = Certificate.plain(typed);
    if (plain.isEmpty()) throw Invalid.field(field, "required");
    if (!serialForm(on).test(plain)) throw Invalid.field(field, "certificate.serial");
    return plain;
  }

  /** Whether a serial, as it is stored, has the form that the setting says. */
  Predicate<String> serialForm(LocalDate on) {
    Pattern pattern = Pattern.compile(value(Setting.SERIAL_PATTERN, on));
    return serial -> serial.length() <= 40 && pattern.matcher(serial).matches();
  }

  /** All values, the newest first. */
  @SuppressWarnings("unchecked")
  public List<Value> values() {
    List<Object[]> rows = store.createNativeQuery("select name, value, source, verified, valid_from from certificate_setting order by name, valid_from desc, id desc").getResultList();
    return rows.stream().map(row -> new Value(Setting.valueOf((String) row[0]), (String) row[1], (String) row[2], truth(row[3]), Rows.day(row[4]))).toList();
  }

  /** All articles, by step. */
  @SuppressWarnings("unchecked")
  public List<Basis> bases() {
    List<Object[]> rows = store.createNativeQuery("select id, step, kind, authority, law, article, text, source, verified, valid_from, valid_to from certificate_basis order by id").getResultList();
    return rows.stream().map(row -> new Basis(((Number) row[0]).longValue(), Step.valueOf((String) row[1]), row[2] == null ? null : CertificateKind.valueOf((String) row[2]), Authority.valueOf((String) row[3]), (String) row[4], (String) row[5], (String) row[6], (String) row[7], truth(row[8]), Rows.day(row[9]), Rows.day(row[10])))
        .sorted(java.util.Comparator.comparing(Basis::step)).toList();
  }

  /** What a step on such a certificate may be founded on, on that day. */
  public List<Basis> bases(Step step, CertificateKind kind, LocalDate on) {
    return bases().stream().filter(one -> one.step() == step && (one.kind() == null || one.kind() == kind) && !one.validFrom().isAfter(on) && (one.validTo() == null || !one.validTo().isBefore(on))).toList();
  }

  /** @throws Invalid for {@code basis} where there is none of that id */
  Basis basis(Long id) {
    return bases().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> Invalid.field("basis", "required"));
  }

  public static boolean keeps(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM_ADMIN", "SYSTEM");
  }

  public void add(Caller caller, Basis basis) {
    if (!keeps(caller)) throw new NotFound("certificateBasis", "-");
    if (basis.step() == null || basis.step() == Step.IMPORT) throw Invalid.field("step", "required");
    if (basis.authority() == null) throw Invalid.field("authority", "required");
    text("law", basis.law(), 100);
    text("article", basis.article(), 40);
    text("text", basis.text(), 500);
    text("source", basis.source(), 300);
    if (basis.validFrom() == null) throw Invalid.field("validFrom", "required");
    store.createNativeQuery("insert into certificate_basis (step, kind, authority, law, article, text, source, verified, valid_from, created_by, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)").setParameter(1, basis.step().name()).setParameter(2, basis.kind() == null ? null : basis.kind().name())
        .setParameter(3, basis.authority().name()).setParameter(4, basis.law().strip()).setParameter(5, basis.article().strip()).setParameter(6, basis.text().strip()).setParameter(7, basis.source().strip()).setParameter(8, basis.verified())
        .setParameter(9, java.sql.Date.valueOf(basis.validFrom())).setParameter(10, caller.accountId()).setParameter(11, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "certificate.addBasis", "certificateBasis", basis.step(), null, basis.cited()));
  }

  /** From today or a later day on. */
  public void set(Caller caller, Value value) {
    if (!keeps(caller)) throw new NotFound("certificateSetting", "-");
    if (value.setting() == null) throw Invalid.field("setting", "required");
    text("value", value.value(), 100);
    text("source", value.source(), 500);
    if (value.validFrom() == null) throw Invalid.field("validFrom", "required");
    if (value.validFrom().isBefore(clock.instant().atZone(Times.ZONE).toLocalDate())) throw Invalid.field("validFrom", "certificate.pastDay");
    check(value.setting(), value.value().strip());
    store.createNativeQuery("insert into certificate_setting (name, value, source, verified, valid_from, created_by, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)").setParameter(1, value.setting().name()).setParameter(2, value.value().strip()).setParameter(3, value.source().strip()).setParameter(4, value.verified())
        .setParameter(5, java.sql.Date.valueOf(value.validFrom())).setParameter(6, caller.accountId()).setParameter(7, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "certificate.set", "certificateSetting", value.setting(), null, value.value() + " " + value.source()));
  }

  private static void check(Setting setting, String value) {
    try {
      if (setting == Setting.COHORT_END) LocalDate.parse(value);
      else if (setting == Setting.SERIAL_PATTERN) Pattern.compile(value);
      else if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < setting.least || Integer.parseInt(value) > setting.most) throw Invalid.field("value", "certificate.value", setting.least, setting.most);
    } catch (DateTimeException e) {
      throw Invalid.field("value", "certificate.day");
    } catch (PatternSyntaxException e) {
      throw Invalid.field("value", "certificate.pattern");
    }
  }

  static void text(String field, String text, int longest) {
    if (text == null || text.isBlank()) throw Invalid.field(field, "required");
    if (text.strip().length() > longest) throw Invalid.field(field, "tooLong", longest);
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean flag ? flag : ((Number) value).intValue() != 0;
  }
}
