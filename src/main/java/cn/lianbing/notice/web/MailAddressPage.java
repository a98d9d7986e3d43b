package cn.lianbing.notice.web;

import cn.lianbing.notice.MailAddresses;
import cn.lianbing.notice.SmtpSettings;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The part of the account's page that says where notices go besides the program. */
@Named
@ViewScoped
public class MailAddressPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject MailAddresses addresses;
  @Inject SmtpSettings smtp;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String address;
  private boolean on;
  private String code;

  @PostConstruct
  void load() {
    var own = addresses.own(user.caller());
    address = own.address();
    on = own.on();
  }

  public void save() {
    if (messages.tried(() -> addresses.change(user.caller(), address, on, texts.texts().locale()))) messages.done(!on ? "notice.address.savedOff" : isWaiting() ? "notice.address.codeSent" : "notice.address.savedOn");
  }

  public void sendCode() {
    if (messages.tried(() -> addresses.sendCode(user.caller()))) messages.done("notice.address.codeSent");
  }

  public void confirm() {
    boolean confirmed = messages.tried(() -> {
      if (!addresses.confirm(user.caller(), code)) throw Invalid.field("code", "notice.code");
    });
    if (confirmed) messages.done("notice.address.confirmed");
  }

  /** An address that nothing goes to until its code is typed in. */
  public boolean isWaiting() {
    var own = addresses.own(user.caller());
    return smtp.on() && own.on() && !own.confirmed();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** Whether the program has a mail server at all. */
  public boolean isPossible() {
    return smtp.on();
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public boolean isOn() {
    return on;
  }

  public void setOn(boolean on) {
    this.on = on;
  }
}
