package cn.lianbing.people.web;

import cn.lianbing.people.Account;
import cn.lianbing.people.AccountKeeping;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.PasswordChange;
import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** One officer, or the form for a new one. */
@Named
@ViewScoped
public class OfficerPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Accounts accounts;
  @Inject PeopleAdministration administration;
  @Inject AccountKeeping keeping;
  @Inject PasswordChange passwordChange;
  @Inject CurrentUser user;
  @Inject Messages messages;
  /** The address's id, as it was typed. */
  private String asked;
  private Long id;
  private String heading;
  private String masked;
  private Officer.Sex sex;
  private LocalDate birthDate;
  private Held held;
  private OfficerForm form = new OfficerForm();
  private String username;
  /** Shown until the page is left, and kept nowhere. */
  private transient AccountKeeping.Initial initial;

  /** The officer's account. */
  public record Held(long id, String username, Account.State state, boolean initial) implements Serializable {}

  public void load() {
    messages.found(() -> {
      if (asked == null) PeopleAdministration.demandManager(user.caller());
      else read(asked);
    });
  }

  private void read(String number) {
    if (!number.matches("\\d{1,18}")) throw new NotFound("officer", number);
    id = Long.valueOf(number);
    read();
  }

  private void read() {
    Officer officer = officers.get(user.caller(), id);
    heading = officer.name();
    masked = officer.idNumberMasked();
    sex = officer.sex();
    birthDate = officer.birthDate();
    held = accounts.ofOfficer(id).map(one -> new Held(one.id(), one.username(), one.state(), one.passwordChangeRequired())).orElse(null);
    form = new OfficerForm(officer);
  }

  public String save() {
    boolean fresh = id == null;
    boolean saved = messages.tried(() -> {
      if (fresh) id = administration.addOfficer(user.caller(), form.data());
      else administration.changeOfficer(user.caller(), id, form.data());
    });
    if (!saved) return null;
    messages.done("people.officer.done", form.getName());
    return "/staff/people/officer.xhtml?faces-redirect=true&id=" + id;
  }

  public void openAccount() {
    if (messages.tried(() -> initial = keeping.open(user.caller(), id, username))) read();
  }

  public void resetPassword() {
    if (messages.tried(() -> initial = new AccountKeeping.Initial(held.username(), passwordChange.reset(user.caller(), held.id())))) read();
  }

  public boolean isManager() {
    return PeopleAdministration.manages(user.caller());
  }

  /** Units that one may be in: those in use, and the one that the officer is in. */
  public List<Units.Row> getUnits() {
    return units.within(user.caller()).stream().filter(row -> row.state() == Unit.State.ACTIVE || form.getUnitId() != null && row.id() == form.getUnitId()).toList();
  }

  public String getUnitName() {
    return form.getUnitId() == null ? "" : units.get(form.getUnitId()).name();
  }

  public Officer.Establishment[] getEstablishments() {
    return Officer.Establishment.values();
  }

  public Officer.Education[] getEducations() {
    return Officer.Education.values();
  }

  public Officer.State[] getStates() {
    return Officer.State.values();
  }

  public Long getId() {
    return id;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getHeading() {
    return heading;
  }

  public String getMasked() {
    return masked;
  }

  public Officer.Sex getSex() {
    return sex;
  }

  public LocalDate getBirthDate() {
    return birthDate;
  }

  public Held getHeld() {
    return held;
  }

  public OfficerForm getForm() {
    return form;
  }

  public AccountKeeping.Initial getInitial() {
    return initial;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }
}
