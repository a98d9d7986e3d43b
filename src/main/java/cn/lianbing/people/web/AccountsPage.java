package cn.lianbing.people.web;

import cn.lianbing.people.AccountKeeping;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.PasswordChange;
import cn.lianbing.people.Role;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All accounts, and one of them opened to change or to add. */
@Named
@ViewScoped
public class AccountsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Accounts accounts;
  @Inject Units units;
  @Inject AccountKeeping keeping;
  @Inject PasswordChange passwordChange;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String text;
  private Accounts.Row open;
  private boolean adding;
  private String username;
  private String name;
  private Long unitId;
  private Map<String, Boolean> roles = new TreeMap<>();
  /** Shown until the next action, and kept nowhere. */
  private transient AccountKeeping.Initial initial;
  private final LazyRows<Accounts.Row> rows = new LazyRows<>(request -> accounts.page(user.caller(), text, request), Accounts.Row::id);

  public void search() {
    cancel();
  }

  public void add() {
    cancel();
    adding = true;
    username = null;
    name = null;
    unitId = user.caller().unitId();
    roles = new TreeMap<>();
  }

  public void open(Accounts.Row row) {
    cancel();
    open = row;
    roles = new TreeMap<>(row.roles().stream().collect(Collectors.toMap(Role::name, role -> true)));
  }

  public void cancel() {
    open = null;
    adding = false;
    initial = null;
  }

  public void create() {
    boolean created = messages.tried(() -> {
      if (unitId == null) throw Invalid.field("unitId", "required");
      initial = keeping.addStaff(user.caller(), username, name, unitId, chosen());
    });
    if (created) adding = false;
  }

  public void grant() {
    if (!messages.tried(() -> keeping.grant(user.caller(), open.id(), chosen()))) return;
    messages.done("people.accounts.granted", open.username());
    cancel();
  }

  public void resetPassword() {
    messages.tried(() -> {
      var fresh = new AccountKeeping.Initial(open.username(), passwordChange.reset(user.caller(), open.id()));
      cancel();
      initial = fresh;
    });
  }

  public void disable() {
    if (!messages.tried(() -> keeping.disable(user.caller(), open.id()))) return;
    messages.done("people.accounts.disabled", open.username());
    cancel();
  }

  public void enable() {
    if (!messages.tried(() -> keeping.enable(user.caller(), open.id()))) return;
    messages.done("people.accounts.enabled", open.username());
    cancel();
  }

  private Set<Role> chosen() {
    return Arrays.stream(Role.values()).filter(role -> Boolean.TRUE.equals(roles.get(role.name()))).collect(Collectors.toSet());
  }

  /** Nobody changes the own account's roles or state. */
  public boolean isOwn() {
    return open != null && user.caller().accountId() == open.id();
  }

  /** An account of no officer has no use for the officers' role. */
  public List<Role> getAllRoles() {
    return Arrays.stream(Role.values()).filter(role -> !adding || role != Role.OFFICER).toList();
  }

  public String names(List<Role> some) {
    return some.stream().map(role -> texts.name("people.role", role)).collect(Collectors.joining("、"));
  }

  public LazyRows<Accounts.Row> getRows() {
    return rows;
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public AccountKeeping.Initial getInitial() {
    return initial;
  }

  public Accounts.Row getOpen() {
    return open;
  }

  public boolean isAdding() {
    return adding;
  }

  public Map<String, Boolean> getRoles() {
    return roles;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
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
}
