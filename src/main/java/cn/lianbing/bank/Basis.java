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

  /** The article's number as laws print it: 一百零八 */
  public String articleInChinese() {
    StringBuilder name = new StringBuilder();
    String digits = String.valueOf(article);
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      boolean rest = !digits.substring(i).matches("0+");
      if (digit > 0) name.append(DIGITS.charAt(digit)).append(PLACES[digits.length() - 1 - i]);
      else if (rest && digits.charAt(i - 1) != '0') name.append(DIGITS.charAt(0));
    }
    return name.toString().replaceAll("^一十", "十");
  }
}
