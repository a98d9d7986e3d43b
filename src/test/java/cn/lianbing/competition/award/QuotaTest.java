package cn.lianbing.competition.award;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lianbing.competition.award.Award.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final List<Quota> USUAL = List.of(new Quota(Code.FIRST, 1), new Quota(Code.SECOND, 2), new Quota(Code.THIRD, 3));

  @Test
  void awards_are_dealt_from_the_first_down() {
    assertEquals(List.of(Code.FIRST, Code.SECOND, Code.SECOND, Code.THIRD, Code.THIRD, Code.THIRD), Quota.deal(List.of(1, 2, 3, 4, 5, 6, 7), USUAL));
    assertEquals(List.of(Code.FIRST, Code.SECOND), Quota.deal(List.of(1, 2), USUAL));
    assertEquals(List.of(), Quota.deal(List.of(), USUAL));
  }

  @Test
  void whoever_shares_the_last_place_of_an_award_gets_it_and_there_are_fewer_of_the_next() {
    assertEquals(List.of(Code.FIRST, Code.FIRST, Code.SECOND, Code.THIRD, Code.THIRD, Code.THIRD), Quota.deal(List.of(1, 1, 3, 4, 5, 6, 7), USUAL));
    assertEquals(List.of(Code.FIRST, Code.FIRST, Code.FIRST, Code.FIRST), Quota.deal(List.of(1, 1, 1, 1), USUAL));
  }

  @Test
  void good_organisation_is_named_and_not_dealt() {
    assertEquals(List.of(Code.FIRST), Quota.deal(List.of(1, 2), List.of(new Quota(Code.ORGANISATION, 2), new Quota(Code.FIRST, 1))));
  }
}
