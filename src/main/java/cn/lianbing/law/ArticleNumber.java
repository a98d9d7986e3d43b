package cn.lianbing.law;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an article: 第三十六条 is 36, 第三十六条之一 is 36 and 1.
 *
 * @param sub 0 for an article of the first numbering
 */
public record ArticleNumber(int number, int sub) implements Comparable<ArticleNumber> {
  /** What counts as a Chinese numeral, for patterns. */
  static final String NUMERALS = "零〇○一二两三四五六七八九十百千";
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千"};
  private static final Pattern WRITTEN = Pattern.compile("第?\\s*([" + NUMERALS + "]{1,12}|\\d{1,4})\\s*条?(?:\\s*(?:之|-|－)\\s*([" + NUMERALS + "]{1,4}|\\d{1,2}))?");

  /** 36, 第36条, 三十六, 36-1, 36之一, 第三十六条之一; empty for anything else. */
  public static Optional<ArticleNumber> of(String written) {
    if (written == null) return Optional.empty();
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) return Optional.empty();
    int number = value(matcher.group(1));
    return number < 1 || number > 9999 ? Optional.empty() : Optional.of(new ArticleNumber(number, matcher.group(2) == null ? 0 : value(matcher.group(2))));
  }

  /** 三十六 → 36, 一千零五 → 1005, 36 → 36. */
  static int value(String numeral) {
    if (Character.isDigit(numeral.charAt(0))) return Integer.parseInt(numeral);
    int total = 0;
    int digit = 0;
    for (char one : numeral.toCharArray()) {
      int place = "十百千".indexOf(one);
      if (place < 0) digit = one == '〇' || one == '○' ? 0 : one == '两' ? 2 : DIGITS.indexOf(one);
      else {
        total += Math.max(digit, 1) * (int) Math.pow(10, place + 1);
        digit = 0;
      }
    }
    return total + digit;
  }

  /** 36 → 三十六, 10 → 十, 110 → 一百一十, 1005 → 一千零五; up to 9,999. */
  public static String numeral(int number) {
    String digits = Integer.toString(number);
    StringBuilder numeral = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        gap = true;
        continue;
      }
      if (gap) numeral.append('零');
      gap = false;
      int place = digits.length() - 1 - i;
      if (number >= 20 || place != 1) numeral.append(DIGITS.charAt(digit));
      numeral.append(PLACES[place]);
    }
    return numeral.toString();
  }

  /** As the law prints it: 第三十六条之一. */
  public String label() {
    return "第" + numeral(number) + "条" + (sub == 0 ? "" : "之" + numeral(sub));
  }

  /** As addresses and files have it: 36, 36-1. */
  public String plain() {
    return sub == 0 ? Integer.toString(number) : number + "-" + sub;
  }

  @Override
  public int compareTo(ArticleNumber other) {
    return number != other.number ? Integer.compare(number, other.number) : Integer.compare(sub, other.sub);
  }
}
