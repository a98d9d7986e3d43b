package cn.lianbing.annex.web;

import cn.lianbing.annex.Annex;
import cn.lianbing.annex.AnnexCompiling;
import cn.lianbing.annex.AnnexEditions;
import cn.lianbing.annex.AnnexEntering;
import cn.lianbing.annex.Counts;
import cn.lianbing.annex.Period;
import cn.lianbing.annex.Template;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The annex of a period while it is put together: its text, each figure opening into its records, what is entered, the checks. The address holds what is shown. */
@Named
@ViewScoped
public class AnnexPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int YEARS = 4;
  @Inject AnnexCompiling compiling;
  @Inject AnnexEntering entering;
  @Inject AnnexEditions editions;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private LocalDate from;
  private LocalDate to;
  private String opened;
  private BigDecimal number;
  private String words;
  private String source;
  private String note;
  private transient Annex annex;
  private transient Counts.Records records;
  private transient Map<String, AnnexEntering.Entered> entered;

  @PostConstruct
  void begin() {
    Period year = Period.year(today().getYear());
    from = year.from();
    to = year.to();
  }

  /** Shows in the form what was entered. */
  public void enter() {
    AnnexEntering.Entered known = getOpenedLine() == null ? null : getEntered().get(opened);
    if (known == null) return;
    number = known.number();
    words = known.words();
    source = known.source();
  }

  private Period period() {
    return new Period(from, to);
  }

  /** The year's, where the days that were asked for are no period. */
  public Annex getAnnex() {
    if (annex == null && !messages.tried(() -> annex = compiling.annex(user.caller(), period()))) {
      begin();
      messages.found(() -> annex = compiling.annex(user.caller(), period()));
    }
    return annex;
  }

  /** Of the section's. */
  public List<Annex.Line> lines(String section) {
    return getAnnex().lines().stream().filter(one -> one.figure().section().equals(section)).toList();
  }

  /** Every section that has figures, those that do not stand in the text too. */
  public List<Template.Section> getSections() {
    return Template.usual().sections();
  }

  /** Null where none is opened. */
  public Annex.Line getOpenedLine() {
    return opened == null ? null : getAnnex().lines().stream().filter(one -> one.figure().code().equals(opened)).findFirst().orElse(null);
  }

  /** Null where the figure is entered by hand alone. */
  public Counts.Records getRecords() {
    if (getOpenedLine() == null) return null;
    if (records == null) messages.found(() -> records = compiling.records(user.caller(), period(), opened).orElse(null));
    return records;
  }

  /** A code in a record as people say it. */
  public String cell(String column, String cell) {
    String key = column.replaceFirst(".*\\.", "") + "." + cell;
    for (String prefix : List.of("annex.cell.", "casefile.", "certificate.")) if (texts.texts().has(prefix + key)) return texts.get(prefix + key);
    return cell;
  }

  public Map<String, AnnexEntering.Entered> getEntered() {
    if (entered == null) entered = entering.of(user.caller(), period());
    return entered;
  }

  /** The sentence of a check: both sides with their figures. */
  public String sentence(Annex.Judged one) {
    return texts.of("annex.check", side(one.check().these(), one.left()), side(one.check().atMost(), one.right()));
  }

  private String side(List<String> codes, BigDecimal sum) {
    String names = codes.stream().map(code -> texts.get("annex.figure." + code)).collect(Collectors.joining(" + "));
    return names + " " + (sum == null ? texts.get("annex.unknown") : sum.toPlainString());
  }

  /** +3, −2, or nothing. */
  public String change(Annex.Line line) {
    BigDecimal change = line.change();
    if (change == null || change.signum() == 0) return "";
    return (change.signum() > 0 ? "+" : "−") + change.abs().toPlainString();
  }

  public List<AnnexEditions.Row> getEditions() {
    return editions.all(user.caller(), null);
  }

  public String save() {
    return then(() -> entering.enter(user.caller(), period(), opened, number, words, source), "annex.done.entered");
  }

  public String clear() {
    return then(() -> entering.clear(user.caller(), period(), opened), "annex.done.cleared");
  }

  public String freeze() {
    long[] id = new long[1];
    if (!messages.tried(() -> id[0] = editions.freeze(user.caller(), period(), note))) return null;
    messages.done("annex.done.frozen");
    return "/staff/annex/edition.xhtml?faces-redirect=true&id=" + id[0];
  }

  private String then(Messages.Action action, String done) {
    if (!messages.tried(action)) return null;
    messages.done(done);
    return "/staff/annex/annex.xhtml?faces-redirect=true&from=" + from + "&to=" + to + "&figure=" + opened;
  }

  public boolean isKeeper() {
    return AnnexEntering.keeps(user.caller());
  }

  /** The address of what is shown. @param figure null: none opened */
  public String query(String figure) {
    return "?from=" + from + "&to=" + to + (figure == null ? "" : "&figure=" + figure);
  }

  public String yearQuery(int year) {
    return "?from=" + year + "-01-01&to=" + year + "-12-31";
  }

  public List<Integer> getYears() {
    int now = today().getYear();
    return IntStream.range(0, YEARS).mapToObj(i -> now - i).toList();
  }

  public boolean isYear(int year) {
    return period().equals(Period.year(year));
  }

  public void look() {
    annex = null;
    records = null;
    opened = null;
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    if (from != null) this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    if (to != null) this.to = to;
  }

  public String getOpened() {
    return opened;
  }

  public void setOpened(String opened) {
    this.opened = opened;
  }

  public BigDecimal getNumber() {
    return number;
  }

  public void setNumber(BigDecimal number) {
    this.number = number;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
