package cn.lianbing.law;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.Map;

/**
 * Reads a law as people copy it: plain text or Markdown, with 编, 分编, 章 and 节 over its articles, 之一, annexes, a preamble, and
 * documents that have numbered points instead of articles. What is doubtful becomes a remark with its line.
 */
final class LawTextReader {
  private static final int DEEPEST = 4;
  private static final int LONGEST = 60_000;
  private final List<LawLine> lines;
  private final LawFront front = new LawFront();
  private final List<LawDraft.Article> articles = new ArrayList<>();
  private final List<LawDraft.Remark> remarks = new ArrayList<>();
  private final Map<Integer, String> headings = new TreeMap<>();
  private Open open;
  /** The last article's number; a heading ends the article and not the count. */
  private ArticleNumber last;
  private boolean body;
  private int annexes;

  /** An article whose end has not come yet. */
  private record Open(int line, LawArticle.Kind kind, ArticleNumber number, String label, List<String> part, StringBuilder text) {}

  private LawTextReader(List<LawLine> lines) {
    this.lines = lines;
  }

  static LawDraft read(String text) {
    List<LawLine> lines = new ArrayList<>();
    String[] raw = text.split("\n", -1);
    for (int i = 0; i < raw.length; i++) {
      int end = LawFront.matterEnd(raw, i);
      if (end > i) i = end;
      else {
        LawLine line = LawLine.of(i + 1, raw[i]);
        if (!line.empty()) lines.add(line);
      }
    }
    return new LawTextReader(lines).draft();
  }

  private LawDraft draft() {
    LawNumbering numbering = LawNumbering.of(lines);
    for (int i = 0; i < lines.size(); i++) take(lines.get(i), i, numbering);
    close();
    if (numbering != LawNumbering.ARTICLES) front.cutSignature(articles);
    if (articles.stream().noneMatch(one -> one.kind() == LawArticle.Kind.ARTICLE || one.kind() == LawArticle.Kind.POINT)) remark(1, true, "none");
    LawSequence.check(articles, remarks);
    String ending = articles.stream().filter(one -> one.kind() == LawArticle.Kind.ARTICLE).reduce((one, other) -> other).map(LawDraft.Article::text).orElse("");
    return front.draft(articles, remarks, ending);
  }

  private void take(LawLine line, int at, LawNumbering numbering) {
    if (!body && front.takes(line)) return;
    if (line.text().matches("目 ?录|目 ?次")) return;
    LawLine.Heading heading = numbering.heading(line);
    if (heading != null) {
      under(heading.level(), heading.name());
      return;
    }
    if (line.text().matches("序 ?言|前 ?言")) {
      begin(line, LawArticle.Kind.PREAMBLE, new ArticleNumber(0, 0), line.text().replace(" ", ""), "");
      return;
    }
    boolean inAnnex = open != null && open.kind() == LawArticle.Kind.ANNEX;
    LawLine.Head head = inAnnex ? null : numbering.head(line, last);
    if (head != null) {
      if (!head.sure()) remark(line.no(), false, "tight", head.label());
      begin(line, numbering == LawNumbering.ARTICLES ? LawArticle.Kind.ARTICLE : LawArticle.Kind.POINT, head.number(), head.label(), head.rest());
    } else if (line.annex() && (open != null && open.kind() != LawArticle.Kind.PREAMBLE)) begin(line, LawArticle.Kind.ANNEX, new ArticleNumber(++annexes, 0), cut(line.text(), 60), "");
    else if (!inAnnex && unnumbered(line, at, numbering)) {
      remark(line.no(), false, "unnumbered", line.text());
      under(3, line.text());
    } else more(line);
  }

  /** A few words by themselves right before an article: a heading whose number was lost. */
  private boolean unnumbered(LawLine line, int at, LawNumbering numbering) {
    return open != null && open.kind() == LawArticle.Kind.ARTICLE && line.fewWords() && at + 1 < lines.size() && !ends(open.text(), "：") && numbering.head(lines.get(at + 1), last) != null;
  }

  private static boolean ends(StringBuilder text, String end) {
    return text.length() > 0 && text.substring(text.length() - 1).equals(end);
  }

  private void under(int level, String name) {
    close();
    body = true;
    headings.put(level, cut(name, 120));
    for (int deeper = level + 1; deeper <= DEEPEST; deeper++) headings.remove(deeper);
  }

  private void begin(LawLine line, LawArticle.Kind kind, ArticleNumber number, String label, String first) {
    close();
    body = true;
    if (kind == LawArticle.Kind.ARTICLE || kind == LawArticle.Kind.POINT) last = number;
    boolean headless = kind == LawArticle.Kind.PREAMBLE || kind == LawArticle.Kind.ANNEX;
    open = new Open(line.no(), kind, number, label, headless ? List.of() : List.copyOf(headings.values()), new StringBuilder(first));
  }

  private void more(LawLine line) {
    if (open == null) front.note(line);
    else {
      if (open.text().length() > 0) open.text().append('\n');
      open.text().append(line.text());
    }
  }

  private void close() {
    if (open == null) return;
    if (open.text().length() == 0 && open.kind() != LawArticle.Kind.ANNEX) remark(open.line(), false, "blank", open.label());
    if (open.text().length() > LONGEST) remark(open.line(), true, "long", open.label(), LONGEST);
    articles.add(new LawDraft.Article(open.line(), open.kind(), open.number(), open.label(), open.part(), open.text().toString()));
    open = null;
  }

  private void remark(int line, boolean error, String code, Object... arguments) {
    remarks.add(new LawDraft.Remark(line, error, code, List.of(arguments)));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
