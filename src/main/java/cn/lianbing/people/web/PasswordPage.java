package cn.lianbing.people.web;

import cn.lianbing.people.Accounts;
import cn.lianbing.people.PasswordChange;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Changing one's own password, by choice or because the initial one must go. */
@Named
@RequestScoped
public class PasswordPage {
  @Inject PasswordChange passwordChange;
  @Inject Accounts accounts;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String currentPassword;
  private String newPassword;
  private String repeatPassword;

  /** Nobody without a sign-in has anything to do here. */
  public String enter() {
    return user.caller().accountId() == null ? "/public/people/sign-in.xhtml?faces-redirect=true" : null;
  }

  public String change() {
    var caller = user.caller();
    if (caller.accountId() == null) return "/public/people/sign-in.xhtml?faces-redirect=true";
    boolean changed = messages.tried(() -> {
      if (newPassword == null || !newPassword.equals(repeatPassword)) throw Invalid.field("repeatPassword", "password.repeat");
      int stamp = passwordChange.change(caller, currentPassword, newPassword);
      SignInMechanism.restamp((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest(), caller.accountId(), stamp);
    });
    if (!changed) return null;
    messages.done("people.password.done");
    return Homes.of(caller) + "?faces-redirect=true";
  }

  public boolean isForced() {
    return user.caller().accountId() != null && accounts.get(user.caller().accountId()).passwordChangeRequired();
  }

  public String getCurrentPassword() {
    return currentPassword;
  }

  public void setCurrentPassword(String currentPassword) {
    this.currentPassword = currentPassword;
  }

  public String getNewPassword() {
    return newPassword;
  }

  public void setNewPassword(String newPassword) {
    this.newPassword = newPassword;
  }

  public String getRepeatPassword() {
    return repeatPassword;
  }

  public void setRepeatPassword(String repeatPassword) {
    this.repeatPassword = repeatPassword;
  }
}
