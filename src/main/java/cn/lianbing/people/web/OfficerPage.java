package cn.lianbing.people.web;

import cn.lianbing.people.Account;
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
  private Form form = new Form();
  private String username;
  /** Shown until the page is left, and kept nowhere. */
  private transient PeopleAdministration.Initial initial;

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
    form = new Form();
    form.name = officer.name();
    form.unitId = officer.unitId();
    form.establishment = officer.establishment();
    form.education = officer.education();
    form.post = officer.post();
    form.phone = officer.phone();
    form.state = officer.state();
  }

  public String save() {
    boolean fresh = id == null;
    boolean saved = messages.tried(() -> {
      if (fresh) id = administration.addOfficer(user.caller(), form.data());
      else administration.changeOfficer(user.caller(), id, form.data());
    });
    if (!saved) return null;
    messages.done("people.officer.done", form.name);
    return "/staff/people/officer.xhtml?faces-redirect=true&id=" + id;
  }

  public void openAccount() {
    if (messages.tried(() -> initial = administration.openAccount(user.caller(), id, username))) read();
  }

  public void resetPassword() {
    if (messages.tried(() -> initial = new PeopleAdministration.Initial(held.username(), passwordChange.reset(user.caller(), held.id())))) read();
  }

  public boolean isManager() {
    return PeopleAdministration.manages(user.caller());
  }

  /** Units that one may be in: those in use, and the one that the officer is in. */
  public List<Units.Row> getUnits() {
    return units.within(user.caller()).stream().filter(row -> row.state() == Unit.State.ACTIVE || form.unitId != null && row.id() == form.unitId).toList();
  }

  public String getUnitName() {
    return form.unitId == null ? "" : units.get(form.unitId).name();
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

  public Form getForm() {
    return form;
  }

  public PeopleAdministration.Initial getInitial() {
    return initial;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  /** What is filled in. */
  public static class Form implements Serializable {
    private static final long serialVersionUID = 1L;
    private String name;
    private Long unitId;
    private String idNumber;
    private Officer.Establishment establishment;
    private Officer.Education education;
    private String post;
    private String phone;
    private Officer.State state = Officer.State.ACTIVE;

    PeopleAdministration.OfficerData data() {
      return new PeopleAdministration.OfficerData(unitId, name, idNumber, establishment, education, post, phone, state);
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public Long getUnitId() {
      return unitId;
    }

    public void setUnitId(Long unitId) {
      this.unitId = unitId;
    }

    public String getIdNumber() {
      return idNumber;
    }

    public void setIdNumber(String idNumber) {
      this.idNumber = idNumber;
    }

    public Officer.Establishment getEstablishment() {
      return establishment;
    }

    public void setEstablishment(Officer.Establishment establishment) {
      this.establishment = establishment;
    }

    public Officer.Education getEducation() {
      return education;
    }

    public void setEducation(Officer.Education education) {
      this.education = education;
    }

    public String getPost() {
      return post;
    }

    public void setPost(String post) {
      this.post = post;
    }

    public String getPhone() {
      return phone;
    }

    public void setPhone(String phone) {
      this.phone = phone;
    }

    public Officer.State getState() {
      return state;
    }

    public void setState(Officer.State state) {
      this.state = state;
    }
  }
}
