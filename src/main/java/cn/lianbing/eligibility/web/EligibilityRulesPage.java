package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.Criterion;
import cn.lianbing.eligibility.EligibilityRules;
import cn.lianbing.eligibility.RuleEditing;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** All versions of the rules, and what the one in force asks. */
@Named
@ViewScoped
public class EligibilityRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject EligibilityRules rules;
  @Inject RuleEditing editing;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private CertificateKind kind = CertificateKind.ENFORCEMENT;

  public void enter() {
    messages.found(() -> {
      kind = Arrays.stream(CertificateKind.values()).filter(one -> one.name().equals(asked)).findFirst().orElse(CertificateKind.ENFORCEMENT);
      rules.all(user.caller(), kind);
    });
  }

  public List<EligibilityRules.Row> getRows() {
    return rules.all(user.caller(), kind);
  }

  /** What the version in force asks; empty where none is. */
  public List<Criterion> getCriteria() {
    return getRows().stream().filter(EligibilityRules.Row::inForce).findFirst().map(one -> rules.view(user.caller(), one.id()).criteria()).orElse(List.of());
  }

  public String draft() {
    long[] id = new long[1];
    if (!messages.tried(() -> id[0] = editing.draft(user.caller(), kind))) return null;
    messages.done("eligibility.rule.drafted");
    return "/staff/eligibility/rule.xhtml?faces-redirect=true&id=" + id[0];
  }

  public boolean isEditor() {
    return RuleEditing.edits(user.caller());
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public CertificateKind getKind() {
    return kind;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
