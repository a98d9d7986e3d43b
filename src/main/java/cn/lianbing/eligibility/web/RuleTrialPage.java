package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.EligibilityRules;
import cn.lianbing.eligibility.RuleTrial;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
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
import java.util.List;

/** The test bench: a version of the rules on real people, beside the one in force. */
@Named
@ViewScoped
public class RuleTrialPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject EligibilityRules rules;
  @Inject RuleTrial trial;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private EligibilityRules.View rule;
  private Long unitId;
  private LocalDate on;
  private RuleTrial.Outcome outcome;

  public void enter() {
    messages.found(() -> {
      rule = rules.view(user.caller(), NotFound.id("eligibilityRule", asked));
      on = clock.instant().atZone(Times.ZONE).toLocalDate();
    });
  }

  public void run() {
    messages.tried(() -> outcome = trial.run(user.caller(), rule.id(), unitId, on));
  }

  public long before(String verdict) {
    return outcome.before().get(cn.lianbing.eligibility.Check.Verdict.valueOf(verdict));
  }

  public long after(String verdict) {
    return outcome.after().get(cn.lianbing.eligibility.Check.Verdict.valueOf(verdict));
  }

  public List<String> getVerdicts() {
    return java.util.Arrays.stream(cn.lianbing.eligibility.Check.Verdict.values()).map(Enum::name).toList();
  }

  public String answers(RuleTrial.Change change) {
    return change.criteria().stream().map(one -> texts.texts().of("eligibility.trial.answer", one.title(), texts.get("eligibility.met." + one.before()), texts.get("eligibility.met." + one.after()))).collect(java.util.stream.Collectors.joining(texts.get("eligibility.and")));
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public EligibilityRules.View getRule() {
    return rule;
  }

  public RuleTrial.Outcome getOutcome() {
    return outcome;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }
}
