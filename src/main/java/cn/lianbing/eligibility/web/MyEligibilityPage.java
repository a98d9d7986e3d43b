package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.EligibilityChecking;
import cn.lianbing.eligibility.FactKind;
import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.eligibility.PersonDeciding;
import cn.lianbing.eligibility.PersonnelFacts;
import cn.lianbing.platform.Caller;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** An officer's own page: what is met, what is missing, by when, why, by which article; and the way to a person who decides. */
@Named
@ViewScoped
public class MyEligibilityPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject EligibilityChecking checking;
  @Inject KeptChecks kept;
  @Inject PersonnelFacts facts;
  @Inject PersonDeciding deciding;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private CertificateKind kind = CertificateKind.ENFORCEMENT;
  private String reason;
  private boolean fit = true;
  private String refusal;
  private transient CheckViews.CheckView check;

  public void enter() {
    kind = Arrays.stream(CertificateKind.values()).filter(one -> one.name().equals(asked)).findFirst().orElse(CertificateKind.ENFORCEMENT);
  }

  /** On this page an administrator is an officer like any other. */
  private Caller me() {
    return user.caller().only("OFFICER");
  }

  /** Null where no rules are in force; {@link #getRefusal} says so. */
  public CheckViews.CheckView getCheck() {
    if (check != null || user.caller().officerId() == null) return check;
    try {
      check = CheckViews.of(checking.check(me(), user.caller().officerId(), kind, today(), null), CheckViews.Side.OWN, texts.texts());
    } catch (Refused none) {
      refusal = texts.texts().of("refused." + none.code(), none.arguments());
    }
    return check;
  }

  public String contest() {
    if (!messages.tried(() -> deciding.contest(me(), kind, List.of(), reason))) return null;
    messages.done("eligibility.contest.done");
    return again();
  }

  public String withdraw(long id) {
    if (!messages.tried(() -> deciding.withdraw(me(), id))) return null;
    messages.done("eligibility.contest.withdrawn");
    return again();
  }

  public String keep() {
    if (!messages.tried(() -> checking.keep(me(), user.caller().officerId(), kind, today()))) return null;
    messages.done("eligibility.kept.done");
    return again();
  }

  /** The officer's own declaration; the one before ends by it. */
  public String declare() {
    boolean done = messages.tried(() -> facts.record(me(), user.caller().officerId(), new PersonnelFacts.FactData(FactKind.HEALTH, fit ? "FIT" : "UNFIT", null, null, null, today(), null)));
    if (!done) return null;
    messages.done("eligibility.declare.done");
    return again();
  }

  private String again() {
    return "/officer/eligibility/mine.xhtml?faces-redirect=true&kind=" + kind;
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  public List<PersonnelFacts.Row> getFacts() {
    return facts.of(me(), user.caller().officerId()).stream().filter(PersonnelFacts.Row::current).toList();
  }

  public List<KeptChecks.Row> getKept() {
    return kept.of(me(), user.caller().officerId());
  }

  public List<PersonDeciding.Row> getContests() {
    return deciding.mine(me());
  }

  /** Whether something can be contested, and nothing is open yet. */
  public boolean isContestable() {
    return getCheck() != null && !Boolean.TRUE.equals(check.eligible()) && getContests().stream().noneMatch(one -> one.kind() == kind && one.state().name().equals("OPEN"));
  }

  public boolean isOfficer() {
    return user.caller().officerId() != null;
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public CertificateKind getKind() {
    return kind;
  }

  public String getRefusal() {
    return refusal;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isFit() {
    return fit;
  }

  public void setFit(boolean fit) {
    this.fit = fit;
  }
}
