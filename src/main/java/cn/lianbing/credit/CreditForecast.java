package cn.lianbing.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** What is missing by when: what is earned and what is planned against what is needed. */
@ApplicationScoped
public class CreditForecast {
  @Inject Event<PlannedHours> question;

  /** What coming sessions of a year bring; nothing where nobody answers. @param officers null for everybody */
  public PlannedHours planned(int year, Set<Long> officers) {
    PlannedHours asked = new PlannedHours(year, officers);
    if (officers == null || !officers.isEmpty()) question.fire(asked);
    return asked;
  }

  /** @param planned hundredths by bucket, from coming sessions with a place */
  public static Standing of(int year, Balance earned, Balance planned, List<CreditRules.Need> needs) {
    return Standing.of(year, earned, planned, needs);
  }

  /** Days that are left to make up what is missing, today among them; 0 once the year is over. */
  public static long daysLeft(Standing standing, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(today, standing.by()) + 1);
  }
}
