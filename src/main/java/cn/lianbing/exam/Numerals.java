package cn.lianbing.exam;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in a text in one notation: 十五, 拾伍, 1 5 and 15 are the same to whoever marks, 五千元 and 0.5万元 too, 二〇二六 is 2026 and
 * 百分之十 is 10%. Both the key and the answer are written so before they are compared, so that a word with a numeral in it
 * (一般程序) stays equal to itself.
 */
final class Numerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
  /** When it is looked for, the hundred of 百分之 stands in digits. */
  private static final String PERCENT_OF = "100分之([0-9]+(?:\\.[0-9]+)?)";
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|[零一二三四五六七八九十百千万亿]+");
  private static final Pattern SCALED = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([十百千万亿]+)");

  private Numerals() {}

  /** @param text in half width, as NFKC makes it */
  static String plain(String text) {
    String known = formal(text).replace("两", "二").replace('〇', '零').replace('○', '零');
    String counted = THOUSANDS.matcher(known).replaceAll("");
    counted = SCALED.matcher(counted).replaceAll(found -> scaled(found.group(1), found.group(2)));
    counted = NUMBER.matcher(counted).replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
    return counted.replaceAll(PERCENT_OF, "$1%");
  }

  private static String formal(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int formal = FORMAL.indexOf(c);
      plain.append(formal >= 0 ? DIGITS.charAt(formal) : switch (c) {
        case '拾' -> '十';
        case '佰' -> '百';
        case '仟' -> '千';
        case '萬' -> '万';
        case '億' -> '亿';
        case '貳', '弐' -> '二';
        default -> c;
      });
    }
    return plain.toString();
  }

  /** 1.5万 */
  private static String scaled(String number, String units) {
    BigDecimal value = new BigDecimal(number);
    for (char unit : units.toCharArray()) value = value.multiply(BigDecimal.valueOf(scale(unit)));
    return written(value);
  }

  private static String number(String found) {
    if (Character.digit(found.charAt(0), 10) >= 0 && found.charAt(0) <= '9') return written(new BigDecimal(found));
    return found.chars().anyMatch(c -> scale((char) c) > 0) ? String.valueOf(counted(found)) : written(new BigDecimal(digits(found)));
  }

  private static String written(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
  }

  /** 二零二六: digit by digit. */
  private static String digits(String found) {
    StringBuilder digits = new StringBuilder();
    for (char c : found.toCharArray()) digits.append(DIGITS.indexOf(c));
    return digits.toString();
  }

  /** 三万五千六百: sections of ten thousand, each of thousands, hundreds and tens. */
  private static long counted(String found) {
    long all = 0;
    long section = 0;
    long digit = 0;
    boolean said = false;
    for (char c : found.toCharArray()) {
      long scale = scale(c);
      if (scale == 0) {
        digit = DIGITS.indexOf(c);
        said = true;
      } else if (scale < 10_000) {
        section += (said ? digit : 1) * scale;
        digit = 0;
        said = false;
      } else {
        all = (all + section + digit == 0 ? 1 : all + section + digit) * scale;
        section = 0;
        digit = 0;
        said = false;
      }
    }
    return all + section + digit;
  }

  private static long scale(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 0;
    };
  }
}
