package cn.lianbing.certificate.web;

import cn.lianbing.certificate.PublicCheck;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Whether a certificate that somebody is shown is in force. */
@Named
@ViewScoped
public class VerifyPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject PublicCheck check;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String serial;
  private String token;
  private String typed;
  private PublicCheck.Answer answer;

  /** From the code on the slip. */
  public void enter() {
    if (serial != null && !serial.isBlank()) ask(serial, token);
    typed = serial;
  }

  public void look() {
    serial = typed;
    ask(typed, null);
  }

  private void ask(String asked, String with) {
    answer = null;
    messages.tried(() -> answer = check.verify(asked, with, user.caller().address()));
  }

  public PublicCheck.Answer getAnswer() {
    return answer;
  }

  public String getSerial() {
    return serial;
  }

  public void setSerial(String serial) {
    this.serial = serial;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }
}
