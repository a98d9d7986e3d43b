package cn.lianbing.bank.web;

import cn.lianbing.bank.Citations;
import cn.lianbing.bank.ItemFlags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** What the bank knows about laws, for pages that show those: how many items cite an article, how many wait for a decision, how quotes stand. */
@Named
@RequestScoped
public class CitedPage {
  @Inject Citations citations;
  @Inject ItemFlags flags;
  private final Map<Long, Map<String, Long>> counts = new HashMap<>();

  /** Items in use that cite an article; null where none does. */
  public Long count(long lawVersionId, String article) {
    return counts.computeIfAbsent(lawVersionId, citations::citing).get(article);
  }

  public long total(long lawVersionId) {
    return counts.computeIfAbsent(lawVersionId, citations::citing).values().stream().mapToLong(Long::longValue).sum();
  }

  public long getWaiting() {
    return flags.waiting();
  }

  public Map<String, Long> getResults() {
    return citations.results();
  }
}
