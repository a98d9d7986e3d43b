package cn.lianbing.practice;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.exam.Answer;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The demo's practice: three weeks of a few who like it, and one drill that many did, so that shares can be seen. */
@ApplicationScoped
@Transactional
public class DemoPractice {
  private static final int EAGER = 5;
  private static final int MANY = 24;
  private static final int DRILLS = 6;
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Askable askable;
  @Inject Items items;
  @Inject PracticeAnswering answering;
  @Inject Clock clock;
  private final Random random = new Random(20261124);

  void fill(@Observes @Priority(140) Startup startup) {
    if (!settings.demo() || ((Number) store.createNativeQuery("select count(*) from practice_answer").getSingleResult()).longValue() > 0) return;
    List<Items.Candidate> choices = askable.now().values().stream().filter(one -> one.type() == ItemType.SINGLE || one.type() == ItemType.TRUE_FALSE).toList();
    if (choices.size() < 100) return; // a bank of one's own may be too small for it
    List<?> officers = store.createNativeQuery("select officer_id from account where username regexp '^officer[0-9]{3}$' order by username limit " + MANY).getResultList();
    for (int i = 0; i < officers.size(); i++) {
      Caller caller = new Caller(null, ((Number) officers.get(i)).longValue(), "demo", null, "", Set.of("OFFICER"), null, null);
      answer(caller, choices.subList(0, Drills.USUAL), 9);
      for (int drill = 0; i < EAGER && drill < DRILLS; drill++) answer(caller, some(choices), 20 - 3 * drill - random.nextInt(2));
    }
  }

  /** Out of a part of the bank, so that questions come again. */
  private List<Items.Candidate> some(List<Items.Candidate> choices) {
    List<Items.Candidate> some = new ArrayList<>();
    while (some.size() < Drills.USUAL) {
      Items.Candidate one = choices.get(random.nextInt(40) * (choices.size() / 40));
      if (!some.contains(one)) some.add(one);
    }
    return some;
  }

  private void answer(Caller caller, List<Items.Candidate> asked, int daysAgo) {
    Map<Long, Items.Keyed> keyed = items.keyed(asked.stream().map(Items.Candidate::versionId).toList());
    Instant at = clock.instant().minus(Duration.ofDays(daysAgo)).minus(Duration.ofMinutes(random.nextInt(300)));
    List<PracticeAnswering.Sent> sent = new ArrayList<>();
    for (Items.Candidate one : asked) {
      String letters = one.type() == ItemType.TRUE_FALSE ? "AB" : String.join("", keyed.get(one.versionId()).version().content().options().stream().map(option -> option.key()).toList());
      sent.add(new PracticeAnswering.Sent("demo-" + caller.officerId() + "-" + daysAgo + "-" + one.itemId(), one.versionId(), letters, given(keyed.get(one.versionId()).key(), letters, one), at.plusSeconds(40L * sent.size())));
    }
    answering.take(caller, sent);
  }

  /** What is harder goes wrong more often. */
  private Answer given(AnswerKey key, String letters, Items.Candidate item) {
    if (random.nextInt(100) < 92 - 9 * item.difficulty()) return new Answer(key.choice(), null);
    String other = letters.replace(key.choice().get(0), "");
    return new Answer(List.of(String.valueOf(other.charAt(random.nextInt(other.length())))), null);
  }
}
