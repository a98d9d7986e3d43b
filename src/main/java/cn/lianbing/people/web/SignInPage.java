package cn.lianbing.people.web;

import cn.lianbing.people.SignIn;
import cn.lianbing.people.SignInDoor;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInPage {
  @Inject SignInDoor door;
  @Inject Messages messages;
  private String username;
  private String password;
  private String from;

  public void signIn() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    try {
      SignIn.SignedIn signedIn = door.signIn(username, password, request.getRemoteAddr());
      SignInMechanism.remember(request, signedIn);
      faces.getExternalContext().redirect(request.getContextPath() + Homes.after(from, signedIn.caller()));
    } catch (Refused refused) {
      messages.refused(refused.code(), refused.arguments());
    }
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }
}
