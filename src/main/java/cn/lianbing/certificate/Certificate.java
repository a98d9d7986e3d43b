package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A certificate 证件 from the day its serial is known. Its life:
 *
 * <pre>
 * MADE ─ISSUE→ VALID ⇄ SUSPENDED (SUSPEND, RESTORE)     VALID ─ANNUAL_CHECK→ VALID
 *              VALID ⇄ LOST (REPORT_LOST, RESTORE)      LOST, VALID ─REPLACE→ REPLACED, and another begins
 * VALID, SUSPENDED, LOST ─LAPSE→ LAPSED                 VALID, SUSPENDED ─RECALL→ RECALLED
 * VALID, SUSPENDED, LOST, LAPSED, RECALLED ─REVOKE→ REVOKED
 * all but REPLACED and CANCELLED ─CANCEL→ CANCELLED
 * </pre>
 *
 * What is not in this table cannot happen, whoever asks and by whatever way.
 */
@Entity
@Table(name = "certificate")
public class Certificate {
  public enum State {
    MADE, VALID, SUSPENDED, LOST, LAPSED, RECALLED, REVOKED, REPLACED, CANCELLED;

    private static final Map<Step, Set<State>> FROM = Map.of(
        Step.ISSUE, EnumSet.of(MADE), Step.ANNUAL_CHECK, EnumSet.of(VALID), Step.SUSPEND, EnumSet.of(VALID), Step.RESTORE, EnumSet.of(SUSPENDED, LOST), Step.REPORT_LOST, EnumSet.of(VALID),
        Step.LAPSE, EnumSet.of(VALID, SUSPENDED, LOST), Step.RECALL, EnumSet.of(VALID, SUSPENDED), Step.REVOKE, EnumSet.of(VALID, SUSPENDED, LOST, LAPSED, RECALLED), Step.REPLACE, EnumSet.of(VALID, LOST, LAPSED),
        Step.CANCEL, EnumSet.of(MADE, VALID, SUSPENDED, LOST, LAPSED, RECALLED, REVOKED));
    private static final Map<Step, State> TO = Map.of(Step.ISSUE, VALID, Step.ANNUAL_CHECK, VALID, Step.SUSPEND, SUSPENDED, Step.RESTORE, VALID, Step.REPORT_LOST, LOST, Step.LAPSE, LAPSED, Step.RECALL, RECALLED, Step.REVOKE, REVOKED, Step.REPLACE, REPLACED, Step.CANCEL, CANCELLED);
    /** In somebody's hands, or to come back to them. */
    public static final Set<State> LIVE = EnumSet.of(VALID, SUSPENDED, LOST);

    boolean allows(Step step) {
      return FROM.getOrDefault(step, Set.of()).contains(this);
    }

    /** The steps that lead on from here. */
    public List<Step> next(CertificateKind kind) {
      return Arrays.stream(Step.values()).filter(step -> allows(step) && !(step == Step.REVOKE && kind == CertificateKind.SUPERVISION)).toList();
    }
  }

  /** Only from some states, or only to them: 遗失 can be found again, a suspension ends in other ways. */
  private static final Map<Reason, Set<State>> REASON_FROM = Map.of(Reason.FOUND, EnumSet.of(State.LOST), Reason.TRAINED, EnumSet.of(State.SUSPENDED), Reason.TERM_OVER, EnumSet.of(State.SUSPENDED), Reason.DECISION_WITHDRAWN, EnumSet.of(State.SUSPENDED),
      Reason.LOSS, EnumSet.of(State.LOST), Reason.DAMAGED, EnumSet.of(State.VALID), Reason.DATA_CHANGED, EnumSet.of(State.VALID), Reason.MISPRINTED, EnumSet.of(State.MADE), Reason.QUALIFICATION_REVOKED, EnumSet.of(State.REVOKED), Reason.NOT_REPLACED, EnumSet.of(State.LOST));
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Enumerated(EnumType.STRING) private CertificateKind kind;
  private String serial;
  @Column(name = "old_serial") private String oldSerial;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Column(name = "holder_name") private String holderName;
  @Column(name = "id_number_index") private byte[] idNumberIndex;
  @Column(name = "id_number_masked") private String idNumberMasked;
  private String category;
  @Enumerated(EnumType.STRING) private State state;
  @Column(name = "valid_from") private LocalDate validFrom;
  @Column(name = "valid_to") private LocalDate validTo;
  @Column(name = "issued_on") private LocalDate issuedOn;
  @Column(name = "ended_on") private LocalDate endedOn;
  @Column(name = "suspended_until") private LocalDate suspendedUntil;
  @Column(name = "checked_year") private Integer checkedYear;
  @Column(name = "replaces_id") private Long replacesId;
  @Column(name = "last_on") private LocalDate lastOn;
  @Version private int version;

  protected Certificate() {}

  /** @param on the day it was made; it is nobody's before it is issued */
  Certificate(CertificateKind kind, String serial, Holder holder, String category, LocalDate validFrom, LocalDate validTo, LocalDate on) {
    this.kind = kind;
    this.serial = plain(serial);
    this.category = category;
    hold(holder);
    span(validFrom, validTo);
    state = State.MADE;
    lastOn = on;
  }

  /** Who holds it, and where. @param officerId null for somebody who is not among the officers */
  record Holder(Long officerId, long unitId, String name, byte[] idNumberIndex, String idNumberMasked) {}

  void hold(Holder holder) {
    officerId = holder.officerId();
    unitId = holder.unitId();
    holderName = holder.name();
    idNumberIndex = holder.idNumberIndex();
    idNumberMasked = holder.idNumberMasked();
  }

  final void span(LocalDate from, LocalDate to) {
    if (from == null) throw Invalid.field("validFrom", "required");
    if (to == null) throw Invalid.field("validTo", "required");
    if (!from.isBefore(to)) throw Invalid.field("validTo", "certificate.span");
    validFrom = from;
    validTo = to;
  }

  /** As an older register has it: in a state, without the steps that led there. */
  void imported(State found, String formerSerial, LocalDate issued, LocalDate ended) {
    state = found;
    oldSerial = formerSerial;
    issuedOn = issued;
    endedOn = ended;
  }

  void replaces(Certificate old) {
    replacesId = old.id;
    oldSerial = old.serial;
  }

  /** By hand: with an authority, an article, a document, a reason, each fitting the others. */
  void take(Measure measure, LocalDate today) {
    demandState(measure.step());
    measure.demand(kind, lastOn, today);
    follow(measure, today);
  }

  /** By the clock, or as an imported register says. */
  void happen(Measure measure, LocalDate today) {
    demandState(measure.step());
    if (measure.on().isAfter(today)) throw Invalid.field("on", "certificate.future");
    follow(measure, today);
  }

  private void demandState(Step step) {
    if (!state.allows(step) || step == Step.REVOKE && kind == CertificateKind.SUPERVISION) throw new Refused("certificate-step", serial);
  }

  private void follow(Measure measure, LocalDate today) {
    if (measure.reason() != null && !REASON_FROM.getOrDefault(measure.reason(), EnumSet.allOf(State.class)).contains(state)) throw Invalid.field("reason", "certificate.reasonState");
    switch (measure.step()) {
      case ISSUE -> {
        if (!measure.on().isBefore(validTo)) throw Invalid.field("on", "certificate.span");
        issuedOn = measure.on();
        checkedYear = measure.on().getYear();
      }
      case RESTORE -> {
        if (validTo.isBefore(today)) throw new Refused("certificate-expired", serial, Times.text(validTo));
        suspendedUntil = null;
      }
      case LAPSE -> {
        if (measure.reason() == Reason.EXPIRED && !validTo.isBefore(today)) throw Invalid.field("reason", "certificate.notExpired", Times.text(validTo));
        endedOn = measure.reason() == Reason.EXPIRED ? validTo : measure.on();
      }
      default -> {
        if (Step.ENDING.contains(measure.step()) && endedOn == null) endedOn = measure.on();
      }
    }
    state = State.TO.get(measure.step());
    if (measure.on().isAfter(lastOn)) lastOn = measure.on();
  }

  void checked(int year) {
    if (checkedYear != null && checkedYear >= year) throw new Refused("certificate-checked", serial, year);
    checkedYear = year;
  }

  void suspendUntil(LocalDate until, int mostDays) {
    if (until == null) throw Invalid.field("until", "required");
    if (!until.isAfter(lastOn)) throw Invalid.field("until", "certificate.until");
    if (until.isAfter(lastOn.plusDays(mostDays))) throw Invalid.field("until", "certificate.untilMost", mostDays);
    suspendedUntil = until;
  }

  void became(String name, String newCategory) {
    holderName = name;
    category = newCategory;
  }

  /** The serial as it is stored and looked for: half-width, upper case, no spaces. */
  static String plain(String serial) {
    if (serial == null) return "";
    StringBuilder plain = new StringBuilder();
    for (char c : serial.toCharArray()) {
      if (Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0' || c == '\uFEFF' || c == '\u200B') continue;
      plain.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
    }
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  public Long id() {
    return id;
  }

  public CertificateKind kind() {
    return kind;
  }

  public String serial() {
    return serial;
  }

  public String oldSerial() {
    return oldSerial;
  }

  public Long officerId() {
    return officerId;
  }

  public Long unitId() {
    return unitId;
  }

  public String holderName() {
    return holderName;
  }

  byte[] idNumberIndex() {
    return idNumberIndex;
  }

  public String idNumberMasked() {
    return idNumberMasked;
  }

  public String category() {
    return category;
  }

  public State state() {
    return state;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public LocalDate validTo() {
    return validTo;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public LocalDate endedOn() {
    return endedOn;
  }

  public LocalDate suspendedUntil() {
    return suspendedUntil;
  }

  public Integer checkedYear() {
    return checkedYear;
  }

  public Long replacesId() {
    return replacesId;
  }

  public LocalDate lastOn() {
    return lastOn;
  }

  public int version() {
    return version;
  }
}
