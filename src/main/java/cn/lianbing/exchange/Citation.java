package cn.lianbing.exchange;

import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The article that decides an item, as a person writes it: 《行政处罚法》（2021修订）第三十六条：二年内未被发现. */
final class Citation {
  /** 行政处罚法（2021修订） */
  static final Pattern LAW = Pattern.compile("《?(.+?)》?[（(]([^（()）]*)[）)]");
  private static final Pattern WHOLE = Pattern.compile("《(.+?)》\\s*(?:[（(]([^（()）]*)[）)])?\\s*(第[^条]{1,12}条(?:之[一二三四五六七八九十]{1,3})?)[^：:]{0,12}?(?:[：:]\\s*(.*))?");

  private Citation() {}

  static String text(Basis one) {
    return "《" + one.law() + "》（" + one.version() + "）" + one.number().label() + (one.quote().isEmpty() ? "" : "：" + one.quote());
  }

  /** @param lines whole citations; where there are none, the columns law, version, article and quote say the same */
  static List<ItemDraft.DraftBasis> read(Found item, List<String> lines) {
    boolean whole = item.get(Found.Part.ARTICLES).contains("《");
    List<String> all = new ArrayList<>(lines);
    if (whole) all.addAll(item.get(Found.Part.ARTICLES).lines().toList());
    if (all.isEmpty()) return parts(item);
    List<ItemDraft.DraftBasis> basis = new ArrayList<>();
    for (String line : all) {
      Matcher matcher = WHOLE.matcher(line.strip());
      if (!matcher.matches()) item.wrong("basis", "exchange.basis", shortened(line));
      else basis.add(new ItemDraft.DraftBasis(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4) == null ? whole ? item.get(Found.Part.QUOTES) : "" : matcher.group(4)));
    }
    return basis;
  }

  /** 36, 第36条, 36;37. Of several articles each has its own quote, parted by | or a new line. */
  private static List<ItemDraft.DraftBasis> parts(Found item) {
    List<String> articles = parted(item.get(Found.Part.ARTICLES), "[;；,，、\\s]+").map(one -> one.replaceAll("[第条]", "")).toList();
    String given = item.get(Found.Part.QUOTES);
    List<String> quotes = articles.size() < 2 ? List.of(given) : parted(given, "[|｜\\r\\n]+").toList();
    if (!quotes.isEmpty() && !articles.isEmpty() && quotes.size() != articles.size()) item.wrong("quote", "item.quotes", articles.size(), quotes.size());
    List<ItemDraft.DraftBasis> basis = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) basis.add(new ItemDraft.DraftBasis(null, null, articles.get(i), i < quotes.size() ? quotes.get(i) : ""));
    return basis;
  }

  private static Stream<String> parted(String text, String separators) {
    return text.isEmpty() ? Stream.of() : Arrays.stream(text.split(separators)).map(String::strip).filter(one -> !one.isEmpty());
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
