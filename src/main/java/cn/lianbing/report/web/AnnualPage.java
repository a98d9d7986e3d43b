package cn.lianbing.report.web;

import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import cn.lianbing.report.AnnualFigures;
import cn.lianbing.report.Figure;
import cn.lianbing.report.FiguresSheet;
import cn.lianbing.training.Form;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The annual report's figures, each opening into its records. The address holds what is shown. */
@Named
@ViewScoped
public class AnnualPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> NUMBERS = Set.of("attended", "sessions", "hours", "answers", "mean", "earned", "needed", "missing");
  @Inject AnnualFigures figures;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private LocalDate from;
  private LocalDate to;
  private Form form;
  private String opened;
  private transient List<AnnualFigures.Counted> counted;
  private transient AnnualFigures.Records records;

  @PostConstruct
  void begin() {
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    from = today.withDayOfYear(1);
    to = LocalDate.of(today.getYear(), 12, 31);
  }

  private AnnualFigures.Period period() {
    return new AnnualFigures.Period(from, to, form);
  }

  /** Columns whose figures stand below each other. */
  public boolean numeric(String column) {
    return NUMBERS.contains(column);
  }

  public List<AnnualFigures.Counted> getCounted() {
    if (counted == null && !messages.tried(() -> counted = figures.of(user.caller(), period()))) counted = List.of();
    return counted;
  }

  public String value(AnnualFigures.Counted one) {
    return FiguresSheet.value(one, texts.texts());
  }

  /** Null where no figure is opened. */
  public AnnualFigures.Records getRecords() {
    if (opened == null) return null;
    if (records == null) messages.found(() -> records = figures.records(user.caller(), period(), AnnualFigures.named(opened)));
    return records;
  }

  public List<List<String>> getRows() {
    return getRecords() == null ? List.of() : FiguresSheet.worded(getRecords(), texts.texts());
  }

  /** The address of what is shown. @param figure null: none opened */
  public String query(Figure figure) {
    return "?from=" + from + "&to=" + to + (form == null ? "" : "&form=" + form) + (figure == null ? "" : "&figure=" + figure);
  }

  public void look() {
    counted = null;
    records = null;
  }

  public Form[] getForms() {
    return Form.values();
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

  public Form getForm() {
    return form;
  }

  public void setForm(Form form) {
    this.form = form;
  }

  public String getOpened() {
    return opened;
  }

  public void setOpened(String opened) {
    this.opened = opened;
  }
}
