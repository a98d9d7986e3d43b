package cn.lianbing.credit;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statement 学时证明 of one officer's year, to print and stamp. */
public final class CreditStatement {
  private CreditStatement() {}

  public static void print(Credits.Holder holder, Standing standing, List<Credits.Line> lines, Instant now, Texts texts, OutputStream out) {
    try (PrintedPage page = new PrintedPage(out, texts.get("credit.statement.title"), texts.of("credit.statement.foot", texts.get("ui.bureau"), Times.text(now)), false)) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put(texts.get("credit.statement.name"), holder.name());
      facts.put(texts.get("credit.statement.unit"), holder.unit());
      facts.put(texts.get("credit.statement.idNumber"), holder.idNumberMasked() == null ? "" : holder.idNumberMasked());
      facts.put(texts.get("credit.statement.year"), String.valueOf(standing.year()));
      page.facts(facts);
      for (Standing.Line line : standing.lines()) page.paragraph(sentence(line, texts), PrintedPage.Align.LEFT);
      page.heading(texts.get("credit.statement.lines"));
      page.table(List.of(new PrintedPage.Column(texts.get("credit.col.on"), 2.7f), new PrintedPage.Column(texts.get("credit.col.title"), 5.5f), new PrintedPage.Column(texts.get("credit.col.origin"), 2), new PrintedPage.Column(texts.get("credit.col.bucket"), 2),
              new PrintedPage.Column(texts.get("credit.col.hours"), 1.3f, PrintedPage.Align.RIGHT)),
          lines.stream().filter(line -> !line.kind().equals("CLOSING")).map(line -> List.of(Times.text(line.on()), line.reason() == null ? line.title() : texts.of("credit.line.reversal", line.title(), line.reason()), texts.get("credit.origin." + line.origin()), texts.get("credit.bucket." + line.bucket()), Hundredths.text(line.hundredths()))).toList());
      page.signed(texts.get("credit.statement.seal"), Times.text(now.atZone(Times.ZONE).toLocalDate()));
    }
  }

  /** 业务与法律：已有 48 学时，需 60 学时，还差 12 学时（依据 …）。 */
  public static String sentence(Standing.Line line, Texts texts) {
    String bucket = texts.get("credit.bucket." + line.bucket());
    if (line.need() == null) return texts.of("credit.standing.free", bucket, Hundredths.text(line.earned()));
    String basis = basis(line.need(), texts);
    return line.missing() == 0 ? texts.of("credit.standing.met", bucket, Hundredths.text(line.earned()), Hundredths.text(line.needed()), basis) : texts.of("credit.standing.missing", bucket, Hundredths.text(line.earned()), Hundredths.text(line.needed()), Hundredths.text(line.missing()), basis);
  }

  /** 已报名的培训到时可计 3 学时，之后还差 9 学时。到 12 月 31 日还有 37 天。 @return null where nothing is missing or the year is over */
  public static String outlook(Standing.Line line, Standing standing, LocalDate today, Texts texts) {
    long days = CreditForecast.daysLeft(standing, today);
    if (line.missing() == 0 || days == 0 || today.getYear() < standing.year()) return null;
    String by = texts.of("credit.outlook.by", Times.text(standing.by()), days);
    if (line.planned() == 0) return by;
    String planned = line.missingAfterPlan() == 0 ? texts.of("credit.outlook.enough", Hundredths.text(line.planned())) : texts.of("credit.outlook.planned", Hundredths.text(line.planned()), Hundredths.text(line.missingAfterPlan()));
    return planned + " " + by;
  }

  /** The law, its article, and 待核 where nobody has verified that it still holds. */
  public static String basis(CreditRules.Need need, Texts texts) {
    return need.law() + (need.article() == null ? "" : need.article()) + (need.verified() ? "" : texts.get("credit.unverified"));
  }
}
