package cn.lianbing.exam;

import cn.lianbing.platform.Marks;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A board as a file: the rows that the page shows, with the same words. */
public final class RankingSheet {
  private static final String[] PERSON_COLUMNS = {"rank", "name", "unit", "score", "millisUsed", "submittedAt", "why"};
  private static final String[] UNIT_COLUMNS = {"rank", "unit", "expected", "sat", "excused", "absent", "sitRate", "meanScore", "passRate", "excellentRate", "unitScore", "why"};
  private static final float[] PERSON_SHARES = {1, 2, 4, 1.2f, 1.6f, 3.6f, 6};
  private static final float[] UNIT_SHARES = {1.1f, 4, 1, 1, 1, 1, 1.3f, 1.3f, 1.3f, 1.3f, 1.5f, 7};

  private RankingSheet() {}

  /**
   * @param by     person or unit
   * @param format xlsx, csv or pdf
   */
  public static void write(Boards.View board, String by, String format, Texts texts, OutputStream out) throws IOException {
    boolean units = by.equals("unit");
    List<String> headers = Stream.of(units ? UNIT_COLUMNS : PERSON_COLUMNS).map(key -> texts.get("exam.ranking." + key)).toList();
    List<List<Object>> rows = units ? board.units().stream().map(place -> unit(place, texts)).toList() : board.persons().stream().map(place -> person(place, texts)).toList();
    if (format.equals("pdf")) print(board, units, headers, rows, texts, out);
    else if (format.equals("csv")) SheetWriter.csv(out, headers, rows);
    else SheetWriter.xlsx(out, texts.get("exam.ranking.by." + by), headers, rows);
  }

  private static void print(Boards.View board, boolean units, List<String> headers, List<List<Object>> rows, Texts texts, OutputStream out) {
    float[] shares = units ? UNIT_SHARES : PERSON_SHARES;
    List<PrintedPage.Column> columns = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) columns.add(new PrintedPage.Column(headers.get(i), shares[i], rows.isEmpty() || !(rows.get(0).get(i) instanceof Number) ? PrintedPage.Align.LEFT : PrintedPage.Align.RIGHT));
    try (PrintedPage page = new PrintedPage(out, board.title(), texts.get("exam.ranking.by." + (units ? "unit" : "person")), true)) {
      page.paragraph(texts.get(board.provisional() ? "exam.page.provisional" : "exam.page.final"), PrintedPage.Align.CENTER);
      String rules = units ? texts.get("exam.page.ranking.formula") + " " + texts.get("exam.page.ranking.unitTies") + " " + texts.of("exam.page.ranking.unitRules", Ranking.FEWEST_EXPECTED) : texts.get("exam.page.ranking.personBest") + " " + texts.get("exam.page.ranking.personTies");
      page.paragraph(rules, PrintedPage.Align.LEFT).table(columns, rows);
    }
  }

  private static List<Object> person(Ranking.PersonPlace place, Texts texts) {
    Ranking.Entry entry = place.entry();
    return List.of(place.rank(), entry.name(), place.unit().name(), Marks.decimal(entry.score()), used(entry.millisUsed()), Times.textWithSeconds(Instant.ofEpochMilli(entry.submittedAt())), why(place, texts));
  }

  private static List<Object> unit(Ranking.UnitPlace place, Texts texts) {
    return List.of(place.rank() == null ? texts.get("exam.ranking.none") : place.rank(), place.unit().name(), place.expected(), place.sat(), place.excused(), place.absent(), place.sitRate(), place.meanScore(), place.passRate(), place.excellentRate(), place.unitScore(), why(place, texts));
  }

  /** 58:03, or 1:02:07 from an hour up. */
  public static String used(long millis) {
    Duration time = Duration.ofMillis(millis);
    return time.toHours() > 0 ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart()) : "%02d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
  }

  /** Why this place: what decided against the one before. */
  public static String why(Ranking.PersonPlace place, Texts texts) {
    return texts.of("exam.why.person." + place.tie(), Marks.text(place.entry().score()), used(place.entry().millisUsed()));
  }

  public static String why(Ranking.UnitPlace place, Texts texts) {
    if (place.rank() == null) return texts.of("exam.why.unit.FEW", place.expected(), Ranking.FEWEST_EXPECTED);
    String sum = texts.of("exam.why.unit.formula", Marks.text(place.scoreSum()), place.expected(), place.unitScore().toPlainString());
    String absent = place.absent() == 0 ? "" : texts.of("exam.why.unit.absent", place.absent());
    return sum + absent + texts.get("exam.why.unit." + place.tie());
  }
}
