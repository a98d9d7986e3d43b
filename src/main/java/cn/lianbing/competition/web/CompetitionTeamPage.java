package cn.lianbing.competition.web;

import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Excuses;
import cn.lianbing.competition.Member;
import cn.lianbing.competition.Registering;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A unit registers its team and its people, and asks that somebody be excused. */
@Named
@ViewScoped
public class CompetitionTeamPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Competitions competitions;
  @Inject Registering registering;
  @Inject Excuses excuses;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private String askedUnit;
  private long id;
  private Competitions.CompetitionView view;
  private List<Units.Row> choice;
  private Long unitId;
  private String contact;
  private Registering.RegistrationView registration;
  private List<Choice> choices = List.of();
  private Long stageId;
  private Long officerId;
  private String reason;

  /** An officer of the unit, and as what they are to be registered; null: not at all. */
  public static final class Choice implements Serializable {
    private static final long serialVersionUID = 1L;
    private final long officerId;
    private final String name;
    private final String sex;
    private Member.Role role;
    private boolean frontLine;

    Choice(long officerId, String name, String sex) {
      this.officerId = officerId;
      this.name = name;
      this.sex = sex;
    }

    public long getOfficerId() {
      return officerId;
    }

    public String getName() {
      return name;
    }

    public String getSex() {
      return sex;
    }

    public Member.Role getRole() {
      return role;
    }

    public void setRole(Member.Role role) {
      this.role = role;
    }

    public boolean isFrontLine() {
      return frontLine;
    }

    public void setFrontLine(boolean frontLine) {
      this.frontLine = frontLine;
    }
  }

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("competition", asked);
      view = competitions.view(user.caller(), id);
      choice = units.within(user.caller()).stream().filter(one -> one.kind() == Unit.Kind.DEPARTMENT || one.kind() == Unit.Kind.TOWNSHIP).toList();
      if (choice.isEmpty()) throw new NotFound("unit", "-");
      unitId = askedUnit == null ? choice.get(0).id() : Long.valueOf(NotFound.id("unit", askedUnit));
      load();
    });
  }

  private void load() {
    registration = registering.of(user.caller(), id, unitId).orElse(null);
    contact = registration == null ? user.caller().name() : registration.contact();
    choices = new ArrayList<>(registering.choice(user.caller(), unitId).stream().map(one -> new Choice(one.id(), one.name(), one.sex() == null ? "" : one.sex().name())).toList());
    if (registration == null) return;
    for (Registering.MemberView member : registration.members()) choices.stream().filter(one -> one.getOfficerId() == member.officerId()).forEach(one -> {
      one.setRole(member.role());
      one.setFrontLine(member.frontLine());
    });
  }

  public void register() {
    List<Registering.MemberLine> lines = choices.stream().filter(one -> one.getRole() != null).map(one -> new Registering.MemberLine(one.getOfficerId(), one.getRole(), one.isFrontLine())).toList();
    if (!messages.tried(() -> registering.register(user.caller(), id, unitId, contact, lines))) return;
    messages.done("competition.registered.done");
    load();
  }

  public void withdraw() {
    if (!messages.tried(() -> registering.withdraw(user.caller(), id, unitId))) return;
    messages.done("competition.withdrawn.done");
    load();
  }

  public void excuse() {
    if (!messages.tried(() -> {
      if (stageId == null) throw cn.lianbing.platform.Invalid.field("stage", "required");
      if (officerId == null) throw cn.lianbing.platform.Invalid.field("officer", "required");
      excuses.ask(user.caller(), stageId, officerId, reason);
    })) return;
    messages.done("competition.excuse.asked");
    reason = null;
  }

  public List<Excuses.ExcuseRow> getExcuses() {
    return excuses.all(user.caller(), id);
  }

  /** Whether anything may be sent now. */
  public boolean isOpen() {
    return view.row().registering() || registration != null && registration.correctable() != null;
  }

  public boolean isCorrection() {
    return isOpen() && !view.row().registering();
  }

  public Member.Role[] getRoles() {
    return Member.Role.values();
  }

  public Competitions.CompetitionView getView() {
    return view;
  }

  public Registering.RegistrationView getRegistration() {
    return registration;
  }

  public List<Units.Row> getChoice() {
    return choice;
  }

  public List<Choice> getChoices() {
    return choices;
  }

  public String getUnitName() {
    return choice.stream().filter(one -> one.id() == unitId).map(Units.Row::name).findFirst().orElse("");
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getAskedUnit() {
    return askedUnit;
  }

  public void setAskedUnit(String askedUnit) {
    this.askedUnit = askedUnit;
  }

  public String getContact() {
    return contact;
  }

  public void setContact(String contact) {
    this.contact = contact;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public Long getStageId() {
    return stageId;
  }

  public void setStageId(Long stageId) {
    this.stageId = stageId;
  }

  public Long getOfficerId() {
    return officerId;
  }

  public void setOfficerId(Long officerId) {
    this.officerId = officerId;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
