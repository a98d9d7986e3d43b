package cn.lianbing.certificate.web;

import cn.lianbing.certificate.Authority;
import cn.lianbing.certificate.Step;
import cn.lianbing.certificate.StepRules;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What steps are founded on, and the figures that are settings. */
@Named
@ViewScoped
public class StepRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject StepRules rules;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private Step step = Step.CANCEL;
  private CertificateKind kind;
  private Authority authority = Authority.SUPERVISION_ORGAN;
  private String law;
  private String article;
  private String text;
  private String source;
  private boolean verified;
  private LocalDate validFrom;
  private StepRules.Setting setting = StepRules.Setting.PUBLICATION_DAYS;
  private String value;
  private String valueSource;
  private boolean valueVerified;
  private LocalDate valueFrom;

  public List<StepRules.Basis> getBases() {
    return rules.bases();
  }

  public List<StepRules.Value> getValues() {
    return rules.values();
  }

  public boolean isKeeper() {
    return StepRules.keeps(user.caller());
  }

  public String add() {
    return done(messages.tried(() -> rules.add(user.caller(), new StepRules.Basis(null, step, kind, authority, law, article, text, source, verified, validFrom, null))));
  }

  public String set() {
    return done(messages.tried(() -> {
      if (valueSource == null) throw cn.lianbing.platform.Invalid.field("valueSource", "required");
      if (valueFrom == null) throw cn.lianbing.platform.Invalid.field("valueFrom", "required");
      rules.set(user.caller(), new StepRules.Value(setting, value, valueSource, valueVerified, valueFrom));
    }));
  }

  private String done(boolean through) {
    if (!through) return null;
    messages.done("certificate.rules.added");
    return "/staff/certificate/rules.xhtml?faces-redirect=true";
  }

  public List<Step> getSteps() {
    return Arrays.stream(Step.values()).filter(one -> one != Step.IMPORT).toList();
  }

  public Authority[] getAuthorities() {
    return Authority.values();
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public StepRules.Setting[] getSettings() {
    return StepRules.Setting.values();
  }

  public Step getStep() {
    return step;
  }

  public void setStep(Step step) {
    this.step = step;
  }

  public CertificateKind getKind() {
    return kind;
  }

  public void setKind(CertificateKind kind) {
    this.kind = kind;
  }

  public Authority getAuthority() {
    return authority;
  }

  public void setAuthority(Authority authority) {
    this.authority = authority;
  }

  public String getLaw() {
    return law;
  }

  public void setLaw(String law) {
    this.law = law;
  }

  public String getArticle() {
    return article;
  }

  public void setArticle(String article) {
    this.article = article;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public boolean isVerified() {
    return verified;
  }

  public void setVerified(boolean verified) {
    this.verified = verified;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public StepRules.Setting getSetting() {
    return setting;
  }

  public void setSetting(StepRules.Setting setting) {
    this.setting = setting;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  public String getValueSource() {
    return valueSource;
  }

  public void setValueSource(String valueSource) {
    this.valueSource = valueSource;
  }

  public boolean isValueVerified() {
    return valueVerified;
  }

  public void setValueVerified(boolean valueVerified) {
    this.valueVerified = valueVerified;
  }

  public LocalDate getValueFrom() {
    return valueFrom;
  }

  public void setValueFrom(LocalDate valueFrom) {
    this.valueFrom = valueFrom;
  }
}
