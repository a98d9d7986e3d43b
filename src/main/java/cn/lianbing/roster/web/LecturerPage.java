package cn.lianbing.roster.web;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.roster.Appointment;
import cn.lianbing.roster.LecturerCards;
import cn.lianbing.roster.RosterKeeping;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** One lecturer: record, terms, exit, conflicts, history. */
@Named
@ViewScoped
public class LecturerPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject LecturerCards cards;
  @Inject RosterKeeping keeping;
  @Inject Units units;
  @Inject OfficerChoicePage choice;
  @Inject LetterNumbers numbers;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private Long id;
  private LecturerCards.Card card;
  private LecturerForm form = new LecturerForm();
  private TermForm term;
  private boolean outside = true;
  private LocalDate exitOn;
  private Appointment.Exit exitReason;
  private String exitNote;
  private Long conflictUnit;
  private String conflictReason;

  public void load() {
    messages.found(() -> {
      if (asked == null && !isKeeper()) throw new NotFound("lecturer", "-");
      if (asked != null) {
        id = NotFound.id("lecturer", asked);
        read();
      }
    });
  }

  private void read() {
    card = cards.of(user.caller(), id);
    form = new LecturerForm(card);
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    LocalDate next = card.terms().stream().map(one -> one.lastDay().plusDays(1)).filter(day -> day.isAfter(today)).max(LocalDate::compareTo).orElse(today);
    term = new TermForm(numbers.next(), card.row().source() == null ? Appointment.Source.OWN : card.row().source(), next);
    exitOn = today;
  }

  public String save() {
    boolean fresh = id == null;
    boolean saved = messages.tried(() -> {
      if (fresh) id = keeping.add(user.caller(), outside ? null : officer(), form.data());
      else keeping.change(user.caller(), id, form.data());
    });
    if (!saved) return null;
    messages.done(fresh ? "roster.lecturer.added" : "roster.lecturer.saved");
    return "/staff/roster/lecturer.xhtml?faces-redirect=true&id=" + id;
  }

  private long officer() {
    if (choice.getChosen() == null) throw cn.lianbing.platform.Invalid.field("officer", "required");
    return choice.getChosen();
  }

  public String appoint() {
    if (!messages.tried(() -> keeping.appoint(user.caller(), id, term.term()))) return null;
    messages.done("roster.lecturer.appointed");
    return again();
  }

  public String exit() {
    int[] open = new int[1];
    if (!messages.tried(() -> open[0] = keeping.exit(user.caller(), id, exitOn, exitReason, exitNote))) return null;
    messages.done(open[0] == 0 ? "roster.lecturer.exited" : "roster.lecturer.exitedOpen", open[0]);
    return again();
  }

  public String bar() {
    return messages.tried(() -> keeping.bar(user.caller(), id, conflictUnit, conflictReason)) ? again() : null;
  }

  public String unbar(long conflict) {
    return messages.tried(() -> keeping.unbar(user.caller(), conflict)) ? again() : null;
  }

  private String again() {
    return "/staff/roster/lecturer.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isKeeper() {
    return RosterKeeping.keeps(user.caller());
  }

  /** Nobody keeps one's own record. */
  public boolean isEditable() {
    return isKeeper() && (card == null || !card.self());
  }

  public boolean isInTerm() {
    return card != null && card.terms().stream().anyMatch(one -> !one.lastDay().isBefore(clock.instant().atZone(Times.ZONE).toLocalDate()));
  }

  /** All of the district: whom somebody is related to is not bound to the desk's reach. */
  public List<Units.Row> getAllUnits() {
    return units.within(Caller.system()).stream().filter(one -> one.state() == Unit.State.ACTIVE && one.kind() != Unit.Kind.DISTRICT).toList();
  }

  public Appointment.Exit[] getExits() {
    return Appointment.Exit.values();
  }

  public Long getId() {
    return id;
  }

  public LecturerCards.Card getCard() {
    return card;
  }

  public LecturerForm getForm() {
    return form;
  }

  public TermForm getTerm() {
    return term;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public boolean isOutside() {
    return outside;
  }

  public void setOutside(boolean outside) {
    this.outside = outside;
  }

  public LocalDate getExitOn() {
    return exitOn;
  }

  public void setExitOn(LocalDate exitOn) {
    this.exitOn = exitOn;
  }

  public Appointment.Exit getExitReason() {
    return exitReason;
  }

  public void setExitReason(Appointment.Exit exitReason) {
    this.exitReason = exitReason;
  }

  public String getExitNote() {
    return exitNote;
  }

  public void setExitNote(String exitNote) {
    this.exitNote = exitNote;
  }

  public Long getConflictUnit() {
    return conflictUnit;
  }

  public void setConflictUnit(Long conflictUnit) {
    this.conflictUnit = conflictUnit;
  }

  public String getConflictReason() {
    return conflictReason;
  }

  public void setConflictReason(String conflictReason) {
    this.conflictReason = conflictReason;
  }
}
