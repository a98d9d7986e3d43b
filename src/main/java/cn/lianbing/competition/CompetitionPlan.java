package cn.lianbing.competition;

import cn.lianbing.platform.Invalid;
import java.io.Serializable;
import java.time.Instant;

/** What a competition is to be. The rules of teams and of ranking are data; null stands for the usual ones. */
public record CompetitionPlan(int year, String title, String rules, Instant registrationOpensAt, Instant registrationClosesAt, TeamRules teamRules, RankingRules rankingRules) implements Serializable {
  private static final int LONGEST_RULES = 10_000;

  /** @throws Invalid for each of its fields */
  public CompetitionPlan {
    if (year < 2000 || year > 2100) throw Invalid.field("year", "competition.year");
    if (title == null || title.isBlank()) throw Invalid.field("title", "required");
    if (title.strip().length() > 100) throw Invalid.field("title", "tooLong", 100);
    if (rules == null || rules.isBlank()) throw Invalid.field("rules", "required");
    if (rules.strip().length() > LONGEST_RULES) throw Invalid.field("rules", "tooLong", LONGEST_RULES);
    if (registrationOpensAt == null) throw Invalid.field("registrationOpensAt", "required");
    if (registrationClosesAt == null) throw Invalid.field("registrationClosesAt", "required");
    if (!registrationOpensAt.isBefore(registrationClosesAt)) throw Invalid.field("registrationClosesAt", "competition.window");
    teamRules = teamRules == null ? TeamRules.usual() : teamRules;
    rankingRules = rankingRules == null ? RankingRules.usual() : rankingRules;
  }
}
