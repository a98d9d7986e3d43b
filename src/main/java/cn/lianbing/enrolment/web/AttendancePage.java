package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.Attendance;
import cn.lianbing.enrolment.AttendanceClosing;
import cn.lianbing.enrolment.AttendanceTaking;
import cn.lianbing.enrolment.Attendances;
import cn.lianbing.enrolment.CheckingIn;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.primefaces.PrimeFaces;

/** The organiser's list, made for a phone: each tap is a request of its own, which enrolment-list.js queues while the network is away. */
@Named
@ViewScoped
public class AttendancePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Attendances attendances;
  @Inject AttendanceTaking taking;
  @Inject AttendanceClosing closing;
  @Inject CheckingIn checking;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private long id;
  private String name;
  private boolean searched;
  private Long sheetUnitId;
  private String sheetNames;
  private transient Attendances.Head head;
  private transient List<Attendances.Row> rows;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("session", asked);
      if (!getHead().organiser()) throw new NotFound("session", id);
    });
  }

  /** One tap; its parameters come from the script, its answer goes back to it. */
  public void mark() {
    Map<String, String> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    boolean done = messages.tried(() -> taking.mark(user.caller(), id, NotFound.id("officer", sent.get("officer")), mark(sent)));
    PrimeFaces.current().ajax().addCallbackParam("marked", done);
    if (!done) PrimeFaces.current().ajax().addCallbackParam("refusal", FacesContext.getCurrentInstance().getMessageList().stream().map(FacesMessage::getSummary).findFirst().orElse(""));
  }

  private static Attendance.Mark mark(Map<String, String> sent) {
    Attendance.State state = Arrays.stream(Attendance.State.values()).filter(one -> one.name().equals(sent.get("mark"))).findFirst().orElseThrow(() -> Invalid.field("attendance", "choice"));
    String minutes = sent.getOrDefault("minutes", "");
    return new Attendance.Mark(state, minutes.matches("\\d{1,4}") ? Integer.valueOf(minutes) : null, null, null, Attendance.Method.LIST, sent.get("reason"));
  }

  public void rest(String state) {
    int[] count = new int[1];
    if (messages.tried(() -> count[0] = taking.markRest(user.caller(), id, Attendance.Mark.of(Attendance.State.valueOf(state))))) messages.done("enrolment.done.rest", count[0]);
    rows = null;
  }

  public void find() {
    searched = true;
  }

  public List<Attendances.Person> getFound() {
    return searched ? attendances.toAdd(user.caller(), id, name) : List.of();
  }

  public void add(long officerId) {
    if (messages.tried(() -> taking.mark(user.caller(), id, officerId, Attendance.Mark.of(Attendance.State.PRESENT)))) messages.done("enrolment.done.added");
    searched = false;
    name = null;
    rows = null;
  }

  public void enterSheet() {
    int[] count = new int[1];
    if (!messages.tried(() -> {
      if (sheetUnitId == null) throw Invalid.field("sheetUnit", "required");
      count[0] = taking.enterSheet(user.caller(), id, sheetUnitId, sheetNames);
    })) return;
    messages.done("enrolment.done.sheet", count[0]);
    sheetNames = null;
    rows = null;
  }

  public void openCode(boolean on) {
    messages.tried(() -> checking.open(user.caller(), id, on));
    head = null;
  }

  public List<CheckingIn.Claim> getClaims() {
    return checking.claims(user.caller(), id);
  }

  public void confirm(long officerId) {
    confirm(List.of(officerId));
  }

  public void confirmAll() {
    confirm(getClaims().stream().map(CheckingIn.Claim::officerId).toList());
  }

  private void confirm(List<Long> officerIds) {
    int[] count = new int[1];
    if (messages.tried(() -> count[0] = checking.confirm(user.caller(), id, officerIds))) messages.done("enrolment.done.confirmed", count[0]);
    rows = null;
  }

  public void reject(long officerId) {
    messages.tried(() -> checking.reject(user.caller(), id, officerId));
  }

  public void close() {
    if (messages.tried(() -> closing.close(user.caller(), id))) messages.done("enrolment.done.closed");
    head = null;
  }

  public void archive() {
    if (messages.tried(() -> closing.archive(user.caller(), id))) messages.done("enrolment.done.archived");
    head = null;
  }

  public List<Attendances.Change> getChanges() {
    return getHead().held() ? attendances.changes(user.caller(), id) : List.of();
  }

  public Attendances.Head getHead() {
    if (head == null) head = attendances.head(user.caller(), id, clock.instant());
    return head;
  }

  public List<Attendances.Row> getRows() {
    if (rows == null) rows = attendances.of(user.caller(), id);
    return rows;
  }

  public Attendance.State[] getStates() {
    return Attendance.State.values();
  }

  /** Anybody may have come, so all units are named. */
  public List<Units.Row> getUnits() {
    return units.within(Caller.system());
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

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isSearched() {
    return searched;
  }

  public Long getSheetUnitId() {
    return sheetUnitId;
  }

  public void setSheetUnitId(Long sheetUnitId) {
    this.sheetUnitId = sheetUnitId;
  }

  public String getSheetNames() {
    return sheetNames;
  }

  public void setSheetNames(String sheetNames) {
    this.sheetNames = sheetNames;
  }
}
