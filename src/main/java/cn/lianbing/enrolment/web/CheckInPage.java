package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.CheckingIn;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Where an officer types the digits on the screen. */
@Named
@ViewScoped
public class CheckInPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject CheckingIn checking;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private long id;
  private String code;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("session", asked);
      getOwn();
    });
  }

  public void claim() {
    if (messages.tried(() -> checking.claim(caller(), id, code == null ? null : code.replaceAll("\\s", "")))) code = null;
  }

  public CheckingIn.Own getOwn() {
    return checking.own(caller(), id);
  }

  private Caller caller() {
    return user.caller().only("OFFICER");
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

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
