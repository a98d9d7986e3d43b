package cn.lianbing.competition;

import cn.lianbing.people.Officer;
import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a team is made up; data of the competition. The usual: three on stage and a reserve, not all of one sex, all front-line (as
 * the province's competition of 2012 had it).
 *
 * @param onStage        exactly so many of role ON_STAGE
 * @param reserves       at most so many of role RESERVE
 * @param leaders        at most so many of role LEADER, who do not play
 * @param mixed          those on stage are not all of one sex
 * @param frontLineLeast at least so many on stage and in reserve whom the unit declares front-line
 * @param individuals    at most so many who compete for themselves
 * @param correctionDays after the deadline, in which a unit may correct its registration once
 */
public record TeamRules(int onStage, int reserves, int leaders, boolean mixed, int frontLineLeast, int individuals, int correctionDays) implements Serializable {
  private static final int MOST = 20;

  /** A person of the team as the rules see them. */
  public record Player(String name, Member.Role role, Officer.Sex sex, boolean frontLine) {}

  @JsonbCreator
  public TeamRules {
    if (onStage < 1 || onStage > MOST) throw Invalid.field("onStage", "competition.number", 1, MOST);
    if (reserves < 0 || reserves > MOST) throw Invalid.field("reserves", "competition.number", 0, MOST);
    if (leaders < 0 || leaders > MOST) throw Invalid.field("leaders", "competition.number", 0, MOST);
    if (frontLineLeast < 0 || frontLineLeast > onStage + reserves) throw Invalid.field("frontLineLeast", "competition.number", 0, onStage + reserves);
    if (individuals < 0 || individuals > 1000) throw Invalid.field("individuals", "competition.number", 0, 1000);
    if (correctionDays < 0 || correctionDays > 60) throw Invalid.field("correctionDays", "competition.number", 0, 60);
  }

  public static TeamRules usual() {
    return new TeamRules(3, 1, 1, true, 3, 20, 10);
  }

  /** Everything that is wrong at once. A registration of individuals alone has no team. @throws Invalid for {@code members} */
  public void check(List<Player> players) {
    List<Invalid.Violation> wrong = new ArrayList<>();
    long stage = count(players, Member.Role.ON_STAGE);
    long reserve = count(players, Member.Role.RESERVE);
    boolean team = stage + reserve + count(players, Member.Role.LEADER) > 0;
    if (players.isEmpty()) wrong.add(Invalid.Violation.of("members", "competition.nobody"));
    if (team && stage != onStage) wrong.add(Invalid.Violation.of("members", "competition.onStage", onStage, stage));
    if (reserve > reserves) wrong.add(Invalid.Violation.of("members", "competition.reserves", reserves, reserve));
    if (count(players, Member.Role.LEADER) > leaders) wrong.add(Invalid.Violation.of("members", "competition.leaders", leaders, count(players, Member.Role.LEADER)));
    if (count(players, Member.Role.INDIVIDUAL) > individuals) wrong.add(Invalid.Violation.of("members", "competition.individuals", individuals, count(players, Member.Role.INDIVIDUAL)));
    List<Player> playing = players.stream().filter(one -> one.role() == Member.Role.ON_STAGE || one.role() == Member.Role.RESERVE).toList();
    long frontLine = playing.stream().filter(Player::frontLine).count();
    if (team && frontLine < frontLineLeast) wrong.add(Invalid.Violation.of("members", "competition.frontLine", frontLineLeast, frontLine));
    if (mixed && stage > 1 && stage == onStage) mixed(players, wrong);
    if (!wrong.isEmpty()) throw new Invalid(wrong);
  }

  private static void mixed(List<Player> players, List<Invalid.Violation> wrong) {
    List<Player> stage = players.stream().filter(one -> one.role() == Member.Role.ON_STAGE).toList();
    List<String> unknown = stage.stream().filter(one -> one.sex() == null).map(Player::name).toList();
    if (stage.stream().map(Player::sex).filter(java.util.Objects::nonNull).distinct().count() > 1) return;
    if (unknown.isEmpty()) wrong.add(Invalid.Violation.of("members", "competition.oneSex"));
    else wrong.add(Invalid.Violation.of("members", "competition.sexUnknown", String.join("、", unknown)));
  }

  private static long count(List<Player> players, Member.Role role) {
    return players.stream().filter(one -> one.role() == role).count();
  }
}
