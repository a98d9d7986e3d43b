package cn.lianbing.credit.web;

import cn.lianbing.credit.CreditLedger;
import cn.lianbing.credit.CreditStatement;
import cn.lianbing.credit.Credits;
import cn.lianbing.credit.OutsideCredits;
import cn.lianbing.credit.Standing;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** One officer's ledger at the training desk: to read, and to take an entry back. */
@Named
@ViewScoped
public class OfficerCreditsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Credits credits;
  @Inject CreditLedger ledger;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private String askedYear;
  private long officerId;
  private int year;
  private Credits.Holder holder;
  private Credits.Line chosen;
  private String reason;
  private transient Standing standing;
  private transient List<Credits.Line> lines;

  public void enter() {
    messages.found(() -> {
      officerId = NotFound.id("officer", asked);
      int now = Credits.year(clock.instant());
      year = askedYear != null && askedYear.matches("20\\d\\d") ? Integer.parseInt(askedYear) : now;
      holder = credits.holder(user.caller(), officerId);
    });
  }

  public Standing getStanding() {
    if (standing == null) standing = credits.standing(user.caller(), officerId, year);
    return standing;
  }

  public List<Credits.Line> getLines() {
    if (lines == null) lines = credits.lines(user.caller(), officerId, year);
    return lines;
  }

  public String sentence(Standing.Line line) {
    return CreditStatement.sentence(line, texts.texts());
  }

  /** What is planned, and how long there is to make up the rest; null where nothing is missing. */
  public String outlook(Standing.Line line) {
    return CreditStatement.outlook(line, getStanding(), clock.instant().atZone(Times.ZONE).toLocalDate(), texts.texts());
  }

  public boolean isManager() {
    return OutsideCredits.decides(user.caller());
  }

  public void ask(Credits.Line line) {
    chosen = line;
    reason = null;
  }

  /** Takes the chosen entry back. */
  public void reverse() {
    if (!messages.tried(() -> ledger.reverse(user.caller(), officerId, chosen.id(), reason))) return;
    standing = null;
    lines = null;
    messages.done("credit.reversed", chosen.title());
  }

  public List<Integer> getYears() {
    int now = Credits.year(clock.instant());
    return List.of(now, now - 1, now - 2, now - 3, now - 4);
  }

  public void look() {
    standing = null;
    lines = null;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getAskedYear() {
    return askedYear;
  }

  public void setAskedYear(String askedYear) {
    this.askedYear = askedYear;
  }

  public long getOfficerId() {
    return officerId;
  }

  public int getYear() {
    return year;
  }

  public void setYear(int year) {
    this.year = year;
  }

  public Credits.Holder getHolder() {
    return holder;
  }

  public Credits.Line getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
