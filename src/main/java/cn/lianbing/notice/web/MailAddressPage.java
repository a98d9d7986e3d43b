package cn.lianbing.notice.web;

import cn.lianbing.notice.MailAddresses;
import cn.lianbing.notice.SmtpSettings;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
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
  private String address;
  private boolean on;

  @PostConstruct
  void load() {
    var own = addresses.own(user.caller());
    address = own.address();
    on = own.on();
  }

  public void save() {
    if (messages.tried(() -> addresses.change(user.caller(), address, on))) messages.done(on ? "notice.address.savedOn" : "notice.address.savedOff");
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
