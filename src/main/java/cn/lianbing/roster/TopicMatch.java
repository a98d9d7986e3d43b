package cn.lianbing.roster;

import cn.lianbing.platform.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How near what somebody speaks on is to what is asked: 1 the same, 0 nothing in common. Chinese has no spaces to part words by, so
 * pairs of neighbouring characters are compared: 行政处罚程序 and 行政处罚法 share 行政, 政处, 处罚.
 */
record TopicMatch(String topic, LawField field, double nearness) {
  /** Below this it is chance: 行政 alone is in everything. */
  static final double NEAR = 0.4;
  static final TopicMatch NONE = new TopicMatch(null, null, 0);
  private static final double PART = 0.85;
  private static final double OF_FIELD = 0.5;

  /** The best of the topics, else of the fields, which say less. @param asked null or blank: everything fits */
  static TopicMatch best(String asked, List<String> topics, List<LawField> fields) {
    if (asked == null || asked.isBlank()) return new TopicMatch(null, null, 1);
    TopicMatch best = NONE;
    for (String topic : topics) {
      double nearness = nearness(plain(asked), plain(topic));
      if (nearness > best.nearness) best = new TopicMatch(topic, null, nearness);
    }
    return best.nearness < NEAR ? ofField(asked, fields) : best;
  }

  private static TopicMatch ofField(String asked, List<LawField> fields) {
    TopicMatch best = NONE;
    for (LawField field : fields) {
      String name = Texts.in(Texts.CHINESE).get("roster.field." + field);
      double nearness = nearness(plain(asked), plain(name));
      if (nearness >= NEAR && nearness * OF_FIELD > best.nearness) best = new TopicMatch(name, field, nearness * OF_FIELD);
    }
    return best;
  }

  private static double nearness(String asked, String topic) {
    if (asked.equals(topic)) return 1;
    if (asked.length() >= 2 && topic.contains(asked) || topic.length() >= 2 && asked.contains(topic)) return PART;
    Set<String> one = pairs(asked);
    Set<String> other = pairs(topic);
    if (one.isEmpty() || other.isEmpty()) return 0;
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return PART * 2 * both.size() / (one.size() + other.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) pairs.add(text.substring(i, i + 2));
    return pairs;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
  }
}
