package cn.lianbing.people.web;

import cn.lianbing.people.SignIn;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** The personal-information notice at the first sign-in. */
@Named
@RequestScoped
public class NoticePage {
  @Inject SignIn signIn;
  @Inject CurrentUser user;
  private String from;

  public void accept() throws IOException {
    var faces = FacesContext.getCurrentInstance().getExternalContext();
    if (user.caller().accountId() != null) signIn.acceptNotice(user.caller());
    faces.redirect(faces.getRequestContextPath() + Homes.after(from, user.caller()));
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }
}
