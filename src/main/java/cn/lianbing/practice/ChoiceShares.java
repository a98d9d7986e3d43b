package cn.lianbing.practice;

import cn.lianbing.paper.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many colleagues chose which option when they first met a wording. */
@ApplicationScoped
@Transactional
public class ChoiceShares {
  /** Below so many people a share would say more about them than about the question. */
  static final int LEAST = 20;
  @PersistenceContext EntityManager store;

  /** @param percent whole percent by the letter */
  public record Shares(int people, Map<String, Integer> percent) {
    Shares shown(Question question) {
      Map<String, Integer> shown = new TreeMap<>();
      for (String letter : Drills.split(question.letters())) shown.put(question.shown(letter), percent.getOrDefault(letter, 0));
      return new Shares(people, shown);
    }
  }

  /** @param letters the author's */
  void count(long versionId, List<String> letters) {
    for (String letter : letters) add(versionId, letter);
    add(versionId, "");
  }

  private void add(long versionId, String letter) {
    store.createNativeQuery("insert into practice_choice (item_version_id, letter, officers) values (?1, ?2, 1) on duplicate key update officers = officers + 1").setParameter(1, versionId).setParameter(2, letter).executeUpdate();
  }

  Map<Long, Shares> of(Collection<Long> versionIds) {
    Map<Long, Map<String, Integer>> counts = new HashMap<>();
    if (!versionIds.isEmpty()) {
      List<?> rows = store.createNativeQuery("select item_version_id, letter, officers from practice_choice where item_version_id in (" + String.join(",", versionIds.stream().map(String::valueOf).toList()) + ")").getResultList();
      for (Object one : rows) {
        Object[] row = (Object[]) one;
        counts.computeIfAbsent(((Number) row[0]).longValue(), id -> new HashMap<>()).put((String) row[1], ((Number) row[2]).intValue());
      }
    }
    Map<Long, Shares> shares = new HashMap<>();
    counts.forEach((id, of) -> {
      int people = of.getOrDefault("", 0);
      if (people < LEAST) return;
      Map<String, Integer> percent = new TreeMap<>();
      of.forEach((letter, officers) -> {
        if (!letter.isEmpty()) percent.put(letter, Math.round(100f * officers / people));
      });
      shares.put(id, new Shares(people, percent));
    });
    return shares;
  }
}
