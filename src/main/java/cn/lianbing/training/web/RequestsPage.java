package cn.lianbing.training.web;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.training.DutyDays;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionRequests;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What units ask for, and when they are on duty. */
@Named
@ViewScoped
public class RequestsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject SessionRequests requests;
  @Inject DutyDays duty;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private LazyRows<SessionRequests.Row> rows;
  private SessionRequests.Row chosen;
  private String reason;
  private Long unitId;
  private String topic;
  private Form form = Form.MICRO_TALK;
  private LocalDate wishFrom;
  private LocalDate wishTo;
  private Integer people;
  private String why;
  private LocalDate dutyFrom;
  private LocalDate dutyTo;
  private String what;

  @PostConstruct
  void begin() {
    rows = new LazyRows<>(request -> requests.page(user.caller(), request), SessionRequests.Row::id);
    unitId = user.caller().unitId();
  }

  public boolean isDesk() {
    return user.caller().has("TRAINER");
  }

  public boolean isAsker() {
    return user.caller().hasAny("UNIT_ADMIN", "TRAINER");
  }

  public String ask() {
    if (!messages.tried(() -> requests.ask(user.caller(), new SessionRequests.Data(unitId, topic, form, wishFrom, wishTo, people == null ? 0 : people, why)))) return null;
    messages.done("training.request.asked");
    return "/staff/training/requests.xhtml?faces-redirect=true";
  }

  /** To the draft that it became. */
  public String accept(SessionRequests.Row row) {
    long[] session = new long[1];
    if (!messages.tried(() -> session[0] = requests.accept(user.caller(), row.id()))) return null;
    messages.done("training.request.accepted", row.unit());
    return "/staff/training/session.xhtml?id=" + session[0] + "&faces-redirect=true";
  }

  public void askToDecline(SessionRequests.Row row) {
    chosen = row;
    reason = null;
  }

  public void decline() {
    if (messages.tried(() -> requests.decline(user.caller(), chosen.id(), reason))) messages.done("training.request.declined", chosen.unit());
  }

  public void withdraw(SessionRequests.Row row) {
    if (messages.tried(() -> requests.withdraw(user.caller(), row.id()))) messages.done("training.request.withdrawn");
  }

  public List<DutyDays.Row> getDuty() {
    return duty.from(user.caller(), clock.instant().atZone(Times.ZONE).toLocalDate());
  }

  public String addDuty() {
    return messages.tried(() -> duty.add(user.caller(), unitId, dutyFrom, dutyTo, what)) ? "/staff/training/requests.xhtml?faces-redirect=true" : null;
  }

  public void removeDuty(long id) {
    messages.tried(() -> duty.remove(user.caller(), id));
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public Form[] getForms() {
    return Form.values();
  }

  public LazyRows<SessionRequests.Row> getRows() {
    return rows;
  }

  public SessionRequests.Row getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public Form getForm() {
    return form;
  }

  public void setForm(Form form) {
    this.form = form;
  }

  public LocalDate getWishFrom() {
    return wishFrom;
  }

  public void setWishFrom(LocalDate wishFrom) {
    this.wishFrom = wishFrom;
  }

  public LocalDate getWishTo() {
    return wishTo;
  }

  public void setWishTo(LocalDate wishTo) {
    this.wishTo = wishTo;
  }

  public Integer getPeople() {
    return people;
  }

  public void setPeople(Integer people) {
    this.people = people;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public LocalDate getDutyFrom() {
    return dutyFrom;
  }

  public void setDutyFrom(LocalDate dutyFrom) {
    this.dutyFrom = dutyFrom;
  }

  public LocalDate getDutyTo() {
    return dutyTo;
  }

  public void setDutyTo(LocalDate dutyTo) {
    this.dutyTo = dutyTo;
  }

  public String getWhat() {
    return what;
  }

  public void setWhat(String what) {
    this.what = what;
  }
}
