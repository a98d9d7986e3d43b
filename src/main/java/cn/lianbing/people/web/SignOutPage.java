package cn.lianbing.people.web;

import cn.lianbing.people.SignedOut;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends the session. */
@Named
@RequestScoped
public class SignOutPage {
  @Inject CurrentUser user;
  @Inject Event<SignedOut> signedOut;

  public String signOut() {
    if (user.caller().accountId() != null) signedOut.fire(new SignedOut(user.caller()));
    FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
    return "/public/people/sign-in.xhtml?faces-redirect=true";
  }
}
