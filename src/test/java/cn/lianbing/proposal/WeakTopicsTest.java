package cn.lianbing.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeakTopicsTest {
  private static final int BELOW = 60;

  private static Share share(int officers, int answers, int right) {
    return new Share(officers, answers, 5, right * 10L, answers * 10L);
  }

  private static List<String> weak(Map<String, Share> unit, Map<String, Share> all) {
    return WeakTopics.of(unit, all, BELOW).stream().map(WeakTopics.Weak::topic).toList();
  }

  @Test
  void a_topic_is_weak_when_even_the_upper_end_lies_below_the_district() {
    Share all = share(100, 2000, 1800);
    assertEquals(List.of("行政处罚"), weak(Map.of("行政处罚", share(6, 40, 27)), Map.of("行政处罚", all)));
    assertEquals(List.of(), weak(Map.of("行政处罚", share(6, 40, 35)), Map.of("行政处罚", all)), "lower, but it may be chance");
  }

  @Test
  void a_topic_is_weak_below_the_setting_though_everybody_is() {
    assertEquals(List.of("行政强制"), weak(Map.of("行政强制", share(6, 60, 24)), Map.of("行政强制", share(100, 1000, 400))));
    assertEquals(List.of(), weak(Map.of("行政强制", share(6, 60, 33)), Map.of("行政强制", share(100, 1000, 550))), "the upper end is above 60 %");
  }

  @Test
  void nothing_is_said_of_fewer_than_five_people_or_ten_answers() {
    Map<String, Share> all = Map.of("行政处罚", share(100, 2000, 1800));
    assertEquals(List.of(), weak(Map.of("行政处罚", share(4, 40, 0)), all));
    assertEquals(List.of("行政处罚"), weak(Map.of("行政处罚", share(5, 40, 0)), all));
    assertEquals(List.of(), weak(Map.of("行政处罚", share(9, 9, 0)), all));
    assertEquals(List.of("行政处罚"), weak(Map.of("行政处罚", share(5, 10, 0)), all));
  }

  @Test
  void all_are_not_shown_where_the_difference_would_be_fewer_than_five_people() {
    Share unit = share(6, 60, 24);
    assertNull(WeakTopics.of(Map.of("行政处罚", unit), Map.of("行政处罚", share(10, 100, 60)), BELOW).get(0).all(), "6 of 10: the other four could be reckoned");
    assertEquals(11, WeakTopics.of(Map.of("行政处罚", unit), Map.of("行政处罚", share(11, 110, 66)), BELOW).get(0).all().officers());
    assertEquals(6, WeakTopics.of(Map.of("行政处罚", unit), Map.of("行政处罚", unit), BELOW).get(0).all().officers(), "nobody else sat");
    assertEquals(List.of(), weak(Map.of("行政处罚", share(6, 40, 27)), Map.of("行政处罚", share(10, 200, 180))), "and it is not judged by them either");
  }

  @Test
  void a_second_level_needs_several_items_and_stands_for_its_first() {
    Share low = share(6, 60, 20);
    Share oddQuestion = new Share(6, 60, 2, 200, 600);
    Map<String, Share> all = Map.of("行政处罚", share(100, 2000, 1800), "行政处罚/听证程序", share(100, 1000, 900));
    assertEquals(List.of("行政处罚/听证程序"), weak(Map.of("行政处罚", low, "行政处罚/听证程序", low), all));
    assertEquals(List.of("行政处罚"), weak(Map.of("行政处罚", low, "行政处罚/听证程序", oddQuestion), all));
    assertEquals(List.of("行政处罚", "行政处罚法/总则"), weak(Map.of("行政处罚", low, "行政处罚法/总则", low), Map.of()), "the same beginning is not the same topic");
  }
}
