package cn.lianbing.competition;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * How places are found; data of the competition, printed on every list. The defaults are those of practice: equal scores online are
 * decided by less time, then the earlier hand-in; on stage by sudden death; what is still equal shares a place (1, 2, 2, 4).
 *
 * @param personTies     in this order
 * @param unitTies       in this order
 * @param formula        of units
 * @param fewestExpected units with fewer expected are listed without a place
 * @param shrinkage      null: off; else the formula's k: (sum + k × mean of all) ÷ (expected + k), which draws small units to the mean
 * @param excellent      percent of the full mark
 * @param pass           percent of the full mark
 */
public record RankingRules(List<PersonTie> personTies, List<UnitTie> unitTies, Formula formula, int fewestExpected, Integer shrinkage, int excellent, int pass) implements Serializable {
  public enum PersonTie { SUDDEN_DEATH, TIME, EARLIER }

  public enum UnitTie { SIT_RATE, EXCELLENT_RATE, PASS_RATE, TIME }

  /** Sum of scores over the expected, the absent as 0, so that leaving weak officers out does not pay; or over those who sat. */
  public enum Formula { OVER_EXPECTED, OVER_SAT }

  /** @throws Invalid for each of its fields */
  @JsonbCreator
  public RankingRules {
    personTies = personTies == null ? List.of() : List.copyOf(personTies);
    unitTies = unitTies == null ? List.of() : List.copyOf(unitTies);
    if (new HashSet<>(personTies).size() < personTies.size()) throw Invalid.field("personTies", "competition.twice");
    if (new HashSet<>(unitTies).size() < unitTies.size()) throw Invalid.field("unitTies", "competition.twice");
    if (formula == null) throw Invalid.field("formula", "required");
    if (fewestExpected < 0 || fewestExpected > 1000) throw Invalid.field("fewestExpected", "competition.number", 0, 1000);
    if (shrinkage != null && (shrinkage < 1 || shrinkage > 1000)) throw Invalid.field("shrinkage", "competition.number", 1, 1000);
    if (excellent < 0 || excellent > 100) throw Invalid.field("excellent", "competition.number", 0, 100);
    if (pass < 0 || pass > excellent) throw Invalid.field("pass", "competition.number", 0, excellent);
  }

  public static RankingRules usual() {
    return new RankingRules(List.of(PersonTie.SUDDEN_DEATH, PersonTie.TIME, PersonTie.EARLIER), List.of(UnitTie.SIT_RATE, UnitTie.EXCELLENT_RATE, UnitTie.PASS_RATE, UnitTie.TIME), Formula.OVER_EXPECTED, 3, null, 90, 60);
  }
}
