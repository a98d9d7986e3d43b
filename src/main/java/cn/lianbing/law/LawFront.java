package cn.lianbing.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before a law's first heading: title, source, who passed it when. */
final class LawFront {
  private static final Pattern SOURCE = Pattern.compile("来源\\s?(?:/Source)?\\s?[:：]\\s*(.{0,2000})");
  private static final Pattern DATE = Pattern.compile("(\\d{4})\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日");
  private static final Pattern IN_FORCE = Pattern.compile("自\\s?(\\d{4})\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日起(?:施行|实施|生效|执行)|(\\d{4})年(\\d{1,2})月(\\d{1,2})日\\s?施行");
  private static final Pattern NUMBER = Pattern.compile("[\\u4E00-\\u9FFF]{2,14}令(?:\\d{4}年)?第\\s?\\d{1,4}号|[\\u4E00-\\u9FFF]{1,8}〔\\d{4}〕\\s?\\d{1,4}号");
  private static final int LONGEST_NOTE = 8000;
  private String title;
  private String source;
  private final List<String> notes = new ArrayList<>();

  /** Where a block of settings, as programs put them before Markdown, begins at this line: the line it ends with; else the line before. */
  static int matterEnd(String[] raw, int from) {
    if (!raw[from].strip().equals("---")) return from - 1;
    for (int i = from + 1; i < raw.length && i < from + 20; i++) {
      if (raw[i].strip().equals("---")) return i > from + 1 ? i : from - 1;
      if (!raw[i].isBlank() && !raw[i].matches("[A-Za-z][\\w-]{0,30}:.*")) return from - 1;
    }
    return from - 1;
  }

  /** @return whether the line is the source or the title, and so is done with */
  boolean takes(LawLine line) {
    Matcher from = SOURCE.matcher(line.text());
    if (source == null && title == null && from.matches()) {
      source = from.group(1).strip();
      return true;
    }
    if (title != null || line.article() != null || line.heading() != null) return false;
    title = line.text().length() <= 200 ? line.text() : line.text().substring(0, 200);
    return true;
  }

  void note(LawLine line) {
    notes.add(line.text());
  }

  /** Who signed it and when stands behind the last point of a document and is no part of it. */
  void cutSignature(List<LawDraft.Article> articles) {
    if (articles.isEmpty()) return;
    LawDraft.Article last = articles.get(articles.size() - 1);
    List<String> lines = new ArrayList<>(List.of(last.text().split("\n")));
    int most = lines.size();
    while (lines.size() > 1 && most - lines.size() < 3 && lines.get(lines.size() - 1).matches(DATE.pattern() + "|[\\u4E00-\\u9FFF ]{2,20}|（此件公开发布）")) notes.add(lines.remove(lines.size() - 1));
    if (lines.size() < most) articles.set(articles.size() - 1, new LawDraft.Article(last.line(), last.kind(), last.number(), last.label(), last.part(), String.join("\n", lines)));
  }

  LawDraft draft(List<LawDraft.Article> articles, List<LawDraft.Remark> remarks, String lastArticle) {
    String note = String.join("\n", notes);
    String document = number(String.valueOf(title));
    if (document == null) document = number(note);
    LocalDate promulgated = null;
    Matcher dates = DATE.matcher(note);
    while (dates.find()) {
      LocalDate date = date(dates.group(1), dates.group(2), dates.group(3));
      if (date != null && !inForce(note, dates.start()) && (promulgated == null || date.isAfter(promulgated))) promulgated = date;
    }
    LocalDate stated = inForce(note);
    if (stated == null) stated = inForce(lastArticle);
    // An amended law still says when it first came into force.
    if (stated != null && promulgated != null && stated.isBefore(promulgated)) stated = null;
    return new LawDraft(title, source, note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note, document, promulgated, stated, List.copyOf(articles), List.copyOf(remarks));
  }

  /** The last one: of the newest of several decrees. */
  private static String number(String text) {
    Matcher number = NUMBER.matcher(text);
    String last = null;
    while (number.find()) last = number.group().replaceFirst("^日", "");
    return last;
  }

  private static boolean inForce(String note, int at) {
    Matcher matcher = IN_FORCE.matcher(note);
    while (matcher.find()) if (at >= matcher.start() && at < matcher.end()) return true;
    return false;
  }

  private static LocalDate inForce(String text) {
    Matcher matcher = IN_FORCE.matcher(text);
    LocalDate last = null;
    while (matcher.find()) {
      int first = matcher.group(1) != null ? 1 : 4;
      LocalDate date = date(matcher.group(first), matcher.group(first + 1), matcher.group(first + 2));
      if (date != null) last = date;
    }
    return last;
  }

  private static LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
