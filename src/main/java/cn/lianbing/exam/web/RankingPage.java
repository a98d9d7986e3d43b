package cn.lianbing.exam.web;

import cn.lianbing.exam.Boards;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.Ranking;
import cn.lianbing.exam.RankingSheet;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The boards of an exam, for officers and for those who hold it: officer/exam/ranking.xhtml and staff/exam/ranking.xhtml. */
@Named
@RequestScoped
public class RankingPage {
  private static final int PERSONS_A_PAGE = 50;
  private static final int PODIUM = 3;
  @Inject Boards boards;
  @Inject Exams exams;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private Long examId;
  private String by;
  private String kind;
  private String page;
  private Boards.View board;
  private boolean withheld;
  private List<Exams.Mine> choice;

  /** Of all units on the board together; rates in percent. */
  public record Total(int expected, int sat, BigDecimal sitRate, BigDecimal mean, BigDecimal passRate, BigDecimal excellentRate) {}

  public void enter() {
    messages.found(() -> {
      by = "unit".equals(by) ? "unit" : "person";
      Unit.Kind only = "DEPARTMENT".equals(kind) ? Unit.Kind.DEPARTMENT : "TOWNSHIP".equals(kind) ? Unit.Kind.TOWNSHIP : null;
      kind = only == null ? "" : only.name();
      examId = asked == null || asked.isEmpty() ? null : Long.valueOf(NotFound.id("exam", asked));
      if (examId == null) choice = exams.mine(caller());
      else try {
        board = boards.of(caller(), examId, only);
      } catch (Refused notReleased) {
        withheld = true;
      }
    });
  }

  private Caller caller() {
    boolean officersSide = FacesContext.getCurrentInstance().getViewRoot().getViewId().startsWith("/officer/");
    return officersSide ? user.caller().only("OFFICER") : user.caller();
  }

  public List<Ranking.PersonPlace> getPersons() {
    int from = (getNumber() - 1) * PERSONS_A_PAGE;
    return board.persons().subList(from, Math.min(from + PERSONS_A_PAGE, board.persons().size()));
  }

  public int getPages() {
    return Math.max(1, (board.persons().size() + PERSONS_A_PAGE - 1) / PERSONS_A_PAGE);
  }

  /** The page on which the own place is. */
  public int getOwnPage() {
    for (int i = 0; i < board.persons().size(); i++) if (mine(board.persons().get(i))) return i / PERSONS_A_PAGE + 1;
    return 1;
  }

  public boolean mine(Ranking.PersonPlace place) {
    return board.ownPlace() != null && place.entry().officerId() == board.ownPlace().entry().officerId();
  }

  public boolean mineUnit(Ranking.UnitPlace place) {
    return board.ownUnitId() != null && place.unit().unitId() == board.ownUnitId();
  }

  /** Null where it is not on this board. */
  public Ranking.UnitPlace getOwnUnit() {
    return board.units().stream().filter(this::mineUnit).findFirst().orElse(null);
  }

  /** Whether somebody else has the same place. */
  public boolean shared(Ranking.PersonPlace place) {
    return board.persons().stream().filter(one -> one.rank() == place.rank()).count() > 1;
  }

  public boolean sharedUnit(Ranking.UnitPlace place) {
    return place.rank() != null && board.units().stream().filter(one -> place.rank().equals(one.rank())).count() > 1;
  }

  public boolean top(Integer rank) {
    return rank != null && rank <= PODIUM;
  }

  public String whyPerson(Ranking.PersonPlace place) {
    return RankingSheet.why(place, texts.texts());
  }

  public String whyUnit(Ranking.UnitPlace place) {
    return RankingSheet.why(place, texts.texts());
  }

  public String used(long millis) {
    return RankingSheet.used(millis);
  }

  public Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  public int getFewest() {
    return Ranking.FEWEST_EXPECTED;
  }

  public Total getTotal() {
    int expected = 0;
    int sat = 0;
    int passed = 0;
    int excellent = 0;
    int sum = 0;
    for (Ranking.UnitPlace unit : board.units()) {
      expected += unit.expected();
      sat += unit.sat();
      passed += unit.passed();
      excellent += unit.excellent();
      sum += unit.scoreSum();
    }
    return new Total(expected, sat, part(sat * 100L, expected, 1), part(sum, sat * 10L, 2), part(passed * 100L, sat, 1), part(excellent * 100L, sat, 1));
  }

  private static BigDecimal part(long above, long below, int digits) {
    return below == 0 ? BigDecimal.ZERO.setScale(digits) : BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), digits, RoundingMode.HALF_UP);
  }

  public Instant getNow() {
    return clock.instant();
  }

  public boolean isUnits() {
    return by.equals("unit");
  }

  public Boards.View getBoard() {
    return board;
  }

  public boolean isWithheld() {
    return withheld;
  }

  public List<Exams.Mine> getChoice() {
    return choice;
  }

  /** Of the page of persons that is shown, from 1. */
  public int getNumber() {
    return page == null || !page.matches("\\d{1,6}") ? 1 : Math.max(1, Math.min(Integer.parseInt(page), getPages()));
  }

  public String getPage() {
    return page;
  }

  public void setPage(String page) {
    this.page = page;
  }

  public Long getExamId() {
    return examId;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getBy() {
    return by;
  }

  public void setBy(String by) {
    this.by = by;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }
}
