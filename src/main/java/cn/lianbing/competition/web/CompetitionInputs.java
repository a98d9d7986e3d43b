package cn.lianbing.competition.web;

import cn.lianbing.competition.Advancement;
import cn.lianbing.competition.CompetitionPlan;
import cn.lianbing.competition.Member;
import cn.lianbing.competition.RankingRules;
import cn.lianbing.competition.Registering;
import cn.lianbing.competition.Stage;
import cn.lianbing.competition.StagePlan;
import cn.lianbing.competition.TeamRules;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.web.Asked;
import jakarta.json.bind.annotation.JsonbCreator;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** Bodies of requests about competitions; each turns itself into what the rules take. */
final class CompetitionInputs {
  private CompetitionInputs() {}

  /** Null where the usual is meant: 3 on stage, 1 reserve, 1 leader, mixed, all front-line, 20 individuals, one correction within 10 days. */
  public record TeamRulesInput(Integer onStage, Integer reserves, Integer leaders, Boolean mixed, Integer frontLineLeast, Integer individuals, Integer correctionDays) {
    @JsonbCreator
    public TeamRulesInput {}

    TeamRules rules() {
      TeamRules usual = TeamRules.usual();
      return new TeamRules(or(onStage, usual.onStage()), or(reserves, usual.reserves()), or(leaders, usual.leaders()), mixed == null ? usual.mixed() : mixed, or(frontLineLeast, usual.frontLineLeast()), or(individuals, usual.individuals()), or(correctionDays, usual.correctionDays()));
    }
  }

  /** shrinkage: missing or null is off. */
  public record RankingRulesInput(List<String> personTies, List<String> unitTies, String formula, Integer fewestExpected, Integer shrinkage, Integer excellent, Integer pass) {
    @JsonbCreator
    public RankingRulesInput {}

    RankingRules rules() {
      RankingRules usual = RankingRules.usual();
      List<RankingRules.PersonTie> persons = personTies == null ? usual.personTies() : personTies.stream().map(one -> Asked.one(RankingRules.PersonTie.class, "personTies", one)).toList();
      List<RankingRules.UnitTie> units = unitTies == null ? usual.unitTies() : unitTies.stream().map(one -> Asked.one(RankingRules.UnitTie.class, "unitTies", one)).toList();
      return new RankingRules(persons, units, formula == null ? usual.formula() : Asked.one(RankingRules.Formula.class, "formula", formula), or(fewestExpected, usual.fewestExpected()), shrinkage, or(excellent, usual.excellent()), or(pass, usual.pass()));
    }
  }

  public record CompetitionInput(Integer year, String title, String rules, OffsetDateTime registrationOpensAt, OffsetDateTime registrationClosesAt, TeamRulesInput teamRules, RankingRulesInput rankingRules) {
    @JsonbCreator
    public CompetitionInput {}

    CompetitionPlan plan() {
      return new CompetitionPlan(or(year, 0), title, rules, registrationOpensAt == null ? null : registrationOpensAt.toInstant(), registrationClosesAt == null ? null : registrationClosesAt.toInstant(), teamRules == null ? null : teamRules.rules(), rankingRules == null ? null : rankingRules.rules());
    }
  }

  public record AdvancementInput(Integer top, Integer perGroup, Integer unitMost, Integer unitLeast, Integer wildcards) {
    @JsonbCreator
    public AdvancementInput {}

    Advancement rule() {
      return new Advancement(or(top, 0), or(perGroup, 0), or(unitMost, 0), or(unitLeast, 0), or(wildcards, 0));
    }
  }

  /** maxMark in marks; of EXAM it is the exam's. */
  public record StageInput(String title, String kind, String entrants, Long examId, BigDecimal maxMark, Integer weight, Boolean dropExtremes, Boolean twoEntries, AdvancementInput advancement) {
    @JsonbCreator
    public StageInput {}

    StagePlan plan() {
      return new StagePlan(title, Asked.one(Stage.Kind.class, "kind", kind), Asked.one(Stage.Entrants.class, "entrants", entrants), examId, maxMark == null ? 0 : Marks.tenths(maxMark, "maxMark"), or(weight, 0), Boolean.TRUE.equals(dropExtremes), !Boolean.FALSE.equals(twoEntries), advancement == null ? null : advancement.rule());
    }
  }

  public record MemberInput(Long officerId, String role, Boolean frontLine) {
    @JsonbCreator
    public MemberInput {}
  }

  public record RegistrationInput(String contact, List<MemberInput> members) {
    @JsonbCreator
    public RegistrationInput {}

    List<Registering.MemberLine> lines() {
      if (members == null) throw Invalid.field("members", "required");
      return members.stream().map(one -> {
        if (one == null || one.officerId() == null) throw Invalid.field("members", "required");
        return new Registering.MemberLine(one.officerId(), Asked.one(Member.Role.class, "role", one.role()), Boolean.TRUE.equals(one.frontLine()));
      }).toList();
    }
  }

  private static int or(Integer number, int otherwise) {
    return number == null ? otherwise : number;
  }
}
