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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An application 申领 for a certificate, until the card is in the officer's hands:
 *
 * <pre>
 * DRAFT ─SUBMIT→ SUBMITTED ─UNIT_PASS→ UNIT_PASSED ─ESTABLISHMENT_PASS→ ESTABLISHED ─BUREAU_PASS→ APPROVED
 *   ─PUBLISH→ PUBLISHED ⇄ OBJECTED (OBJECT, DISMISS)   PUBLISHED ─SEND→ SENT ─MAKE→ MADE ─ISSUE→ ISSUED
 * </pre>
 *
 * RETURN sends it back to DRAFT, REFUSE and WITHDRAW end it. While one is open, the officer has no second of that kind.
 */
@Entity
@Table(name = "certificate_application")
public class CertificateApplication {
  public enum Purpose { FIRST, RENEWAL }

  public enum State {
    DRAFT, SUBMITTED, UNIT_PASSED, ESTABLISHED, APPROVED, PUBLISHED, OBJECTED, SENT, MADE, ISSUED, REFUSED, WITHDRAWN;

    private static final Map<Step, Set<State>> FROM = Map.ofEntries(
        Map.entry(Step.SUBMIT, EnumSet.of(DRAFT)), Map.entry(Step.UNIT_PASS, EnumSet.of(SUBMITTED)), Map.entry(Step.ESTABLISHMENT_PASS, EnumSet.of(UNIT_PASSED)), Map.entry(Step.BUREAU_PASS, EnumSet.of(ESTABLISHED)), Map.entry(Step.PUBLISH, EnumSet.of(APPROVED)),
        Map.entry(Step.OBJECT, EnumSet.of(PUBLISHED)), Map.entry(Step.DISMISS, EnumSet.of(OBJECTED)), Map.entry(Step.SEND, EnumSet.of(PUBLISHED)), Map.entry(Step.MAKE, EnumSet.of(SENT)), Map.entry(Step.ISSUE, EnumSet.of(MADE)),
        Map.entry(Step.RETURN, EnumSet.of(SUBMITTED, UNIT_PASSED, ESTABLISHED, SENT)), Map.entry(Step.REFUSE, EnumSet.of(SUBMITTED, UNIT_PASSED, ESTABLISHED, OBJECTED, SENT, MADE)),
        Map.entry(Step.WITHDRAW, EnumSet.of(DRAFT, SUBMITTED, UNIT_PASSED, ESTABLISHED, APPROVED, PUBLISHED, OBJECTED)));
    private static final Map<Step, State> TO = Map.ofEntries(
        Map.entry(Step.SUBMIT, SUBMITTED), Map.entry(Step.UNIT_PASS, UNIT_PASSED), Map.entry(Step.ESTABLISHMENT_PASS, ESTABLISHED), Map.entry(Step.BUREAU_PASS, APPROVED), Map.entry(Step.PUBLISH, PUBLISHED), Map.entry(Step.OBJECT, OBJECTED), Map.entry(Step.DISMISS, PUBLISHED),
        Map.entry(Step.SEND, SENT), Map.entry(Step.MAKE, MADE), Map.entry(Step.ISSUE, ISSUED), Map.entry(Step.RETURN, DRAFT), Map.entry(Step.REFUSE, REFUSED), Map.entry(Step.WITHDRAW, WITHDRAWN));
    /** In this order on the page; the others are asides. */
    public static final List<State> WAY = List.of(SUBMITTED, UNIT_PASSED, ESTABLISHED, APPROVED, PUBLISHED, SENT, MADE, ISSUED);
    public static final Set<State> ENDED = EnumSet.of(ISSUED, REFUSED, WITHDRAWN);

    boolean allows(Step step) {
      return FROM.getOrDefault(step, Set.of()).contains(this);
    }

    /** The steps that lead on from here. */
    public List<Step> next() {
      return Arrays.stream(Step.values()).filter(this::allows).toList();
    }
  }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String number;
  @Enumerated(EnumType.STRING) private CertificateKind kind;
  @Enumerated(EnumType.STRING) private Purpose purpose;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Column(name = "batch_id") private Long batchId;
  private String category;
  private String duties;
  @Enumerated(EnumType.STRING) private State state = State.DRAFT;
  @Column(name = "check_id") private Long checkId;
  @Column(name = "published_on") private LocalDate publishedOn;
  @Column(name = "published_until") private LocalDate publishedUntil;
  @Column(name = "send_document") private String sendDocument;
  @Column(name = "certificate_id") private Long certificateId;
  @Column(name = "last_on") private LocalDate lastOn;
  @Column(name = "created_by") private Long createdBy;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected CertificateApplication() {}

  CertificateApplication(String number, CertificateKind kind, Purpose purpose, long officerId, long unitId, Long batchId, LocalDate on, Long by, Instant now) {
    this.number = number;
    this.kind = kind;
    this.purpose = purpose;
    this.officerId = officerId;
    this.unitId = unitId;
    this.batchId = batchId;
    lastOn = on;
    createdBy = by;
    createdAt = now;
  }

  void describe(String newCategory, String newDuties) {
    if (state != State.DRAFT) throw new Refused("application-step", number);
    category = newCategory;
    duties = newDuties;
  }

  void take(Measure measure, LocalDate today) {
    if (!state.allows(measure.step())) throw new Refused("application-step", number);
    measure.demand(kind, lastOn, today);
    follow(measure);
  }

  private void follow(Measure measure) {
    switch (measure.step()) {
      case BUREAU_PASS -> {
        if (checkId == null) throw new Refused("application-unchecked", number);
      }
      case SEND -> {
        if (!measure.on().isAfter(publishedUntil)) throw new Refused("application-publication", number, Times.text(publishedUntil));
        sendDocument = measure.document();
      }
      case MAKE -> {
        if (certificateId == null) throw Invalid.field("serial", "required");
      }
      case RETURN -> {
        // what was found may no longer hold when it comes back
        checkId = null;
        publishedOn = null;
        publishedUntil = null;
        sendDocument = null;
      }
      default -> { }
    }
    state = State.TO.get(measure.step());
    lastOn = measure.on();
  }

  /** As it was carried out before this program kept it. */
  void past(State found, String document, Certificate card, LocalDate on) {
    state = found;
    sendDocument = document;
    certificateId = card.id();
    lastOn = on;
  }

  /** The card that it waited for was cancelled before it was handed out. */
  void fail(LocalDate on) {
    if (state != State.MADE) throw new Refused("application-step", number);
    state = State.REFUSED;
    lastOn = on;
  }

  /** The kept check that an approval rests on. */
  void restsOn(long keptCheck) {
    checkId = keptCheck;
  }

  void publish(LocalDate from, LocalDate until) {
    publishedOn = from;
    publishedUntil = until;
  }

  void became(Certificate certificate) {
    certificateId = certificate.id();
  }

  public Long id() {
    return id;
  }

  public String number() {
    return number;
  }

  public CertificateKind kind() {
    return kind;
  }

  public Purpose purpose() {
    return purpose;
  }

  public Long officerId() {
    return officerId;
  }

  public Long unitId() {
    return unitId;
  }

  public String category() {
    return category;
  }

  public String duties() {
    return duties;
  }

  public State state() {
    return state;
  }

  public Long checkId() {
    return checkId;
  }

  public LocalDate publishedOn() {
    return publishedOn;
  }

  public LocalDate publishedUntil() {
    return publishedUntil;
  }

  public String sendDocument() {
    return sendDocument;
  }

  public Long certificateId() {
    return certificateId;
  }

  public LocalDate lastOn() {
    return lastOn;
  }

  public int version() {
    return version;
  }
}
