package cn.lianbing.annex;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What a figure is in a period.
 *
 * @param number  null for words, and where nothing is known
 * @param words   null for numbers, and where nothing is known
 * @param origin  where it comes from
 * @param source  what a person gave as the source; null where it was counted
 * @param counted what the records say beside what a person entered; null where they say nothing
 */
public record Value(BigDecimal number, String words, Origin origin, String source, BigDecimal counted) implements Serializable {
  /** FROZEN: from the edition that was frozen for that period. */
  public enum Origin { COUNTED, ENTERED, FROZEN, UNKNOWN }

  public static final Value UNKNOWN = new Value(null, null, Origin.UNKNOWN, null, null);

  @JsonbCreator
  public Value {
    number = plain(number);
    counted = plain(counted);
  }

  static Value counted(BigDecimal number) {
    return number == null ? UNKNOWN : new Value(number, null, Origin.COUNTED, null, null);
  }

  static Value counted(String words) {
    return words == null || words.isBlank() ? UNKNOWN : new Value(null, words, Origin.COUNTED, null, null);
  }

  Value frozen() {
    return known() ? new Value(number, words, Origin.FROZEN, source, counted) : UNKNOWN;
  }

  public boolean known() {
    return number != null || words != null;
  }

  /** Known, and more than nothing. */
  public boolean some() {
    return words != null || number != null && number.signum() > 0;
  }

  /** As it stands in a sentence; empty where nothing is known. */
  public String text() {
    return words != null ? words : number == null ? "" : number.toPlainString();
  }

  /** Whether a person entered something else than the records say. */
  public boolean differs() {
    return origin == Origin.ENTERED && number != null && counted != null && number.compareTo(counted) != 0;
  }

  private static BigDecimal plain(BigDecimal number) {
    if (number == null) return null;
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
