package cn.lianbing.competition.web;

import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.award.Award;
import cn.lianbing.competition.award.Awarding;
import cn.lianbing.competition.award.Quota;
import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.ListSheet;
import cn.lianbing.competition.ranking.PersonRow;
import cn.lianbing.competition.ranking.RankingList;
import cn.lianbing.competition.ranking.RankingLists;
import cn.lianbing.competition.ranking.UnitRow;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A list of places: staff, officers and the public see the same page, each what they may read. */
@Named
@ViewScoped
public class CompetitionListPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 50;
  @Inject ListReading reading;
  @Inject RankingLists lists;
  @Inject Awarding awarding;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String asked;
  private String page;
  private ListReading.ListPart part;
  private ListReading.ListPart own;
  private String reason;
  private Integer first = 1;
  private Integer second = 2;
  private Integer third = 3;

  public void enter() {
    messages.found(() -> {
      long id = NotFound.id("rankingList", asked);
      part = reading.page(caller(), id, new Page.Request(number(), SIZE));
      own = reading.own(caller(), id).orElse(null);
    });
  }

  /** On an officer's page and in public an administrator reads like anybody else there. */
  private Caller caller() {
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return view.startsWith("/staff/") ? user.caller() : view.startsWith("/officer/") ? user.caller().only("OFFICER") : Caller.anonymous(user.caller().address());
  }

  public String confirm() {
    if (!messages.tried(() -> lists.confirm(user.caller(), part.list().id(), reason))) return null;
    messages.done("competition.list.confirmed");
    return "/staff/competition/list.xhtml?faces-redirect=true&id=" + part.list().id();
  }

  public String award() {
    if (!messages.tried(() -> awarding.grant(user.caller(), part.list().id(), List.of(new Quota(Award.Code.FIRST, count(first)), new Quota(Award.Code.SECOND, count(second)), new Quota(Award.Code.THIRD, count(third)))))) return null;
    messages.done("competition.award.given");
    return "/staff/competition/competition.xhtml?faces-redirect=true&id=" + part.list().competitionId();
  }

  private static int count(Integer number) {
    return number == null ? 0 : number;
  }

  public boolean isManager() {
    return Competitions.manages(user.caller());
  }

  public boolean isProvisional() {
    return part.list().state() == RankingList.State.PROVISIONAL;
  }

  public boolean isConfirmed() {
    return part.list().state() == RankingList.State.CONFIRMED;
  }

  public String getTitle() {
    return ListSheet.title(part.list(), texts.texts());
  }

  public String getState() {
    return ListSheet.state(part.list(), texts.texts());
  }

  public String getTotals() {
    return ListSheet.totals(part.list(), texts.texts());
  }

  public List<String> getRules() {
    return ListSheet.rules(part.list(), texts.texts());
  }

  public String whyPerson(PersonRow row) {
    return ListSheet.why(row, texts.texts());
  }

  public String whyUnit(UnitRow row) {
    return ListSheet.why(row, part.list().head(), texts.texts());
  }

  public String plusOne(Integer rank, Integer plusOne) {
    return ListSheet.plusOne(rank, plusOne, texts.texts());
  }

  /** Against last year: 升 2 位, 降 1 位, 持平; nothing where it is not known. */
  public String progress(Integer places) {
    if (places == null) return "—";
    return places == 0 ? texts.get("competition.progress.same") : texts.of(places > 0 ? "competition.progress.up" : "competition.progress.down", Math.abs(places));
  }

  public String score(int hundredths) {
    return Hundredths.text(hundredths);
  }

  public String used(long millis) {
    return millis == 0 ? "—" : ListSheet.used(millis);
  }

  public int getPages() {
    return (int) Math.max(1, (part.total() + SIZE - 1) / SIZE);
  }

  public int number() {
    return page == null || !page.matches("[1-9]\\d{0,5}") ? 1 : Integer.parseInt(page);
  }

  public int getNumber() {
    return number();
  }

  public ListReading.ListPart getPart() {
    return part;
  }

  /** Null where neither the caller nor the caller's unit is in it. */
  public ListReading.ListPart getOwn() {
    return own;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getPage() {
    return page;
  }

  public void setPage(String page) {
    this.page = page;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Integer getFirst() {
    return first;
  }

  public void setFirst(Integer first) {
    this.first = first;
  }

  public Integer getSecond() {
    return second;
  }

  public void setSecond(Integer second) {
    this.second = second;
  }

  public Integer getThird() {
    return third;
  }

  public void setThird(Integer third) {
    this.third = third;
  }
}
