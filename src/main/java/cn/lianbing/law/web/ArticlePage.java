package cn.lianbing.law.web;

import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** An article for an officer who wants to read which one says so. What items quote is not shown in its place: it would tell what exams ask. */
@Named
@RequestScoped
public class ArticlePage {
  @Inject Laws laws;
  @Inject Messages messages;
  @Inject Clock clock;
  private String law;
  private String version;
  private String number;
  private Laws.Found found;

  public void load() {
    messages.found(() -> found = laws.article(law, version, number, false));
  }

  public LawVersion.Standing getStanding() {
    return found.law().standing(LocalDate.ofInstant(clock.instant(), Times.ZONE));
  }

  public Laws.Found getFound() {
    return found;
  }

  public String getLaw() {
    return law;
  }

  public void setLaw(String law) {
    this.law = law;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
