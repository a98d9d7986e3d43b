package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * The article that decides an answer.
 *
 * @param quote the shortest phrase of the article that decides it
 */
public record Basis(String law, String version, int article, String quote) implements Serializable {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千"};

  @JsonbCreator
  public Basis {}

  /** As the law prints it: 行政处罚法第三十六条. */
  public String citation() {
    return law + "第" + articleInChinese() + "条";
  }

  public String articleInChinese() {
    return numeral(article);
  }

  /** 36 → 三十六, 10 → 十, 110 → 一百一十, 1005 → 一千零五; up to 9,999. */
  static String numeral(int number) {
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
}
