package cn.lianbing.eligibility;

import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence of a check that can be said in either language: a key behind {@code eligibility.say.} and facts. A fact {@code @key}
 * is the name of something, {@code @key,key} of several, a day is written as people write it.
 */
public record Said(String key, List<String> facts) implements Serializable {
  @JsonbCreator
  public Said {
    facts = facts == null ? List.of() : List.copyOf(facts);
  }

  static Said of(String key, Object... facts) {
    return new Said(key, Arrays.stream(facts).map(fact -> fact == null ? "" : fact.toString()).toList());
  }

  static String name(String prefix, Object value) {
    return "@" + prefix + "." + value;
  }

  static String names(String prefix, List<String> values) {
    return values.stream().map(value -> prefix + "." + value).collect(Collectors.joining(",", "@", ""));
  }

  public String in(Texts texts) {
    return texts.of("eligibility.say." + key, facts.stream().map(fact -> fact(fact, texts)).toArray());
  }

  private static String fact(String fact, Texts texts) {
    if (fact.startsWith("@")) return Arrays.stream(fact.substring(1).split(",")).map(texts::get).collect(Collectors.joining(texts.get("eligibility.and")));
    return fact.matches("\\d{4}-\\d{2}-\\d{2}") ? Times.text(LocalDate.parse(fact)) : fact;
  }
}
