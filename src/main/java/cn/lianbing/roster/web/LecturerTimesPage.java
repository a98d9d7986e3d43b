package cn.lianbing.roster.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.roster.LecturerTimes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Leave and free times, on the lecturer's own page and on the desk's; the page says of whom. */
@Named
@ViewScoped
public class LecturerTimesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject LecturerTimes times;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private LocalDate leaveFrom;
  private LocalDate leaveTo;
  private String leaveReason;
  private Integer weekday;
  private LocalDate freeOn;
  private String freeFrom;
  private String freeTo;

  public List<LecturerTimes.LeaveRow> leaves(long lecturerId) {
    // 0 while Faces walks through a part of the page that is not shown.
    return lecturerId == 0 ? List.of() : times.leaves(user.caller(), lecturerId);
  }

  public List<LecturerTimes.FreeRow> free(long lecturerId) {
    return lecturerId == 0 ? List.of() : times.free(user.caller(), lecturerId);
  }

  public void addLeave(long lecturerId) {
    if (!messages.tried(() -> times.addLeave(user.caller(), lecturerId, leaveFrom, leaveTo, leaveReason))) return;
    leaveFrom = null;
    leaveTo = null;
    leaveReason = null;
    messages.done("roster.times.saved");
  }

  public void removeLeave(long leave) {
    messages.tried(() -> times.removeLeave(user.caller(), leave));
  }

  public void addFree(long lecturerId) {
    if (!messages.tried(() -> times.addFree(user.caller(), lecturerId, weekday, freeOn, time("freeFrom", freeFrom), time("freeTo", freeTo)))) return;
    weekday = null;
    freeOn = null;
    messages.done("roster.times.saved");
  }

  public void removeFree(long time) {
    messages.tried(() -> times.removeFree(user.caller(), time));
  }

  static LocalTime time(String field, String text) {
    if (text == null || text.isBlank()) return null;
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw Invalid.field(field, "lecturer.time");
    }
  }

  public LocalDate getLeaveFrom() {
    return leaveFrom;
  }

  public void setLeaveFrom(LocalDate leaveFrom) {
    this.leaveFrom = leaveFrom;
  }

  public LocalDate getLeaveTo() {
    return leaveTo;
  }

  public void setLeaveTo(LocalDate leaveTo) {
    this.leaveTo = leaveTo;
  }

  public String getLeaveReason() {
    return leaveReason;
  }

  public void setLeaveReason(String leaveReason) {
    this.leaveReason = leaveReason;
  }

  public Integer getWeekday() {
    return weekday;
  }

  public void setWeekday(Integer weekday) {
    this.weekday = weekday;
  }

  public LocalDate getFreeOn() {
    return freeOn;
  }

  public void setFreeOn(LocalDate freeOn) {
    this.freeOn = freeOn;
  }

  public String getFreeFrom() {
    return freeFrom;
  }

  public void setFreeFrom(String freeFrom) {
    this.freeFrom = freeFrom;
  }

  public String getFreeTo() {
    return freeTo;
  }

  public void setFreeTo(String freeTo) {
    this.freeTo = freeTo;
  }
}
