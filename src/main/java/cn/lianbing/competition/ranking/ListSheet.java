package cn.lianbing.competition.ranking;

import cn.lianbing.competition.RankingRules;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list as a file and in words: the rows that the page shows, with the same reasons; on paper with its rules, its state and its hash. */
public final class ListSheet {
  private static final String[] PERSON_COLUMNS = {"rank", "name", "unit", "score", "used", "why", "plusOne", "last"};
  private static final String[] UNIT_COLUMNS = {"rank", "unit", "expected", "sat", "excused", "absent", "sitRate", "passRate", "excellentRate", "value", "why", "plusOne", "last"};
  private static final float[] PERSON_SHARES = {1, 2.2f, 4.2f, 1.3f, 1.6f, 4, 3, 1.3f};
  private static final float[] UNIT_SHARES = {1, 3.6f, 1, 1, 1, 1, 1.3f, 1.3f, 1.3f, 1.5f, 5, 3, 1.2f};

  private ListSheet() {}

  /** @param format xlsx, csv or pdf */
  public static void write(ListReading.ListWhole list, String format, Texts texts, OutputStream out) throws IOException {
    boolean units = list.list().units();
    List<String> headers = Stream.of(units ? UNIT_COLUMNS : PERSON_COLUMNS).map(key -> texts.get("competition.list." + key)).toList();
    List<List<Object>> rows = units ? list.units().stream().map(row -> cells(row, list.list().head(), texts)).toList() : list.persons().stream().map(row -> cells(row, texts)).toList();
    if (format.equals("pdf")) print(list.list(), headers, rows, texts, out);
    else if (format.equals("csv")) SheetWriter.csv(out, headers, rows);
    else SheetWriter.xlsx(out, texts.get("competition.board." + list.list().board()), headers, rows);
  }

  private static void print(ListReading.ListRow list, List<String> headers, List<List<Object>> rows, Texts texts, OutputStream out) {
    float[] shares = list.units() ? UNIT_SHARES : PERSON_SHARES;
    List<PrintedPage.Column> columns = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) columns.add(new PrintedPage.Column(headers.get(i), shares[i], rows.isEmpty() || !(rows.get(0).get(i) instanceof Number) ? PrintedPage.Align.LEFT : PrintedPage.Align.RIGHT));
    try (PrintedPage page = new PrintedPage(out, title(list, texts), state(list, texts) + "　SHA-256 " + list.sha256(), true)) {
      page.paragraph(state(list, texts), PrintedPage.Align.CENTER);
      for (String rule : rules(list, texts)) page.paragraph(rule, PrintedPage.Align.LEFT);
      page.paragraph(totals(list, texts), PrintedPage.Align.LEFT).table(columns, rows).signed(texts.get("competition.list.seal"), texts.get("competition.list.date"));
    }
  }

  public static String title(ListReading.ListRow list, Texts texts) {
    Head head = list.head();
    String of = list.scope() == RankingList.Scope.YEAR ? texts.of("competition.list.year", head.year()) : head.competition() + (head.stage() == null ? "" : "　" + head.stage());
    return of + "　" + texts.get("competition.board." + list.board());
  }

  /** Provisional as of when, or which edition and what it corrects. */
  public static String state(ListReading.ListRow list, Texts texts) {
    if (list.state() == RankingList.State.PROVISIONAL) return texts.of("competition.list.provisional", Times.text(list.computedAt()));
    String edition = texts.of("competition.list.edition", list.edition(), Times.text(list.confirmedAt()), list.confirmedBy());
    String corrects = list.head().replaces() == null ? "" : texts.of("competition.list.corrects", list.edition() - 1, list.head().note());
    return edition + corrects + (list.replacedBy() == null ? "" : texts.of("competition.list.replaced", list.replacedBy()));
  }

  public static String totals(ListReading.ListRow list, Texts texts) {
    return texts.of("competition.list.totals", list.head().expected(), list.head().sat(), list.head().excused()) + texts.of("competition.list.totals.absent", list.head().absent());
  }

  /** The formula and the tie-breaks in words. */
  public static List<String> rules(ListReading.ListRow list, Texts texts) {
    RankingRules rules = list.head().rules();
    List<String> lines = new ArrayList<>();
    if (!list.units()) {
      String ties = rules.personTies().stream().map(tie -> texts.get("competition.personTie." + tie)).collect(Collectors.joining("；"));
      lines.add(texts.of("competition.rule.person", ties.isEmpty() ? texts.get("competition.rule.noTie") : ties));
      return lines;
    }
    String ties = rules.unitTies().stream().map(tie -> texts.get("competition.unitTie." + tie)).collect(Collectors.joining("；"));
    lines.add(texts.get("competition.formula." + rules.formula()));
    lines.add(rules.shrinkage() == null ? texts.get("competition.rule.noShrinkage") : texts.of("competition.rule.shrinkage", rules.shrinkage()));
    lines.add(texts.of("competition.rule.unit", ties.isEmpty() ? texts.get("competition.rule.noTie") : ties));
    lines.add(texts.of("competition.rule.bands", rules.pass(), rules.excellent(), rules.fewestExpected()));
    return lines;
  }

  private static List<Object> cells(PersonRow row, Texts texts) {
    List<Object> cells = new ArrayList<>();
    cells.add(row.rank() == null ? texts.get("competition.presence." + row.presence()) : row.rank());
    cells.add(row.name());
    cells.add(row.unit());
    cells.add(row.rank() == null ? null : Hundredths.decimal(row.score()));
    cells.add(row.millis() == 0 ? null : used(row.millis()));
    cells.add(why(row, texts));
    cells.add(plusOne(row.rank(), row.plusOne(), texts));
    cells.add(row.last());
    return cells;
  }

  private static List<Object> cells(UnitRow row, Head head, Texts texts) {
    List<Object> cells = new ArrayList<>(List.of(row.rank() == null ? texts.get("competition.list.none") : row.rank(), row.name(), row.expected(), row.sat(), row.excused(), row.absent(), row.sitRate(), row.passRate(), row.excellentRate(), row.value(), why(row, head, texts), plusOne(row.rank(), row.plusOne(), texts)));
    cells.add(row.last());
    return cells;
  }

  /** Why this place: what decided against the one before. */
  public static String why(PersonRow row, Texts texts) {
    if (row.rank() == null) return texts.get("competition.presence." + row.presence());
    return texts.of("competition.why." + row.tie(), Hundredths.text(row.score()), used(row.millis()));
  }

  public static String why(UnitRow row, Head head, Texts texts) {
    if (row.rank() == null) return texts.of("competition.why.FEW", row.expected(), head.rules().fewestExpected());
    boolean expected = head.rules().formula() == RankingRules.Formula.OVER_EXPECTED;
    String sum = texts.of("competition.why.sum", Hundredths.decimal((int) Math.min(Integer.MAX_VALUE, row.sum())).toPlainString(), expected ? row.expected() : row.sat(), row.value());
    return sum + (expected && row.absent() > 0 ? texts.of("competition.why.absent", row.absent()) : "") + texts.get("competition.why.unit." + row.tie());
  }

  /** What one more point would change. */
  public static String plusOne(Integer rank, Integer plusOne, Texts texts) {
    if (rank == null || plusOne == null) return "";
    return plusOne.equals(rank) ? texts.get("competition.plusOne.same") : texts.of("competition.plusOne.rises", plusOne);
  }

  /** 58:03, or 1:02:07 from an hour up. */
  public static String used(long millis) {
    Duration time = Duration.ofMillis(millis);
    return time.toHours() > 0 ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart()) : "%02d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
  }
}
