package cn.lianbing.people.web;

import cn.lianbing.people.Accounts;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the program holds about the reader. */
@Named
@RequestScoped
public class AccountPage {
  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject Officers officers;
  @Inject Units units;
  @Inject MeBean me;

  public String getUsername() {
    return accounts.get(user.caller().accountId()).username();
  }

  public String getUnitName() {
    return units.get(user.caller().unitId()).name();
  }

  public String getRoleNames() {
    return me.getRoleNames();
  }

  /** Null for accounts of no officer. */
  public String getIdNumberMasked() {
    return user.caller().officerId() == null ? null : officers.get(user.caller().officerId()).idNumberMasked();
  }
}
