package cn.lianbing.casefile;

import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.OutputStream;
import java.util.List;

/** The letters as they go out: to print, sign and seal. */
public final class LetterPrint {
  private LetterPrint() {}

  public static void print(SupervisionLetters.Whole letter, Texts texts, OutputStream out) {
    SupervisionLetters.Row row = letter.row();
    boolean opinion = row.kind() == SupervisionLetter.Kind.OPINION;
    try (PrintedPage page = new PrintedPage(out, texts.get("casefile.kind." + row.kind()), texts.of("casefile.print.foot", row.number()), false)) {
      page.paragraph(row.number(), PrintedPage.Align.RIGHT);
      page.paragraph(texts.of("casefile.print.to", row.unit()), PrintedPage.Align.LEFT);
      if (opinion) page.letter(texts.of("casefile.print.found", row.batch(), letter.basis()));
      else page.letter(texts.of("casefile.print.notActed", letter.follows(), Times.text(row.issuedOn())));
      page.table(columns(texts), rows(letter.opinions(), texts));
      if (opinion) page.letter(texts.of("casefile.print.act", Times.text(row.deadline())));
      else {
        page.letter(texts.of("casefile.print.decided." + letter.measure(), letter.content()));
        page.letter(texts.of("casefile.print.carryOut", Times.text(row.deadline())));
      }
      page.signed(texts.get("ui.bureau"), texts.get("casefile.print.seal"), Times.text(row.issuedOn()));
    }
  }

  private static List<PrintedPage.Column> columns(Texts texts) {
    return List.of(new PrintedPage.Column(texts.get("casefile.print.no"), 0.8f, PrintedPage.Align.CENTER), new PrintedPage.Column(texts.get("casefile.col.caseNumber"), 3), new PrintedPage.Column(texts.get("casefile.print.item"), 3), new PrintedPage.Column(texts.get("casefile.col.opinion"), 5));
  }

  private static List<List<String>> rows(List<ReviewBatches.OpinionRow> opinions, Texts texts) {
    return java.util.stream.IntStream.range(0, opinions.size()).mapToObj(i -> {
      ReviewBatches.OpinionRow one = opinions.get(i);
      return List.of(String.valueOf(i + 1), one.caseNumber() == null ? texts.get("casefile.wholeUnit") : one.caseNumber(), one.itemTitle().isEmpty() ? "—" : one.itemTitle() + "\n" + one.basis(), one.wording());
    }).toList();
  }
}
