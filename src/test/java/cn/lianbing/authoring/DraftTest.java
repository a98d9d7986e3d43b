package cn.lianbing.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What may follow what in a draft's life, and what is shown of two wordings. */
class DraftTest {
  private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
  private static final Caller AUTHOR = new Caller(1L, null, "周启明", 1L, "/1/", Set.of("TRAINER"), null, null);
  private static final Caller REVIEWER = new Caller(2L, null, "郭文静", 1L, "/1/", Set.of("EXAM_ADMIN"), null, null);

  private static Draft aDraft() {
    return new Draft(null, null, null, Manuscript.blank(ItemType.SINGLE), AUTHOR, NOON);
  }

  private static ItemDraft item(String stem, String second) {
    DraftQuestion question = new DraftQuestion("SINGLE", stem, new TreeMap<>(Map.of("A", "三日", "B", second, "C", "七日")), List.of("B"), List.of());
    return new ItemDraft(1, "QC-1", question, null, List.of(), List.of(new ItemDraft.DraftBasis(null, null, "64", "五日内")), "行政处罚法", "2021修订", "行政处罚", "听证", "通用", "2", "第六十四条。");
  }

  private static void refuses(Executable action) {
    assertEquals("draft-state", assertThrows(Refused.class, action).code());
  }

  @Test
  void it_is_written_handed_in_returned_handed_in_again_and_published() {
    Draft draft = aDraft();
    draft.write("QC-1", new Manuscript(item("几日？", "五日"), List.of(), false), NOON);
    draft.submit(NOON);
    draft.sendBack(REVIEWER, NOON);
    assertEquals(Draft.State.RETURNED, draft.state());
    draft.write("QC-1", new Manuscript(item("几日以内？", "五日"), List.of(), false), NOON);
    draft.submit(NOON);
    draft.publish(7, REVIEWER, NOON);
    assertEquals(Draft.State.PUBLISHED, draft.state());
    assertEquals(7L, draft.itemId());
    assertEquals("郭文静", draft.reviewerName());
    assertEquals("几日以内？", draft.text().item().stem(), "what was typed comes back from the store");
    assertEquals(List.of("A", "B", "C"), List.copyOf(draft.text().item().options().keySet()));
  }

  @Test
  void nothing_follows_what_cannot_follow() {
    Draft draft = aDraft();
    refuses(() -> draft.publish(7, REVIEWER, NOON));
    refuses(() -> draft.sendBack(REVIEWER, NOON));
    refuses(() -> draft.withdraw(NOON));
    draft.submit(NOON);
    refuses(() -> draft.write(null, Manuscript.blank(ItemType.SINGLE), NOON));
    refuses(() -> draft.discard(NOON));
    refuses(() -> draft.submit(NOON));
    draft.withdraw(NOON);
    draft.discard(NOON);
    refuses(() -> draft.submit(NOON));
    assertFalse(draft.state().open());
  }

  @Test
  void who_saw_an_older_version_changes_nothing() {
    assertEquals("changed-meanwhile", assertThrows(Refused.class, () -> aDraft().seen(3)).code());
  }

  @Test
  void the_code_of_a_published_item_stays_whatever_its_draft_says() {
    Draft draft = new Draft(7L, 70L, "QC-1", new Manuscript(item("几日？", "五日"), List.of(), false), AUTHOR, NOON);
    draft.write("ANDERS-1", new Manuscript(item("几日？", "五日"), List.of(), false), NOON);
    assertEquals("QC-1", draft.code());
    assertEquals("QC-1", draft.text().item().code());
  }

  @Test
  void differences_name_the_fields_that_changed_and_show_the_others_as_they_are() {
    List<Differences.Field> fields = Differences.of(item("几日？", "五日"), item("几日以内？", "五日"));
    assertEquals(List.of("stem"), fields.stream().filter(Differences.Field::changed).map(Differences.Field::field).toList());
    assertTrue(fields.stream().anyMatch(one -> one.field().equals("options") && one.wording().fresh().get(0).text().contains("B. 五日")));
    assertTrue(Differences.of(null, item("几日？", "五日")).stream().noneMatch(Differences.Field::changed), "of a new item nothing has changed");
  }
}
