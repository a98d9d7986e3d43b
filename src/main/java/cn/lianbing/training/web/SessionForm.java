package cn.lianbing.training.web;

import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Times;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionPlan;
import cn.lianbing.training.TrainingSession;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the page of a session has typed in. */
public class SessionForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private String title;
  private Form form = Form.MICRO_TALK;
  private String topic;
  private String basis;
  private String description;
  private Long seriesId;
  private Long hostUnitId;
  private Long cohostUnitId;
  private Long placeUnitId;
  private String place;
  private LocalDateTime from;
  private LocalDateTime to;
  private Integer seats;
  private boolean restricted;
  private LocalDateTime enrolUntil;
  private LocalDateTime cancelUntil;
  private Bucket bucket = Bucket.PROFESSIONAL;
  private boolean checkInCode;
  private List<Long> lecturers = new ArrayList<>();
  private Map<Long, Boolean> audience = new LinkedHashMap<>();

  static SessionForm empty(LocalDate day, Long hostUnitId) {
    SessionForm form = new SessionForm();
    form.hostUnitId = hostUnitId;
    form.from = day.atTime(9, 0);
    form.to = day.atTime(11, 15);
    return form;
  }

  static SessionForm of(TrainingSession session, List<Long> lecturers, Set<Long> audience) {
    SessionForm form = new SessionForm();
    form.title = session.title();
    form.form = session.form();
    form.topic = session.topic();
    form.basis = session.basis();
    form.description = session.description();
    form.seriesId = session.seriesId();
    form.hostUnitId = session.hostUnitId();
    form.cohostUnitId = session.cohostUnitId();
    form.placeUnitId = session.placeUnitId();
    form.place = session.place();
    form.from = local(session.from());
    form.to = local(session.to());
    form.seats = session.seats();
    form.restricted = session.restricted();
    form.enrolUntil = local(session.enrolUntil());
    form.cancelUntil = local(session.cancelUntil());
    form.bucket = session.bucket();
    form.checkInCode = session.checkInCode();
    form.lecturers = new ArrayList<>(lecturers);
    audience.forEach(unit -> form.audience.put(unit, true));
    return form;
  }

  /** @throws cn.lianbing.platform.Invalid as {@link SessionPlan} */
  SessionPlan plan() {
    Set<Long> units = new HashSet<>();
    audience.forEach((unit, chosen) -> {
      if (Boolean.TRUE.equals(chosen)) units.add(unit);
    });
    long placeUnit = placeUnitId == null ? hostUnitId : placeUnitId;
    return new SessionPlan(title, form, topic, basis, description, seriesId, hostUnitId, cohostUnitId, placeUnit, place, instant(from), instant(to), seats, restricted, instant(enrolUntil), instant(cancelUntil), bucket, checkInCode, lecturers, units);
  }

  private static LocalDateTime local(Instant time) {
    return time == null ? null : time.atZone(Times.ZONE).toLocalDateTime();
  }

  private static Instant instant(LocalDateTime time) {
    return time == null ? null : time.atZone(Times.ZONE).toInstant();
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public Form getForm() {
    return form;
  }

  public void setForm(Form form) {
    this.form = form;
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public Long getSeriesId() {
    return seriesId;
  }

  public void setSeriesId(Long seriesId) {
    this.seriesId = seriesId;
  }

  public Long getHostUnitId() {
    return hostUnitId;
  }

  public void setHostUnitId(Long hostUnitId) {
    this.hostUnitId = hostUnitId;
  }

  public Long getCohostUnitId() {
    return cohostUnitId;
  }

  public void setCohostUnitId(Long cohostUnitId) {
    this.cohostUnitId = cohostUnitId;
  }

  public Long getPlaceUnitId() {
    return placeUnitId;
  }

  public void setPlaceUnitId(Long placeUnitId) {
    this.placeUnitId = placeUnitId;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(LocalDateTime from) {
    this.from = from;
  }

  public LocalDateTime getTo() {
    return to;
  }

  public void setTo(LocalDateTime to) {
    this.to = to;
  }

  public Integer getSeats() {
    return seats;
  }

  public void setSeats(Integer seats) {
    this.seats = seats;
  }

  public boolean isRestricted() {
    return restricted;
  }

  public void setRestricted(boolean restricted) {
    this.restricted = restricted;
  }

  public LocalDateTime getEnrolUntil() {
    return enrolUntil;
  }

  public void setEnrolUntil(LocalDateTime enrolUntil) {
    this.enrolUntil = enrolUntil;
  }

  public LocalDateTime getCancelUntil() {
    return cancelUntil;
  }

  public void setCancelUntil(LocalDateTime cancelUntil) {
    this.cancelUntil = cancelUntil;
  }

  public Bucket getBucket() {
    return bucket;
  }

  public void setBucket(Bucket bucket) {
    this.bucket = bucket;
  }

  public boolean isCheckInCode() {
    return checkInCode;
  }

  public void setCheckInCode(boolean checkInCode) {
    this.checkInCode = checkInCode;
  }

  public List<Long> getLecturers() {
    return lecturers;
  }

  public void setLecturers(List<Long> lecturers) {
    this.lecturers = lecturers;
  }

  public Map<Long, Boolean> getAudience() {
    return audience;
  }
}
