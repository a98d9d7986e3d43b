package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.Attendances;
import cn.lianbing.enrolment.CheckInCode;
import cn.lianbing.enrolment.CheckingIn;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;

/** The digits on the projector. */
@Named
@ViewScoped
public class CodePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Attendances attendances;
  @Inject CheckingIn checking;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private long id;
  private transient CheckInCode.Shown shown;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("session", asked);
      if (!getHead().organiser()) throw new NotFound("session", id);
    });
  }

  public void refresh() {
    shown = null;
  }

  public boolean isOpen() {
    return getHead().codeOpen();
  }

  public void openCode() {
    messages.tried(() -> checking.open(user.caller(), id, true));
  }

  /** 123 456 */
  public String getCode() {
    String digits = shown().code();
    return digits.substring(0, 3) + " " + digits.substring(3);
  }

  public long getSeconds() {
    return (shown().remainingMillis() + 999) / 1000;
  }

  public int getClaims() {
    return checking.claims(user.caller(), id).size();
  }

  private CheckInCode.Shown shown() {
    if (shown == null) shown = checking.shown(user.caller(), id);
    return shown;
  }

  public Attendances.Head getHead() {
    return attendances.head(user.caller(), id, clock.instant());
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
}
