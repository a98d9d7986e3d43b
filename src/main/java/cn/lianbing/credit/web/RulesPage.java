package cn.lianbing.credit.web;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.ClosedYears;
import cn.lianbing.credit.CreditRules;
import cn.lianbing.credit.Credits;
import cn.lianbing.credit.YearClose;
import cn.lianbing.people.Officer;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The rules of counting hours, and the closing of a year. */
@Named
@ViewScoped
public class RulesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject CreditRules rules;
  @Inject YearClose yearClose;
  @Inject ClosedYears years;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private Officer.Establishment establishment;
  private Bucket bucket = Bucket.PROFESSIONAL;
  private BigDecimal hours;
  private String law;
  private String article;
  private boolean verified;
  private LocalDate validFrom;
  private CreditRules.Setting setting = CreditRules.Setting.MINUTES_PER_HOUR;
  private BigDecimal value;
  private String source;
  private LocalDate settingFrom;
  private int closing;

  @PostConstruct
  void begin() {
    closing = Credits.year(clock.instant()) - 1;
  }

  public List<CreditRules.Need> getNeeds() {
    return rules.needs();
  }

  public List<CreditRules.Value> getValues() {
    return rules.values();
  }

  public List<ClosedYears.Year> getClosed() {
    return years.all(user.caller());
  }

  public boolean isKeeper() {
    return rules.keeps(user.caller());
  }

  /** A day's limit is typed and shown in hours. */
  public String shown(CreditRules.Value one) {
    return one.setting() == CreditRules.Setting.DAY_LIMIT ? Hundredths.text(one.value()) : String.valueOf(one.value());
  }

  public String hours(int hundredths) {
    return Hundredths.text(hundredths);
  }

  public String addNeed() {
    int hundredths = Hundredths.of(hours).orElse(-1);
    if (!messages.tried(() -> rules.add(user.caller(), new CreditRules.NeedData(establishment, bucket, hundredths, law, null, article, verified, null, validFrom)))) return null;
    messages.done("credit.rules.added");
    return "/staff/credit/rules.xhtml?faces-redirect=true";
  }

  public String set() {
    int hundredths = Hundredths.of(value).orElse(0);
    int whole = setting == CreditRules.Setting.DAY_LIMIT ? hundredths : hundredths / 100;
    if (!messages.tried(() -> rules.set(user.caller(), new CreditRules.Value(setting, whole, source, verified, settingFrom)))) return null;
    messages.done("credit.rules.added");
    return "/staff/credit/rules.xhtml?faces-redirect=true";
  }

  public void close() {
    YearClose.Closed[] closed = new YearClose.Closed[1];
    if (messages.tried(() -> closed[0] = yearClose.close(user.caller(), closing))) messages.done("credit.closed", closed[0].year(), closed[0].officers(), closed[0].met());
  }

  public Officer.Establishment[] getEstablishments() {
    return Officer.Establishment.values();
  }

  public Bucket[] getBuckets() {
    return Bucket.values();
  }

  public CreditRules.Setting[] getSettings() {
    return CreditRules.Setting.values();
  }

  public Officer.Establishment getEstablishment() {
    return establishment;
  }

  public void setEstablishment(Officer.Establishment establishment) {
    this.establishment = establishment;
  }

  public Bucket getBucket() {
    return bucket;
  }

  public void setBucket(Bucket bucket) {
    this.bucket = bucket;
  }

  public BigDecimal getHours() {
    return hours;
  }

  public void setHours(BigDecimal hours) {
    this.hours = hours;
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

  public CreditRules.Setting getSetting() {
    return setting;
  }

  public void setSetting(CreditRules.Setting setting) {
    this.setting = setting;
  }

  public BigDecimal getValue() {
    return value;
  }

  public void setValue(BigDecimal value) {
    this.value = value;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public LocalDate getSettingFrom() {
    return settingFrom;
  }

  public void setSettingFrom(LocalDate settingFrom) {
    this.settingFrom = settingFrom;
  }

  public int getClosing() {
    return closing;
  }

  public void setClosing(int closing) {
    this.closing = closing;
  }
}
