package cn.lianbing.law;

import java.util.List;

/** How a document numbers what it lays down: laws by 第一条, other documents by （一） all through, or by 一、. */
enum LawNumbering {
  ARTICLES {
    @Override
    LawLine.Head head(LawLine line, ArticleNumber before) {
      LawLine.Head head = line.article();
      if (head == null || head.sure()) return head;
      // Without a space only where the number is the next one.
      return before == null ? head.number().equals(FIRST) ? head : null : next(before, head.number()) ? head : null;
    }
  },
  POINTS {
    @Override
    LawLine.Head head(LawLine line, ArticleNumber before) {
      int number = line.point();
      return number == 0 || number != (before == null ? 0 : before.number()) + 1 ? null : new LawLine.Head(new ArticleNumber(number, 0), "（" + ArticleNumber.numeral(number) + "）", line.after(line.text().contains("）") ? "）" : ")"), true);
    }

    @Override
    LawLine.Heading heading(LawLine line) {
      return line.top() > 0 && line.fewWordsAfterNumber() ? new LawLine.Heading(3, line.text()) : super.heading(line);
    }
  },
  TOPS {
    @Override
    LawLine.Head head(LawLine line, ArticleNumber before) {
      int number = line.top();
      return number == 0 || number != (before == null ? 0 : before.number()) + 1 ? null : new LawLine.Head(new ArticleNumber(number, 0), ArticleNumber.numeral(number) + "、", line.after("、"), true);
    }

    @Override
    LawLine.Heading heading(LawLine line) {
      return line.top() > 0 ? null : super.heading(line);
    }
  };

  private static final ArticleNumber FIRST = new ArticleNumber(1, 0);

  /** Null where the line begins none. @param before the one it comes after, null at the beginning */
  abstract LawLine.Head head(LawLine line, ArticleNumber before);

  LawLine.Heading heading(LawLine line) {
    return line.heading();
  }

  private static boolean next(ArticleNumber before, ArticleNumber number) {
    return number.sub() == 0 ? number.number() == before.number() + 1 : number.number() == before.number() && number.sub() == before.sub() + 1;
  }

  static LawNumbering of(List<LawLine> lines) {
    if (lines.stream().anyMatch(line -> line.article() != null && line.article().sure()) || lines.stream().filter(line -> line.article() != null).count() > 1) return ARTICLES;
    List<Integer> points = lines.stream().map(LawLine::point).filter(number -> number > 0).toList();
    long again = points.stream().filter(number -> number == 1).count();
    // Numbers that begin anew under each heading number nothing by themselves.
    return points.size() >= 2 && again <= 1 ? POINTS : lines.stream().anyMatch(line -> line.top() == 1) ? TOPS : POINTS;
  }
}
