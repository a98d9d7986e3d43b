package cn.lianbing.training.web;

import cn.lianbing.credit.Bucket;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import cn.lianbing.roster.Lecturers;
import cn.lianbing.training.Clashes;
import cn.lianbing.training.Form;
import cn.lianbing.training.SeriesKeeping;
import cn.lianbing.training.SessionMaterials;
import cn.lianbing.training.SessionPlanning;
import cn.lianbing.training.TrainingSeries;
import cn.lianbing.training.TrainingSessions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** One session at its organiser's desk: planning it, having it approved, its materials. */
@Named
@ViewScoped
public class SessionPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject TrainingSessions sessions;
  @Inject SessionPlanning planning;
  @Inject SessionMaterials materials;
  @Inject SeriesKeeping series;
  @Inject Lecturers lecturers;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private String askedDay;
  private Long id;
  private SessionForm form;
  private boolean despite;
  private String reason;
  private transient Part file;
  private transient TrainingSessions.Row row;

  public void enter() {
    messages.found(() -> {
      if (form != null) return;
      if (asked != null) id = NotFound.id("trainingSession", asked);
      else if (!user.caller().hasAny("TRAINER", "UNIT_ADMIN")) throw new NotFound("trainingSession", "-");
      form = id == null ? SessionForm.empty(day(), user.caller().unitId()) : SessionForm.of(sessions.get(user.caller(), id), sessions.lecturers(id), sessions.audience(id));
    });
  }

  private LocalDate day() {
    try {
      if (askedDay != null) return LocalDate.parse(askedDay);
    } catch (DateTimeException e) {
      askedDay = null; // then a week from now
    }
    return clock.instant().atZone(Times.ZONE).toLocalDate().plusDays(7);
  }

  /** Null for a new one. */
  public TrainingSessions.Row getRow() {
    if (row == null && id != null) row = sessions.row(user.caller(), id);
    return row;
  }

  public String getReturned() {
    return id == null ? null : sessions.get(user.caller(), id).reason();
  }

  public boolean isEditable() {
    return id == null || open() && sessions.keeps(user.caller(), getRow().hostUnitId());
  }

  private boolean open() {
    return switch (getRow().state()) {
      case DRAFT, SUBMITTED, PUBLISHED -> true;
      case HELD, CLOSED, CANCELLED -> false;
    };
  }

  public boolean isApprover() {
    return sessions.approves(user.caller(), id == null ? user.caller().unitId() : getRow().hostUnitId());
  }

  public boolean isIn(String state) {
    return id == null ? state.equals("NEW") : getRow().state().name().equals(state);
  }

  public List<Clashes.Clash> getClashes() {
    return id != null && isEditable() ? planning.clashes(user.caller(), id) : List.of();
  }

  public String sentence(Clashes.Clash clash) {
    return texts.texts().of("refused." + clash.code(), clash.args().toArray());
  }

  /** Keeps the draft, or changes what stands in the calendar. */
  public String save() {
    boolean fresh = id == null;
    boolean done = messages.tried(() -> {
      if (fresh) id = planning.draft(user.caller(), form.plan());
      else planning.change(user.caller(), id, form.plan(), despite);
    });
    if (!done) return null;
    messages.done(fresh ? "training.page.drafted" : "training.page.saved", form.getTitle());
    return again();
  }

  public String submit() {
    return act(() -> planning.submit(user.caller(), id), "training.page.submitted");
  }

  public String publish() {
    return act(() -> planning.publish(user.caller(), id, despite), "training.page.published");
  }

  public String giveBack() {
    return act(() -> planning.giveBack(user.caller(), id, reason), "training.page.givenBack");
  }

  public String cancel() {
    return act(() -> planning.cancel(user.caller(), id, reason), "training.page.cancelled");
  }

  private String act(Messages.Action action, String done) {
    row = null;
    if (!messages.tried(action)) return null;
    messages.done(done, form.getTitle());
    return again();
  }

  private String again() {
    return "/staff/training/session.xhtml?id=" + id + "&faces-redirect=true";
  }

  public List<SessionMaterials.Row> getMaterials() {
    return id == null ? List.of() : materials.of(user.caller(), id);
  }

  public String attach() {
    boolean done = messages.tried(() -> {
      Attachment attached = AttachedFile.of("file", file);
      if (attached == null) throw Invalid.field("file", "required");
      materials.add(user.caller(), id, attached);
    });
    return done ? again() : null;
  }

  public String detach(long materialId) {
    return messages.tried(() -> materials.remove(user.caller(), id, materialId)) ? again() : null;
  }

  public List<Units.Row> getHosts() {
    return units.within(user.caller());
  }

  /** Anybody may be invited and any place used, so all units are named. */
  public List<Units.Row> getAllUnits() {
    return units.within(user.caller().hasAny("TRAINER", "UNIT_ADMIN") ? Caller.system() : user.caller());
  }

  public List<Lecturers.Row> getRoster() {
    return lecturers.appointedOn(form.getFrom() == null ? day() : form.getFrom().toLocalDate());
  }

  public List<SeriesKeeping.Row> getSeries() {
    return series.all().stream().filter(one -> one.state() == TrainingSeries.State.OPEN || one.id() == (form.getSeriesId() == null ? 0 : form.getSeriesId())).toList();
  }

  public Form[] getForms() {
    return Form.values();
  }

  public Bucket[] getBuckets() {
    return Bucket.values();
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getAskedDay() {
    return askedDay;
  }

  public void setAskedDay(String askedDay) {
    this.askedDay = askedDay;
  }

  public Long getId() {
    return id;
  }

  public SessionForm getForm() {
    return form;
  }

  public boolean isDespite() {
    return despite;
  }

  public void setDespite(boolean despite) {
    this.despite = despite;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
