package cn.lianbing.authoring;

import cn.lianbing.bank.DraftPart;
import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an item asks, apart from how it is worded: the pairs of neighbouring characters of stem and right answers without the words
 * that every question has, and the figures, which decide here more than any word.
 *
 * @param grams   pairs of characters, sorted; a figure is one #
 * @param numbers 三十日, 30天 and 百分之三 as 30 and 3
 */
record Fingerprint(String law, int[] grams, Set<String> numbers) {
  private static final Pattern NUMBER = Pattern.compile("(百分之)?([0-9]+(?:\\.[0-9]+)?|[零〇一二三四五六七八九十百千万两]+)\\s*(个工作日|工作日|个月|小时|周岁|日|天|年|月|万元|元|人|名|倍|岁|%)?");
  private static final Pattern BARE = Pattern.compile("\\s*[零〇一二三四五六七八九十百千万两]+\\s*");
  private static final Pattern TITLE = Pattern.compile("《[^》]*》");
  /** Words that questions are made of, whatever they ask. */
  private static final Pattern FILLER = Pattern.compile("_{2,}|\\(\\s*\\)|依照|根据|按照|依据|下列|下面|关于|说法|正确的?是?有?|错误的?|哪些?一?项?|哪个|什么|是否|能否|多长时间|多少|几|应当|怎样|如何|的|是|有|该|其|在|自|对|了");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}#]+");
  private static final String DIGITS = "零一二三四五六七八九";

  static Fingerprint of(ItemDraft item) {
    StringBuilder stem = new StringBuilder(item.stem() == null ? "" : item.stem());
    StringBuilder right = new StringBuilder(right(item.question()));
    for (DraftPart part : item.parts()) {
      stem.append(' ').append(part.question().stem());
      right.append(' ').append(right(part.question()));
    }
    return of(item.keptLaw(), stem.toString(), right.toString());
  }

  /** @param right the words of the right answers; empty where it is right or wrong */
  static Fingerprint of(String law, String stem, String right) {
    Set<String> numbers = new HashSet<>();
    String answer = Normalizer.normalize(right, Normalizer.Form.NFKC);
    String text = masked(Normalizer.normalize(stem, Normalizer.Form.NFKC) + " " + answer, numbers);
    if (BARE.matcher(answer).matches()) numbers.add(value(answer.strip()));
    text = FILLER.matcher(TITLE.matcher(text).replaceAll("")).replaceAll("");
    Set<Integer> grams = new HashSet<>();
    for (String run : NO_WORD.split(text)) for (int i = 0; i + 1 < run.length(); i++) grams.add(run.charAt(i) << 16 | run.charAt(i + 1));
    return new Fingerprint(law == null ? "" : law, grams.stream().mapToInt(Integer::intValue).sorted().toArray(), Set.copyOf(numbers));
  }

  /** Figures with a unit, and all in Arabic digits, as one # each. */
  private static String masked(String text, Set<String> numbers) {
    StringBuilder masked = new StringBuilder();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      boolean figure = number.group(1) != null || number.group(3) != null || Character.isDigit(number.group(2).charAt(0)) && number.group(2).charAt(0) < 128;
      if (figure) numbers.add(value(number.group(2)));
      number.appendReplacement(masked, figure ? "#" : Matcher.quoteReplacement(number.group()));
    }
    return number.appendTail(masked).toString();
  }

  private static String value(String number) {
    if (number.charAt(0) < 128) return number;
    long sum = 0;
    long digit = 0;
    for (char one : number.toCharArray()) {
      if (one == '万') {
        sum = (sum + digit) * 10_000;
        digit = 0;
      } else if (one == '十' || one == '百' || one == '千') {
        sum += Math.max(1, digit) * (one == '十' ? 10 : one == '百' ? 100 : 1000);
        digit = 0;
      } else digit = one == '两' ? 2 : one == '〇' ? 0 : DIGITS.indexOf(one);
    }
    return String.valueOf(sum + digit);
  }

  private static String right(DraftQuestion question) {
    if (question.type() != null && question.type().equals("TRUE_FALSE")) return "";
    String chosen = question.key().stream().map(letter -> question.options().getOrDefault(letter, "")).collect(Collectors.joining(" "));
    String blanks = question.blanks().stream().map(variants -> variants.isEmpty() ? "" : variants.get(0)).collect(Collectors.joining(" "));
    String pairs = IntStream.range(0, question.left().size()).mapToObj(i -> question.left().get(String.valueOf(i + 1)) + " " + question.options().get(question.pairs().get(String.valueOf(i + 1)))).collect(Collectors.joining(" "));
    String points = question.points().stream().map(DraftQuestion.Point::text).collect(Collectors.joining(" "));
    return String.join(" ", chosen, blanks, pairs, points).replace("null", "").strip();
  }
}
