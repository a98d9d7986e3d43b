package cn.lianbing.roster.web;

import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.roster.LoadBoard;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Locale;

/** How evenly a year's sessions lie on the lecturers. */
@Named
@ViewScoped
public class LecturerLoadPage implements Serializable {
  private static final int FIRST_YEAR = 2020;
  private static final long serialVersionUID = 1L;
  @Inject LoadBoard load;
  @Inject CurrentUser user;
  @Inject Clock clock;
  private String asked;
  private LoadBoard.Board board;

  public void load() {
    int now = clock.instant().atZone(Times.ZONE).getYear();
    int year = asked != null && asked.matches("20\\d\\d") ? Math.min(now + 1, Math.max(FIRST_YEAR, Integer.parseInt(asked))) : now;
    board = load.of(user.caller(), year);
  }

  public LoadBoard.Board getBoard() {
    return board;
  }

  public String getMean() {
    return String.format(Locale.ROOT, "%.1f", board.mean());
  }

  /** In hundredths of the longest bar. */
  public String share(double sessions) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * sessions / board.most());
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
