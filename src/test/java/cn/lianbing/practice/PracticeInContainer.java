package cn.lianbing.practice;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.exam.Answer;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Practice against the real database. A day of the past is one that the browser's queue says. */
public interface PracticeInContainer {
  /** An answer as this test remembers it. */
  record Raw(Items.Candidate item, boolean right, LocalDate day, String chosen) {}

  private static PracticeAnswering.Sent sent(String id, Items.Candidate item, boolean right, Instant at) {
    String key = bean(Items.class).keyed(List.of(item.versionId())).get(item.versionId()).key().choice().get(0);
    return new PracticeAnswering.Sent(id, item.versionId(), item.type() == ItemType.TRUE_FALSE ? "AB" : "ABCD", new Answer(List.of(right ? key : key.equals("A") ? "B" : "A"), null), at);
  }

  private static List<Items.Candidate> singles(int from, int to) {
    return bean(Askable.class).now().values().stream().filter(one -> one.type() == ItemType.SINGLE).skip(300).filter(one -> bean(Items.class).keyed(List.of(one.versionId())).get(one.versionId()).version().content().options().size() == 4).limit(to).toList().subList(from, to);
  }

  @Test
  default void two_weeks_of_several_officers_come_to_what_their_raw_answers_say() {
    bean(Askable.class).forget();
    List<Items.Candidate> asked = singles(0, 24);
    Instant now = bean(Clock.class).instant();
    Random random = new Random(7);
    for (int who = 230; who < 234; who++) {
      Caller officer = caller("officer" + who);
      List<Raw> raw = new ArrayList<>();
      for (int ago = 14; ago > 0; ago--) {
        List<PracticeAnswering.Sent> drill = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
          Items.Candidate item = asked.get(random.nextInt(asked.size()));
          boolean right = random.nextInt(3) > 0;
          Instant at = now.minus(Duration.ofDays(ago)).plusSeconds(n);
          drill.add(sent("weeks-" + who + "-" + ago + "-" + n, item, right, at));
          raw.add(new Raw(item, right, LocalDate.ofInstant(at, Times.ZONE), drill.get(n).answer().choice().get(0)));
        }
        bean(PracticeAnswering.class).take(officer, drill);
        assertTrue(bean(PracticeAnswering.class).take(officer, drill).stream().allMatch(PracticeAnswering.Taken::known), "a queue that is sent twice changes nothing");
      }
      assertEquals(raw.size(), count("select count(*) from practice_answer where officer_id = ?", officer.officerId()));
      figuresAre(officer, raw, LocalDate.ofInstant(now, Times.ZONE));
    }
  }

  /** Everything shown, computed once more from the answers alone. */
  private static void figuresAre(Caller officer, List<Raw> raw, LocalDate today) {
    Map<Long, List<Raw>> byItem = raw.stream().collect(Collectors.groupingBy(one -> one.item().itemId()));
    Set<Long> book = new HashSet<>();
    Map<Long, LocalDate> due = new HashMap<>();
    byItem.forEach((item, answers) -> {
      int wrong = -1;
      for (int i = 0; i < answers.size(); i++) if (!answers.get(i).right()) {
        Set<LocalDate> since = new HashSet<>();
        int end = i + 1;
        for (; end < answers.size() && answers.get(end).right() && since.size() < 2; end++) since.add(answers.get(end).day());
        wrong = since.size() < 2 ? i : -1;
      }
      if (wrong >= 0) book.add(item);
      due(answers).ifPresent(day -> due.put(item, day));
    });
    Page<PracticeBook.Row> shown = bean(PracticeBook.class).page(officer, PracticeBook.Kind.WRONG, new Page.Request(1, Page.LARGEST));
    assertEquals(book, shown.items().stream().map(PracticeBook.Row::itemId).collect(Collectors.toSet()));
    assertTrue(shown.items().stream().noneMatch(PracticeBook.Row::reworded));
    PracticeBook.Plan plan = bean(PracticeBook.class).plan(officer);
    assertEquals(book.size(), plan.wrong());
    assertEquals(due.values().stream().filter(day -> !day.isAfter(today)).count(), plan.today());
    for (PracticeBook.Day day : plan.forecast()) assertEquals(due.values().stream().filter(day.day()::equals).count(), day.items(), day.toString());
    int right = (int) byItem.values().stream().filter(answers -> answers.get(answers.size() - 1).right()).count();
    List<Mastery.LawRow> laws = bean(Mastery.class).map(officer);
    assertEquals(new Share(right, byItem.size()), laws.stream().map(Mastery.LawRow::share).reduce(new Share(0, 0), Share::and));
    for (Mastery.LawRow law : laws) for (Mastery.Cell cell : law.cells()) {
      List<List<Raw>> in = byItem.values().stream().filter(answers -> answers.get(0).item().law().equals(cell.law()) && answers.get(0).item().stage().equals(cell.stage()) && answers.get(0).item().field().equals(cell.field())).toList();
      assertEquals(new Share((int) in.stream().filter(answers -> answers.get(answers.size() - 1).right()).count(), in.size()), cell.share(), cell.toString());
    }
    assertEquals(plan.today(), bean(Drills.class).draw(officer, new Drills.Wish(Drills.From.DUE, null, null, null, null, null, Drills.LARGEST), Texts.in(Texts.CHINESE)).size());
  }

  private static java.util.Optional<LocalDate> due(List<Raw> answers) {
    Fsrs.Memory memory = null;
    LocalDate last = null;
    LocalDate due = null;
    for (Raw one : answers) {
      Fsrs.Rating rating = one.right() ? Fsrs.Rating.GOOD : Fsrs.Rating.AGAIN;
      if (memory != null || !one.right()) {
        memory = memory == null ? Fsrs.DEFAULT.first(rating) : Fsrs.DEFAULT.next(memory, rating, (int) ChronoUnit.DAYS.between(last, one.day()));
        due = one.day().plusDays(Fsrs.DEFAULT.interval(memory.stability(), .9));
      }
      last = one.day();
    }
    return java.util.Optional.ofNullable(due);
  }

  @Test
  default void shares_of_colleagues_appear_from_twenty_people_up_and_count_first_answers_alone() {
    Items.Candidate item = singles(40, 41).get(0);
    Instant now = bean(Clock.class).instant();
    for (int i = 0; i < 20; i++) {
      assertNull(bean(ChoiceShares.class).of(List.of(item.versionId())).get(item.versionId()));
      Caller one = new Caller(null, count("select id from officer order by id desc limit 1 offset " + i), "x", null, "", Set.of("OFFICER"), null, null);
      bean(PracticeAnswering.class).take(one, List.of(sent("share-" + i + "-first", item, i < 15, now), sent("share-" + i + "-again", item, true, now.plusSeconds(1))));
    }
    ChoiceShares.Shares shares = bean(ChoiceShares.class).of(List.of(item.versionId())).get(item.versionId());
    assertEquals(20, shares.people());
    String key = bean(Items.class).keyed(List.of(item.versionId())).get(item.versionId()).key().choice().get(0);
    assertEquals(Map.of(key, 75, key.equals("A") ? "B" : "A", 25), shares.percent());
  }

  @Test
  default void a_unit_is_shown_from_five_people_up_and_only_to_those_who_reach_it() {
    Items.Candidate item = singles(50, 51).get(0);
    Instant now = bean(Clock.class).instant();
    long unit = count("select id from unit where code = 'D13'");
    change("delete c from practice_card c join officer o on o.id = c.officer_id where o.unit_id = ?", unit);
    change("update attempt a join officer o on o.id = a.officer_id set a.state = 'VOIDED' where o.unit_id = ? and a.state = 'OPEN'", unit); // of other tests: nobody practises during an exam
    for (int i = 0; i < 5; i++) {
      assertFalse(bean(Mastery.class).unit(caller("trainer"), unit).shown(), i + " people");
      bean(PracticeAnswering.class).take(new Caller(null, count("select id from officer where unit_id = ? order by id limit 1 offset " + i, unit), "x", null, "", Set.of("OFFICER"), null, null), List.of(sent("unit-" + i + "-one", item, i < 2, now)));
    }
    Mastery.UnitMap map = bean(Mastery.class).unit(caller("trainer"), unit);
    assertTrue(map.shown());
    assertEquals(5, map.people());
    assertEquals(List.of(new Share(2, 5)), map.laws().stream().map(Mastery.LawRow::share).toList());
    assertEquals(item.topic(), map.weak().get(0).topic());
    assertThrows(NotFound.class, () -> bean(Mastery.class).unit(caller("unit01"), unit));
    assertThrows(NotFound.class, () -> bean(Mastery.class).unit(caller("officer001"), unit));
  }

  @Test
  default void favourites_and_notes_are_kept_and_nonsense_is_not() {
    Caller officer = caller("officer235");
    Items.Candidate item = singles(60, 61).get(0);
    PracticeAnswering answering = bean(PracticeAnswering.class);
    answering.keep(officer, item.itemId(), true, "看第三十六条");
    PracticeBook.Row row = bean(PracticeBook.class).page(officer, PracticeBook.Kind.FAVOURITE, new Page.Request(1, 10)).items().get(0);
    assertEquals("看第三十六条", row.note());
    assertEquals(1, bean(PracticeBook.class).plan(officer).today());
    answering.keep(officer, item.itemId(), false, "");
    assertEquals(0, bean(PracticeBook.class).page(officer, PracticeBook.Kind.NOTE, new Page.Request(1, 10)).total());
    assertThrows(Invalid.class, () -> answering.keep(officer, item.itemId(), null, "字".repeat(1001)));
    assertThrows(NotFound.class, () -> answering.keep(officer, 999_999_999L, true, null));
    Instant now = bean(Clock.class).instant();
    PracticeAnswering.Sent good = sent("nonsense-1", item, true, now);
    for (PracticeAnswering.Sent bad : List.of(new PracticeAnswering.Sent("x", item.versionId(), "ABCD", good.answer(), now), new PracticeAnswering.Sent("nonsense-2", item.versionId(), "AACD", good.answer(), now), new PracticeAnswering.Sent("nonsense-3", item.versionId(), "ABCD", new Answer(List.of("Z"), null), now),
        new PracticeAnswering.Sent("nonsense-4", 999_999_999L, "ABCD", good.answer(), now), new PracticeAnswering.Sent("nonsense-5", item.versionId(), "ABCD", null, now))) assertThrows(Invalid.class, () -> answering.take(officer, List.of(good, bad)));
    assertEquals(0, count("select count(*) from practice_answer where officer_id = ?", officer.officerId()), "all or nothing");
    answering.take(officer, List.of(sent("from-the-future", item, true, now.plus(Duration.ofDays(3)))));
    assertNotNull(ask("select 1 from practice_answer where client_id = 'from-the-future' and answered_at <= received_at"));
  }

  @Test
  default void what_stands_on_a_paper_of_an_exam_that_is_not_over_is_in_no_drill() {
    long held = count("select v.item_id from exam e join attempt a on a.exam_id = e.id join paper_question q on q.paper_id = a.paper_id join item_version v on v.id = q.item_version_id where e.state = 'SCHEDULED' and e.closes_at <= utc_timestamp(3) and e.release_rule <> 'BY_HAND' order by v.item_id limit 1");
    long exam = count("select a.exam_id from attempt a join paper_question q on q.paper_id = a.paper_id join item_version v on v.id = q.item_version_id where v.item_id = ? order by a.id limit 1", held);
    Object rule = ask("select release_rule from exam where id = ?", exam);
    change("update exam set release_rule = 'BY_HAND', released_at = null where id = ?", exam);
    try {
      bean(Askable.class).forget();
      assertFalse(bean(Askable.class).now().containsKey(held));
    } finally {
      change("update exam set release_rule = ? where id = ?", rule, exam);
      bean(Askable.class).forget();
    }
  }
}
