package cn.lianbing.casefile.web;

import cn.lianbing.casefile.Desk;
import cn.lianbing.casefile.LetterWriting;
import cn.lianbing.casefile.SupervisionLetter;
import cn.lianbing.casefile.SupervisionLetters;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;

/** One letter: what it says, what was done with it, and what may be done next. */
@Named
@ViewScoped
public class LetterPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 15;
  @Inject SupervisionLetters letters;
  @Inject LetterWriting writing;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private Long id;
  private String report;
  private String reason;
  private LocalDate newDeadline;
  private SupervisionLetter.Measure measure = SupervisionLetter.Measure.CORRECT;
  private String content;
  private String number;
  private LocalDate deadline;
  private transient SupervisionLetters.Whole whole;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("supervisionLetter", asked);
      whole = letters.whole(user.caller(), id);
    });
    deadline = clock.instant().atZone(Times.ZONE).toLocalDate().plusDays(USUAL_DAYS);
  }

  public SupervisionLetters.Whole getWhole() {
    if (whole == null && id != null) whole = letters.whole(user.caller(), id);
    return whole;
  }

  public boolean isDesk() {
    return Desk.is(user.caller());
  }

  public boolean isDeskReader() {
    return Desk.reads(user.caller());
  }

  /** Whether the caller's unit has to report. */
  public boolean isAnswerable() {
    return user.caller().has("UNIT_ADMIN") && getWhole() != null && getWhole().row().state() == SupervisionLetter.State.ISSUED;
  }

  public boolean isJudgeable() {
    return isDesk() && getWhole() != null && getWhole().row().state() == SupervisionLetter.State.ANSWERED;
  }

  public String answer() {
    return then(() -> writing.answer(user.caller(), id, report), "casefile.done.answered");
  }

  public String accept() {
    return then(() -> writing.accept(user.caller(), id), "casefile.done.accepted");
  }

  public String sendBack() {
    return then(() -> writing.sendBack(user.caller(), id, reason, newDeadline), "casefile.done.sentBack");
  }

  public String decide() {
    long[] decision = new long[1];
    if (!messages.tried(() -> decision[0] = writing.decision(user.caller(), id, number, measure, content, deadline))) return null;
    messages.done("casefile.done.decided");
    return "/staff/casefile/letter.xhtml?faces-redirect=true&id=" + decision[0];
  }

  private String then(Messages.Action action, String done) {
    if (!messages.tried(action)) return null;
    messages.done(done);
    return "/staff/casefile/letter.xhtml?faces-redirect=true&id=" + id;
  }

  public SupervisionLetter.Measure[] getMeasures() {
    return SupervisionLetter.Measure.values();
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getId() {
    return id;
  }

  public String getReport() {
    return report;
  }

  public void setReport(String report) {
    this.report = report;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public LocalDate getNewDeadline() {
    return newDeadline;
  }

  public void setNewDeadline(LocalDate newDeadline) {
    this.newDeadline = newDeadline;
  }

  public SupervisionLetter.Measure getMeasure() {
    return measure;
  }

  public void setMeasure(SupervisionLetter.Measure measure) {
    this.measure = measure;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(LocalDate deadline) {
    this.deadline = deadline;
  }
}
