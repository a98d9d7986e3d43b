package cn.lianbing.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Where an account wants its notices besides in the program. Nobody has one until they enter it themselves. */
@Entity
@Table(name = "mail_address")
public class MailAddress {
  @Id @Column(name = "account_id") private Long accountId;
  private String address;
  @Column(name = "switched_on") private boolean switchedOn;
  @Column(name = "changed_at") private Instant changedAt;
  @Version private int version;

  protected MailAddress() {}

  MailAddress(long accountId) {
    this.accountId = accountId;
  }

  void become(String newAddress, boolean on, Instant now) {
    address = newAddress;
    switchedOn = on;
    changedAt = now;
  }

  public String address() {
    return address;
  }

  public boolean switchedOn() {
    return switchedOn;
  }
}
