package cn.lianbing.training.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import cn.lianbing.training.Clashes;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionPlanning;
import cn.lianbing.training.Townships;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The calendar of sessions, what one of them is, and where the year's went. The address holds what is shown. */
@Named
@ViewScoped
public class SessionsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject TrainingSessions sessions;
  @Inject SessionPlanning planning;
  @Inject Townships townships;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String askedDay;
  private String view = "month";
  private Long township;
  private Form form;
  private Long chosenId;
  private boolean people;
  private LocalDate day;
  private Long movingId;
  private String movingDay;
  private LocalDateTime movingTo;
  private boolean despite;
  private transient List<TrainingSessions.Row> rows;
  private transient TrainingSessions.Row chosen;

  /** A square of the calendar. @param out of the month that is shown */
  public record Day(LocalDate date, boolean out, boolean today, List<TrainingSessions.Row> events) implements Serializable {}

  @PostConstruct
  void begin() {
    day = clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  public void enter() {
    if (!List.of("month", "week", "list").contains(view)) view = "month";
    try {
      if (askedDay != null) day = LocalDate.parse(askedDay);
      else if (getChosen() != null) day = getChosen().from().atZone(Times.ZONE).toLocalDate();
    } catch (DateTimeException e) {
      askedDay = null; // then today
    }
  }

  private LocalDate first() {
    if (view.equals("week")) return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = day.withDayOfMonth(1);
    return view.equals("list") ? first : first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private LocalDate last() {
    if (view.equals("week")) return first().plusDays(6);
    LocalDate last = YearMonth.from(day).atEndOfMonth();
    return view.equals("list") ? last : last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  public List<TrainingSessions.Row> getRows() {
    if (rows == null) rows = sessions.calendar(user.caller(), new TrainingSessions.Filter(start(first()), start(last().plusDays(1)), form, township, null, null, null));
    return rows;
  }

  public List<List<Day>> getWeeks() {
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    List<List<Day>> weeks = new ArrayList<>();
    for (LocalDate monday = first(); !monday.isAfter(last()); monday = monday.plusWeeks(1)) {
      List<Day> week = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        LocalDate date = monday.plusDays(i);
        week.add(new Day(date, view.equals("month") && date.getMonthValue() != day.getMonthValue(), date.equals(today), getRows().stream().filter(row -> row.from().atZone(Times.ZONE).toLocalDate().equals(date)).toList()));
      }
      weeks.add(week);
    }
    return weeks;
  }

  /** The calendar's own class for a session: its form and whether it is over. */
  public String style(TrainingSessions.Row row) {
    return "ev" + (row.form() == Form.MICRO_TALK ? "" : " ev-class") + (row.over() || row.state() == TrainingSession.State.CANCELLED ? " ev-done" : "") + (row.state() == TrainingSession.State.DRAFT || row.state() == TrainingSession.State.SUBMITTED ? " ev-draft" : "");
  }

  public TrainingSessions.Row getChosen() {
    if (chosenId == null) return null;
    if (chosen == null && !messages.tried(() -> chosen = sessions.row(user.caller(), chosenId))) chosenId = null;
    return chosen;
  }

  public boolean isKeeper() {
    return getChosen() != null && sessions.keeps(user.caller(), getChosen().hostUnitId());
  }

  public boolean isOrganiser() {
    return user.caller().hasAny("TRAINER", "UNIT_ADMIN");
  }

  public boolean movable(TrainingSessions.Row row) {
    return !row.over() && row.state() != TrainingSession.State.CANCELLED && isOrganiser() && sessions.keeps(user.caller(), row.hostUnitId());
  }

  public List<Clashes.Clash> getClashes() {
    return isKeeper() && movable(getChosen()) ? planning.clashes(user.caller(), chosenId) : List.of();
  }

  public String sentence(Clashes.Clash clash) {
    return texts.texts().of("refused." + clash.code(), clash.args().toArray());
  }

  /** Townships where this year no session took place yet. */
  public String getNotReached() {
    return getTiles().stream().filter(tile -> tile.sessions() == 0).map(Townships.Tile::fullName).collect(Collectors.joining("、"));
  }

  public List<Townships.Tile> getTiles() {
    return townships.of(day.getYear(), people);
  }

  public int getTownshipsReached() {
    return (int) getTiles().stream().filter(tile -> tile.sessions() > 0).count();
  }

  public int getSessionsHeld() {
    return getTiles().stream().mapToInt(Townships.Tile::sessions).sum();
  }

  public int getPeopleReached() {
    return getTiles().stream().mapToInt(Townships.Tile::people).sum();
  }

  /** What was dropped on another day keeps its time of day. */
  public void drop() {
    messages.tried(() -> {
      TrainingSessions.Row row = sessions.row(user.caller(), movingId);
      LocalDateTime to = LocalDate.parse(movingDay).atTime(row.from().atZone(Times.ZONE).toLocalTime());
      move(row, to);
    });
    again();
  }

  /** By the form beside the calendar, for whoever does not drag. */
  public void moveTo() {
    messages.tried(() -> {
      if (movingTo == null) throw Invalid.field("movingTo", "required");
      move(getChosen(), movingTo);
    });
    again();
  }

  private void move(TrainingSessions.Row row, LocalDateTime to) {
    planning.move(user.caller(), row.id(), to.atZone(Times.ZONE).toInstant(), despite);
    messages.done("training.moved", row.title(), Times.text(to.atZone(Times.ZONE).toInstant()));
  }

  private void again() {
    rows = null;
    chosen = null;
    movingTo = null;
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(Times.ZONE).toInstant();
  }

  public LocalDate getBefore() {
    return view.equals("week") ? day.minusWeeks(1) : day.minusMonths(1).withDayOfMonth(1);
  }

  public LocalDate getAfter() {
    return view.equals("week") ? day.plusWeeks(1) : day.plusMonths(1).withDayOfMonth(1);
  }

  public Instant getMonth() {
    return start(day);
  }

  public LocalDate getFirst() {
    return first();
  }

  public LocalDate getLast() {
    return last();
  }

  /** The address of the same page with what is shown; day, view, township, form, session, colour. */
  public String query(Object newDay, String newView, Long newTownship, Long newChosen) {
    return "?day=" + newDay + "&view=" + newView + (newTownship == null ? "" : "&township=" + newTownship) + (form == null ? "" : "&form=" + form) + (newChosen == null ? "" : "&session=" + newChosen) + (people ? "&people=true" : "");
  }

  public Form[] getForms() {
    return Form.values();
  }

  public String getAskedDay() {
    return askedDay;
  }

  public void setAskedDay(String askedDay) {
    this.askedDay = askedDay;
  }

  public LocalDate getDay() {
    return day;
  }

  public String getView() {
    return view;
  }

  public void setView(String view) {
    this.view = view;
  }

  public Long getTownship() {
    return township;
  }

  public void setTownship(Long township) {
    this.township = township;
  }

  public Form getForm() {
    return form;
  }

  public void setForm(Form form) {
    this.form = form;
  }

  public Long getChosenId() {
    return chosenId;
  }

  public void setChosenId(Long chosenId) {
    this.chosenId = chosenId;
  }

  public boolean isPeople() {
    return people;
  }

  public void setPeople(boolean people) {
    this.people = people;
  }

  public Long getMovingId() {
    return movingId;
  }

  public void setMovingId(Long movingId) {
    this.movingId = movingId;
  }

  public String getMovingDay() {
    return movingDay;
  }

  public void setMovingDay(String movingDay) {
    this.movingDay = movingDay;
  }

  public LocalDateTime getMovingTo() {
    return movingTo;
  }

  public void setMovingTo(LocalDateTime movingTo) {
    this.movingTo = movingTo;
  }

  public boolean isDespite() {
    return despite;
  }

  public void setDespite(boolean despite) {
    this.despite = despite;
  }
}
