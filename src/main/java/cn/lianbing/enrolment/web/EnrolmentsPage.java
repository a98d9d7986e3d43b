package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.Attendances;
import cn.lianbing.enrolment.Enrolling;
import cn.lianbing.enrolment.Enrolments;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** Who is enrolled for a session, and enrolling people of the own units. */
@Named
@ViewScoped
public class EnrolmentsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Enrolling enrolling;
  @Inject Enrolments enrolments;
  @Inject Attendances attendances;
  @Inject Officers officers;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private long id;
  private Attendances.Head head;
  private transient List<Enrolments.Row> rows;
  private String text;
  private Long unitId;
  private List<Officers.Row> chosen = List.of();
  private List<Enrolling.Outcome> refused = List.of();
  private Enrolments.Row cancelling;
  private String reason;
  private final LazyRows<Officers.Row> people = new LazyRows<>(request -> officers.page(user.caller(), new Officers.Filter(text, unitId, Officer.State.ACTIVE), request), Officers.Row::id);

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("session", asked);
      head = attendances.head(user.caller(), id, clock.instant());
    });
  }

  public void enrol() {
    List<Enrolling.Outcome>[] outcomes = new List[1];
    if (!messages.tried(() -> {
      if (chosen.isEmpty()) throw Invalid.field("choice", "enrolment.nobody");
      outcomes[0] = enrolling.enrol(user.caller(), id, chosen.stream().map(Officers.Row::id).toList());
    })) return;
    refused = outcomes[0].stream().filter(one -> one.refusal() != null).toList();
    chosen = List.of();
    rows = null;
    messages.done("enrolment.done.several", outcomes[0].size() - refused.size(), refused.size());
  }

  public String why(Enrolling.Outcome outcome) {
    return texts.texts().of("refused." + outcome.refusal(), outcome.arguments().toArray());
  }

  public void askToCancel(Enrolments.Row row) {
    cancelling = row;
    reason = null;
  }

  public void cancel() {
    if (cancelling == null || !messages.tried(() -> enrolling.cancel(user.caller(), id, cancelling.id(), reason))) return;
    messages.done("enrolment.done.cancelledOf", cancelling.name());
    rows = null;
  }

  public List<Enrolments.Row> getRows() {
    if (rows == null) rows = enrolments.of(user.caller(), id);
    return rows;
  }

  public Enrolments.Figures getFigures() {
    return enrolments.figures(user.caller(), id);
  }

  /** Until when somebody can be enrolled or cancel, and whether now. */
  public Enrolments.Own getTerms() {
    return enrolments.own(user.caller(), id, clock.instant());
  }

  public boolean isPast() {
    return !clock.instant().isBefore(getTerms().cancelUntil());
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public LazyRows<Officers.Row> getPeople() {
    return people;
  }

  public Attendances.Head getHead() {
    return head;
  }

  public List<Enrolling.Outcome> getRefused() {
    return refused;
  }

  public Enrolments.Row getCancelling() {
    return cancelling;
  }

  public long getId() {
    return id;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public List<Officers.Row> getChosen() {
    return chosen;
  }

  public void setChosen(List<Officers.Row> chosen) {
    this.chosen = chosen == null ? List.of() : chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
