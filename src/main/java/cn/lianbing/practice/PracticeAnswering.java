package cn.lianbing.practice;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.exam.Answer;
import cn.lianbing.exam.Marking;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Settings;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes answers of drills, as they come out of a browser's queue: some at a time, late, and more than once. Each has an id that the
 * browser made; one that is known changes nothing. They are marked as an exam marks them, all or nothing.
 */
@ApplicationScoped
@Transactional
public class PracticeAnswering {
  public static final int MOST = 50;
  /** A queue that was forgotten for longer tells little about today's knowledge, but is still counted, on the earliest day that is believed. */
  private static final Duration BELIEVED = Duration.ofDays(30);
  private static final int LONGEST_NOTE = 1000;
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject PracticeCards cards;
  @Inject ChoiceShares shares;
  @Inject Drills drills;
  @Inject Settings settings;
  @Inject Clock clock;

  /** @param at when it was given, by the browser's clock; null: now */
  public record Sent(String clientId, long itemVersionId, String order, Answer answer, Instant at) {}

  /** @param known it was here before */
  public record Taken(String clientId, boolean correct, boolean inBook, LocalDate dueOn, boolean known) {}

  /**
   * @throws Invalid for {@code answers}; nothing is stored then
   * @throws Refused {@code practice-during-exam}: what is right would be told; the queue waits
   */
  public List<Taken> take(Caller caller, List<Sent> sent) {
    if (sent == null || sent.isEmpty() || sent.size() > MOST || sent.stream().anyMatch(one -> one == null || one.clientId() == null || !one.clientId().matches("[A-Za-z0-9-]{8,36}"))) throw Invalid.field("answers", "practice.answers", MOST);
    drills.notDuringExam(caller);
    Map<Long, Items.Keyed> keyed = items.keyed(sent.stream().map(Sent::itemVersionId).distinct().toList());
    Map<Long, Items.Candidate> described = new HashMap<>();
    items.described(keyed.keySet()).forEach(one -> described.put(one.versionId(), one));
    Instant now = clock.instant();
    List<Sent> inOrder = sent.stream().sorted(Comparator.comparing(one -> at(one, now))).toList();
    Map<String, Taken> taken = new HashMap<>();
    for (Sent one : inOrder) taken.put(one.clientId(), take(caller, one, keyed.get(one.itemVersionId()), described.get(one.itemVersionId()), now));
    return sent.stream().map(one -> taken.get(one.clientId())).toList();
  }

  private Taken take(Caller caller, Sent sent, Items.Keyed keyed, Items.Candidate item, Instant now) {
    if (keyed == null || item == null || item.type() == ItemType.CASE || item.type().byHand()) throw Invalid.field("answers", "practice.answers", MOST);
    boolean correct = correct(sent, keyed);
    Instant at = at(sent, now);
    PracticeCard card = cards.locked(caller, item.itemId());
    int fresh = store.createNativeQuery("insert ignore into practice_answer (officer_id, client_id, item_id, item_version_id, option_order, answer, correct, answered_at, received_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)").setParameter(1, PracticeCards.officer(caller)).setParameter(2, sent.clientId())
        .setParameter(3, item.itemId()).setParameter(4, sent.itemVersionId()).setParameter(5, sent.order()).setParameter(6, sent.answer().json()).setParameter(7, correct).setParameter(8, UtcColumn.of(at)).setParameter(9, UtcColumn.of(now)).executeUpdate();
    if (fresh == 0) return new Taken(sent.clientId(), correct, card.inBook(), card.dueOn(), true);
    if (item.type().choice() && !Long.valueOf(sent.itemVersionId()).equals(card.itemVersionId())) shares.count(sent.itemVersionId(), sent.answer().choice().stream().map(new Question(1, sent.itemVersionId(), sent.order(), 1)::authors).toList());
    card.about(item);
    card.answered(sent.itemVersionId(), correct, LocalDate.ofInstant(at, Times.ZONE), Fsrs.DEFAULT, settings.figure("practice.retention").value() / 100.0);
    cards.keep(card);
    return new Taken(sent.clientId(), correct, card.inBook(), card.dueOn(), false);
  }

  /** Never later than now. */
  private static Instant at(Sent sent, Instant now) {
    if (sent.at() == null || sent.at().isAfter(now)) return now;
    return sent.at().isBefore(now.minus(BELIEVED)) ? now.minus(BELIEVED) : sent.at();
  }

  private static boolean correct(Sent sent, Items.Keyed keyed) {
    var content = keyed.version().content();
    List<String> letters = content.type() == ItemType.TRUE_FALSE ? List.of("A", "B") : Stream.concat(content.options().stream(), content.left().stream()).map(one -> one.key()).toList();
    String order = sent.order() == null ? "" : sent.order();
    if (sent.answer() == null || !Drills.split(order).stream().sorted().toList().equals(letters.stream().sorted().toList())) throw Invalid.field("answers", "practice.answers", MOST);
    Question question = new Question(1, sent.itemVersionId(), order, 1000);
    try {
      sent.answer().check(content.type(), question.letters().length(), content.type() == ItemType.MATCH ? question.left().length() : content.blankCount());
    } catch (Refused e) {
      throw Invalid.field("answers", "practice.answers", MOST);
    }
    return Marking.marks(content.type(), keyed.key(), MultipleRule.STRICT, question, sent.answer()) == question.marks();
  }

  /** Marks an item as a favourite or no longer, and keeps the officer's own words on it; null leaves as it is. */
  public void keep(Caller caller, long itemId, Boolean favourite, String note) {
    if (note != null && note.length() > LONGEST_NOTE) throw Invalid.field("note", "practice.note", LONGEST_NOTE);
    List<Long> latest = new ArrayList<>();
    for (Object id : store.createNativeQuery("select latest_version_id from item where id = ?1").setParameter(1, itemId).getResultList()) latest.add(((Number) id).longValue());
    Items.Candidate item = items.described(latest).stream().findFirst().orElseThrow(() -> new cn.lianbing.platform.NotFound("item", itemId));
    PracticeCard card = cards.locked(caller, itemId);
    card.about(item);
    if (favourite != null) card.mark(favourite, LocalDate.ofInstant(clock.instant(), Times.ZONE));
    if (note != null) card.note(note);
    cards.keep(card);
  }
}
