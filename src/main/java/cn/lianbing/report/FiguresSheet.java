package cn.lianbing.report;

import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.training.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures and their records as files, with the words of the page. */
public final class FiguresSheet {
  private FiguresSheet() {}

  /** The annex of the annual report: one page, each figure with how it was counted. */
  public static void print(AnnualFigures.Period period, List<AnnualFigures.Counted> figures, Instant now, Texts texts, OutputStream out) {
    try (PrintedPage page = new PrintedPage(out, texts.get("report.title"), texts.of("report.foot", texts.get("ui.bureau"), Times.text(now)), false)) {
      page.paragraph(span(period, texts), PrintedPage.Align.CENTER);
      List<PrintedPage.Column> columns = List.of(new PrintedPage.Column(texts.get("report.col.figure"), 3), new PrintedPage.Column(texts.get("report.col.value"), 2, PrintedPage.Align.RIGHT), new PrintedPage.Column(texts.get("report.col.how"), 6));
      page.table(columns, rows(figures, texts));
      page.signed(texts.get("report.seal"), Times.text(now.atZone(Times.ZONE).toLocalDate()));
    }
  }

  public static void xlsx(List<AnnualFigures.Counted> figures, Texts texts, OutputStream out) throws IOException {
    SheetWriter.xlsx(out, texts.get("report.title"), List.of(texts.get("report.col.figure"), texts.get("report.col.value"), texts.get("report.col.how")), rows(figures, texts));
  }

  public static void xlsx(AnnualFigures.Records records, Texts texts, OutputStream out) throws IOException {
    SheetWriter.xlsx(out, texts.get("report.figure." + records.figure()), records.columns().stream().map(column -> texts.get("report.col." + column)).toList(), worded(records, texts));
  }

  private static List<List<String>> rows(List<AnnualFigures.Counted> figures, Texts texts) {
    return figures.stream().map(one -> List.of(texts.get("report.figure." + one.figure()), value(one, texts), texts.get("report.how." + one.figure()))).toList();
  }

  /** 11/13, 4.62 (142), 19. */
  public static String value(AnnualFigures.Counted one, Texts texts) {
    if (one.value() == null) return texts.get("report.nothing");
    String value = one.value().toPlainString();
    if (one.of() == null) return value;
    return one.figure() == Figure.SATISFACTION ? texts.of("report.mean", value, one.of().toPlainString()) : value + "/" + one.of().toPlainString();
  }

  /** Records with the form of a session in words. */
  public static List<List<String>> worded(AnnualFigures.Records records, Texts texts) {
    int form = records.columns().indexOf("form");
    if (form < 0) return records.rows();
    return records.rows().stream().map(row -> {
      List<String> cells = new ArrayList<>(row);
      if (Arrays.stream(Form.values()).anyMatch(one -> one.name().equals(row.get(form)))) cells.set(form, texts.get("training.form." + row.get(form)));
      return cells;
    }).toList();
  }

  static String span(AnnualFigures.Period period, Texts texts) {
    return Times.text(period.from()) + "—" + Times.text(period.to()) + (period.form() == null ? "" : "　" + texts.get("training.form." + period.form()));
  }
}
