package cn.lianbing.notice;

import cn.lianbing.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Where an account wants its notices besides in the program. Nobody has one until they enter it themselves and show that they read there. */
@Entity
@Table(name = "mail_address")
public class MailAddress {
  static final Duration CODE_LIFE = Duration.ofMinutes(30);
  private static final int MOST_MISSES = 5;

  @Id @Column(name = "account_id") private Long accountId;
  private String address;
  @Column(name = "switched_on") private boolean switchedOn;
  @Column(name = "confirmed_at") private Instant confirmedAt;
  private String code;
  @Column(name = "code_until") private Instant codeUntil;
  @Column(name = "code_misses") private int codeMisses;
  private String language;
  @Column(name = "changed_at") private Instant changedAt;
  @Version private int version;

  protected MailAddress() {}

  MailAddress(long accountId) {
    this.accountId = accountId;
  }

  /** Another address has to be confirmed anew. */
  void become(String newAddress, boolean on, Locale reads, Instant now) {
    if (!newAddress.equals(address)) {
      confirmedAt = null;
      code = null;
    }
    address = newAddress;
    switchedOn = on;
    language = reads.toLanguageTag();
    changedAt = now;
  }

  /** A code is on its way to the address. */
  void ask(String newCode, Instant now) {
    code = newCode;
    codeUntil = now.plus(CODE_LIFE);
    codeMisses = 0;
  }

  /** @return whether it is confirmed now. @throws Refused {@code mail-code-void} where none is valid any more */
  boolean confirm(String typed, Instant now) {
    if (confirmed()) return true;
    if (code == null || now.isAfter(codeUntil) || codeMisses >= MOST_MISSES) throw new Refused("mail-code-void");
    if (code.equals(typed)) {
      confirmedAt = now;
      code = null;
    } else codeMisses++;
    return confirmed();
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  /** Whether letters go there. */
  boolean wanted() {
    return switchedOn && confirmed();
  }

  /** Of its letters. */
  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  public String address() {
    return address;
  }

  public boolean switchedOn() {
    return switchedOn;
  }
}
