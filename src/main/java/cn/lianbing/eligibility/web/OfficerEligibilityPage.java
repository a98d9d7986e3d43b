package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.Desk;
import cn.lianbing.eligibility.EligibilityChecking;
import cn.lianbing.eligibility.FactKind;
import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.eligibility.PersonDeciding;
import cn.lianbing.eligibility.PersonnelFacts;
import cn.lianbing.people.Officer;
import cn.lianbing.people.OfficerPasts;
import cn.lianbing.people.Officers;
import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** One officer: the check of any day as known on any day, the facts it rests on, the kept checks. */
@Named
@ViewScoped
public class OfficerEligibilityPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject EligibilityChecking checking;
  @Inject KeptChecks kept;
  @Inject PersonnelFacts facts;
  @Inject PersonDeciding deciding;
  @Inject OfficerPasts pasts;
  @Inject Officers officers;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private String askedKind;
  private long officerId;
  private String name;
  private String unit;
  private String masked;
  private CertificateKind kind = CertificateKind.ENFORCEMENT;
  private LocalDate on;
  /** As it was known at the end of that day; null: as it is known now. */
  private LocalDate knownOn;
  private String refusal;
  private boolean all;
  private FactForm form = new FactForm();
  private CheckViews.CriterionView criterion;
  private boolean met = true;
  private String reason;
  private LocalDate until;
  private LocalDate since;
  private transient CheckViews.CheckView check;

  public void enter() {
    messages.found(() -> {
      officerId = NotFound.id("officer", asked);
      if (!Desk.reads(user.caller())) throw new NotFound("officer", officerId);
      Officer officer = officers.get(user.caller(), officerId);
      name = officer.name();
      unit = units.get(officer.unitId()).name();
      masked = officer.idNumberMasked();
      kind = Arrays.stream(CertificateKind.values()).filter(one -> one.name().equals(askedKind)).findFirst().orElse(CertificateKind.ENFORCEMENT);
      on = today();
    });
  }

  public void look() {
    check = null;
  }

  /** Null where it was refused; {@link #getRefusal} says why. */
  public CheckViews.CheckView getCheck() {
    if (check != null || on == null) return check;
    refusal = null;
    try {
      check = CheckViews.of(checking.check(user.caller(), officerId, kind, on, moment()), CheckViews.Side.of(user.caller()), texts.texts());
    } catch (Refused refused) {
      refusal = texts.texts().of("refused." + refused.code(), refused.arguments());
    }
    return check;
  }

  private Instant moment() {
    if (knownOn == null || !knownOn.isBefore(today())) return null;
    return knownOn.plusDays(1).atStartOfDay(Times.ZONE).toInstant().minusMillis(1);
  }

  public String keep() {
    if (!messages.tried(() -> checking.keep(user.caller(), officerId, kind, on))) return null;
    messages.done("eligibility.kept.done");
    return again();
  }

  public void askFact(PersonnelFacts.Row row) {
    form = row == null ? new FactForm() : new FactForm(row);
    if (row == null) form.setKind(getRecordable().get(0));
  }

  /** The values that the chosen kind has. */
  public void kindChosen() {
    form.setValue(null);
  }

  public String saveFact() {
    boolean saved = messages.tried(() -> {
      if (form.getId() == null) facts.record(user.caller(), officerId, form.data());
      else facts.correct(user.caller(), officerId, form.getId(), form.data(), form.getReason());
    });
    if (!saved) return null;
    messages.done(form.getId() == null ? "eligibility.fact.recorded" : "eligibility.fact.corrected");
    return again();
  }

  public String withdrawFact() {
    if (!messages.tried(() -> facts.withdraw(user.caller(), officerId, form.getId(), form.getReason()))) return null;
    messages.done("eligibility.fact.withdrawn");
    return again();
  }

  public void askDecision(CheckViews.CriterionView one) {
    criterion = one;
    reason = null;
    until = null;
  }

  public String decide() {
    if (!messages.tried(() -> deciding.decide(user.caller(), officerId, kind, criterion.code(), met, reason, until))) return null;
    messages.done("eligibility.decide.done");
    return again();
  }

  public String saySince() {
    if (!messages.tried(() -> pasts.since(user.caller(), officerId, since))) return null;
    messages.done("eligibility.since.done");
    return again();
  }

  private String again() {
    return "/staff/eligibility/officer.xhtml?faces-redirect=true&id=" + officerId + "&kind=" + kind;
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  public List<PersonnelFacts.Row> getFacts() {
    return facts.of(user.caller(), officerId).stream().filter(one -> all || one.current()).toList();
  }

  public List<OfficerPasts.Line> getPast() {
    return pasts.of(officerId);
  }

  public List<KeptChecks.Row> getKept() {
    return kept.of(user.caller(), officerId);
  }

  /** Kinds of facts that the reader may record of this person. */
  public List<FactKind> getRecordable() {
    return facts.kinds(user.caller(), officerId);
  }

  public boolean mayChange(PersonnelFacts.Row row) {
    return row.current() && getRecordable().contains(row.kind());
  }

  /** What a decision is about, by the criterion's title where the present check has it. */
  public String about(PersonnelFacts.Row row) {
    if (row.about() == null) return "";
    String code = row.about().substring(row.about().indexOf('/') + 1);
    String title = getCheck() == null ? code : check.criteria().stream().filter(one -> one.code().equals(code)).map(CheckViews.CriterionView::title).findFirst().orElse(code);
    return texts.get("eligibility.kind." + row.about().replaceFirst("/.*", "")) + "　" + title;
  }

  public boolean isDesk() {
    return Desk.decides(user.caller()) && !Long.valueOf(officerId).equals(user.caller().officerId());
  }

  public boolean isKeeper() {
    return user.caller().hasAny("UNIT_ADMIN", "SUPERVISOR");
  }

  public boolean isManager() {
    return PeopleAdministration.manages(user.caller());
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public long getOfficerId() {
    return officerId;
  }

  public String getName() {
    return name;
  }

  public String getUnit() {
    return unit;
  }

  public String getMasked() {
    return masked;
  }

  public String getRefusal() {
    return refusal;
  }

  public FactForm getForm() {
    return form;
  }

  public CheckViews.CriterionView getCriterion() {
    return criterion;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getAskedKind() {
    return askedKind;
  }

  public void setAskedKind(String askedKind) {
    this.askedKind = askedKind;
  }

  public CertificateKind getKind() {
    return kind;
  }

  public void setKind(CertificateKind kind) {
    this.kind = kind;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public LocalDate getKnownOn() {
    return knownOn;
  }

  public void setKnownOn(LocalDate knownOn) {
    this.knownOn = knownOn;
  }

  public boolean isAll() {
    return all;
  }

  public void setAll(boolean all) {
    this.all = all;
  }

  public boolean isMet() {
    return met;
  }

  public void setMet(boolean met) {
    this.met = met;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public LocalDate getSince() {
    return since;
  }

  public void setSince(LocalDate since) {
    this.since = since;
  }
}
