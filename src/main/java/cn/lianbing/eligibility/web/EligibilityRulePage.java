package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.Criterion;
import cn.lianbing.eligibility.EligibilityRule;
import cn.lianbing.eligibility.EligibilityRules;
import cn.lianbing.eligibility.Probe;
import cn.lianbing.eligibility.RuleEditing;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** One version of the rules: reading it, writing a draft, and the second person's approval. */
@Named
@ViewScoped
public class EligibilityRulePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject EligibilityRules rules;
  @Inject RuleEditing editing;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private long id;
  /** As it was read: whoever changed it since is not overwritten. */
  private EligibilityRules.View rule;
  private LocalDate from;
  private String note;
  private String reason;
  private Probe probe = Probe.VERIFIED;
  private CriterionForm form;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("eligibilityRule", asked);
      read();
    });
  }

  private void read() {
    rule = rules.view(user.caller(), id);
    from = rule.from();
    note = rule.note();
  }

  public String plan() {
    return done("eligibility.rule.planned", () -> editing.plan(user.caller(), id, rule.version(), from, note));
  }

  public void edit(Criterion one) {
    form = new CriterionForm(one);
  }

  /** Begins one more, of what is looked at. */
  public void add() {
    form = new CriterionForm(probe, rule.criteria().stream().map(Criterion::code).collect(Collectors.toSet()));
  }

  public String remove(Criterion one) {
    return done("eligibility.rule.saved", () -> editing.remove(user.caller(), id, rule.version(), one.code()));
  }

  /** Whether it is the draft's own, so that it can be taken out. */
  public boolean removable(Criterion one) {
    return !editing.known(rule.kind(), one.code());
  }

  public Probe[] getProbes() {
    return Probe.values();
  }

  public Probe getProbe() {
    return probe;
  }

  public void setProbe(Probe probe) {
    this.probe = probe;
  }

  public void cancel() {
    form = null;
  }

  public String save() {
    return done("eligibility.rule.saved", () -> {
      try {
        editing.change(user.caller(), id, rule.version(), form.criterion());
      } catch (Invalid e) {
        throw form.marked(e);
      }
    });
  }

  /** Switches a criterion on or off. */
  public String toggle(Criterion one) {
    return done("eligibility.rule.saved", () -> editing.change(user.caller(), id, rule.version(), new Criterion(one.code(), one.title(), one.question(), one.basis(), one.probe(), one.parameters(), one.decides(), !one.active(), one.unverified(), one.elsewhere(), one.hint())));
  }

  public String submit() {
    return done("eligibility.rule.submitted", () -> editing.submit(user.caller(), id));
  }

  public String approve() {
    return done("eligibility.rule.approved", () -> editing.approve(user.caller(), id));
  }

  public String giveBack() {
    return done("eligibility.rule.givenBack", () -> editing.giveBack(user.caller(), id, reason));
  }

  public String withdraw() {
    return done("eligibility.rule.withdrawn", () -> editing.withdraw(user.caller(), id));
  }

  private String done(String key, Messages.Action action) {
    if (!messages.tried(action)) return null;
    messages.done(key);
    return "/staff/eligibility/rule.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isWritable() {
    return rule.state() == EligibilityRule.State.DRAFT && RuleEditing.edits(user.caller());
  }

  /** Waiting, and not the reader's own work. */
  public boolean isApprovable() {
    return rule.state() == EligibilityRule.State.SUBMITTED && RuleEditing.approves(user.caller()) && !rule.mine();
  }

  public boolean isWaitingForOthers() {
    return rule.state() == EligibilityRule.State.SUBMITTED && rule.mine();
  }

  public boolean isWithdrawable() {
    return RuleEditing.edits(user.caller()) && (rule.state() == EligibilityRule.State.DRAFT || rule.state() == EligibilityRule.State.SUBMITTED);
  }

  public long getId() {
    return id;
  }

  public EligibilityRules.View getRule() {
    return rule;
  }

  public CriterionForm getForm() {
    return form;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
