package cn.lianbing.roster.web;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import cn.lianbing.roster.LecturerSearch;
import cn.lianbing.roster.Lectures;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Who can speak on a topic, there, then. */
@Named
@ViewScoped
public class LecturerSearchPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject LecturerSearch search;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String topic;
  private Long unitId;
  private LocalDate day;
  private String from = "09:00";
  private String to = "11:30";
  private List<LecturerSearch.Candidate> found;

  /** Next Thursday morning is proposed; what the address says is looked for at once. */
  public void load() {
    boolean asked = topic != null || unitId != null || day != null;
    if (day == null) day = clock.instant().atZone(Times.ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(3);
    if (asked) find();
  }

  public void find() {
    found = null;
    messages.tried(() -> found = search.find(user.caller(), new LecturerSearch.Ask(topic, unitId, at("from", from), at("to", to))));
  }

  private Instant at(String field, String time) {
    LocalTime parsed = LecturerTimesPage.time(field, time);
    if (day == null) throw Invalid.field("day", "required");
    return parsed == null ? null : day.atTime(parsed).atZone(Times.ZONE).toInstant();
  }

  public String why(LecturerSearch.Reason reason) {
    return LecturerSearch.text(reason, texts.texts());
  }

  public String against(Lectures.Objection objection) {
    return LecturerSearch.text(objection, texts.texts());
  }

  public List<LecturerSearch.Candidate> getFitting() {
    return candidates().filter(one -> one.possible() && one.onTopic()).toList();
  }

  public List<LecturerSearch.Candidate> getOthers() {
    return candidates().filter(one -> one.possible() && !one.onTopic()).toList();
  }

  public List<LecturerSearch.Candidate> getExcluded() {
    return candidates().filter(one -> !one.possible()).toList();
  }

  private Stream<LecturerSearch.Candidate> candidates() {
    return found == null ? Stream.empty() : found.stream();
  }

  public boolean isSearched() {
    return found != null;
  }

  public List<Units.Row> getAllUnits() {
    return units.within(Caller.system()).stream().filter(one -> one.state() == Unit.State.ACTIVE).toList();
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
