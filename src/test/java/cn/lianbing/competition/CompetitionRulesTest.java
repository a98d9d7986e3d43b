package cn.lianbing.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.competition.Advancement.Placed;
import cn.lianbing.competition.Advancement.Way;
import cn.lianbing.people.Officer.Sex;
import cn.lianbing.platform.Invalid;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Teams, going on, the draw, and the mean of judges. */
class CompetitionRulesTest {
  private static TeamRules.Player player(String name, Member.Role role, Sex sex, boolean frontLine) {
    return new TeamRules.Player(name, role, sex, frontLine);
  }

  private static List<String> wrong(TeamRules.Player... players) {
    try {
      TeamRules.usual().check(List.of(players));
      return List.of();
    } catch (Invalid e) {
      return e.violations().stream().map(Invalid.Violation::code).toList();
    }
  }

  @Test
  void a_team_is_three_and_a_reserve_of_both_sexes_and_front_line() {
    TeamRules.Player one = player("甲", Member.Role.ON_STAGE, Sex.MALE, true);
    TeamRules.Player two = player("乙", Member.Role.ON_STAGE, Sex.MALE, true);
    TeamRules.Player woman = player("丙", Member.Role.ON_STAGE, Sex.FEMALE, true);
    TeamRules.Player man = player("丁", Member.Role.ON_STAGE, Sex.MALE, true);
    TeamRules.Player reserve = player("戊", Member.Role.RESERVE, Sex.MALE, false);
    assertEquals(List.of(), wrong(one, two, woman, reserve));
    assertEquals(List.of("competition.oneSex"), wrong(one, two, man));
    assertEquals(List.of("competition.sexUnknown"), wrong(one, two, player("己", Member.Role.ON_STAGE, null, true)));
    assertEquals(List.of("competition.onStage", "competition.frontLine"), wrong(one, woman));
    assertEquals(List.of("competition.reserves"), wrong(one, two, woman, reserve, player("庚", Member.Role.RESERVE, Sex.MALE, true)));
    assertEquals(List.of("competition.nobody"), wrong());
    assertEquals(List.of(), wrong(player("辛", Member.Role.INDIVIDUAL, null, false)), "individuals alone are no team");
  }

  private static Placed placed(long id, Integer rank, long unit, int group) {
    return new Placed(id, rank, unit, group);
  }

  @Test
  void the_first_go_on_and_whoever_shares_the_last_place_too() {
    List<Placed> list = List.of(placed(1, 1, 1, 0), placed(2, 2, 1, 0), placed(3, 2, 2, 0), placed(4, 4, 2, 0), placed(5, null, 2, 0));
    assertEquals(List.of(1L), List.copyOf(new Advancement(1, 0, 0, 0, 0).choose(list).keySet()));
    assertEquals(List.of(1L, 2L, 3L), List.copyOf(new Advancement(2, 0, 0, 0, 0).choose(list).keySet()));
    assertEquals(4, new Advancement(9, 0, 0, 0, 0).choose(list).size(), "nobody without a place");
  }

  @Test
  void groups_units_limits_and_quotas_are_taken_in_that_order() {
    List<Placed> list = List.of(placed(1, 1, 1, 1), placed(2, 2, 1, 1), placed(3, 3, 1, 2), placed(4, 4, 2, 2), placed(5, 5, 3, 1));
    assertEquals(Map.of(1L, Way.GROUP, 3L, Way.GROUP), new Advancement(0, 1, 0, 0, 0).choose(list));
    assertEquals(Map.of(1L, Way.TOP, 4L, Way.TOP), new Advancement(2, 0, 1, 0, 0).choose(list), "one of each unit");
    assertEquals(Map.of(1L, Way.TOP, 4L, Way.QUOTA, 5L, Way.QUOTA), new Advancement(1, 0, 0, 1, 0).choose(list));
    assertThrows(Invalid.class, () -> new Advancement(0, 0, 0, 0, 0));
    assertThrows(Invalid.class, () -> new Advancement(1, 0, 1, 2, 0));
  }

  @Test
  void going_on_holds_its_bounds_for_any_list() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Placed> list = IntStream.range(1, 2 + random.nextInt(40)).mapToObj(i -> placed(i, i, 1 + random.nextInt(5), 1 + random.nextInt(4))).toList();
      Advancement rule = new Advancement(random.nextInt(20), random.nextInt(4), random.nextInt(4), 0, 1);
      Map<Long, Way> chosen = rule.choose(list);
      assertEquals(chosen, rule.choose(list));
      for (int group = 1; group <= 4; group++) {
        int which = group;
        List<Placed> own = list.stream().filter(one -> one.group() == which).toList();
        own.stream().limit(rule.perGroup()).forEach(one -> assertEquals(Way.GROUP, chosen.get(one.id())));
      }
      if (rule.unitMost() > 0) for (long unit = 1; unit <= 5; unit++) {
        long which = unit;
        long tops = list.stream().filter(one -> one.unitId() == which && chosen.get(one.id()) == Way.TOP).count();
        long groups = list.stream().filter(one -> one.unitId() == which && chosen.get(one.id()) == Way.GROUP).count();
        assertTrue(tops == 0 || tops + groups <= rule.unitMost(), "seed " + seed);
      }
    }
  }

  @Test
  void anybody_can_draw_again_with_any_sha_256() throws Exception {
    List<String> names = new ArrayList<>(List.of("区市场监督管理局", "张汴乡", "甘棠街道", "大营镇", "区交通运输局"));
    List<Draw.Lot> drawn = Draw.of("福彩3D 2026301 4 0 7", names, 2);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<String> again = new ArrayList<>();
    for (String name : names) again.add(HexFormat.of().formatHex(digest.digest(("福彩3D 2026301 4 0 7:" + name).getBytes("UTF-8"))) + name);
    Collections.sort(again);
    assertEquals(again.stream().map(one -> one.substring(64)).toList(), drawn.stream().map(Draw.Lot::name).toList());
    assertEquals(List.of(1, 2, 1, 2, 1), drawn.stream().map(Draw.Lot::group).toList());
    Collections.reverse(names);
    assertEquals(drawn, Draw.of("福彩3D 2026301 4 0 7", names, 2), "the order in which they stand does not matter");
  }

  @Test
  void the_mean_of_judges_leaves_out_the_highest_and_the_lowest_only_of_three_or_more() {
    assertEquals(8567, Score.mean(List.of(850, 860, 860), false));
    assertEquals(8600, Score.mean(List.of(100, 860, 1000), true));
    assertEquals(8550, Score.mean(List.of(850, 860), true));
    assertEquals(8600, Score.mean(List.of(860, 860, 860, 860), true), "one of each, also when they are the same");
    assertEquals(-500, Score.mean(List.of(-50), false));
    assertEquals(3, Score.mean(List.of(0, 0, 1), false), "0.333 of a tenth");
  }
}
