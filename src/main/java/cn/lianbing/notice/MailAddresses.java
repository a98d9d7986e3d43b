package cn.lianbing.notice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The caller's own mail address and its switch. */
@ApplicationScoped
@Transactional
public class MailAddresses {
  /** The kind of the one letter that goes to an address before it is confirmed. */
  static final String CONFIRM = "confirm";
  private static final int LONGEST = 254;
  private static final int CODES_A_DAY = 5;
  private static final SecureRandom RANDOM = new SecureRandom();
  /** What mail servers take in practice; no quoted names, no comments, nothing that could end a header line. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");
  @PersistenceContext EntityManager store;
  @Inject SmtpSettings smtp;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @param address   empty where none was given
   * @param confirmed whether its owner has typed the code that was sent there: before that nothing else is
   */
  public record Own(String address, boolean on, boolean confirmed) implements Serializable {}

  public Own own(Caller caller) {
    MailAddress one = store.find(MailAddress.class, account(caller));
    return one == null ? new Own("", false, false) : new Own(one.address(), one.switchedOn(), one.confirmed());
  }

  /**
   * An empty address is removed; to a new one a code is sent.
   *
   * @param reads the language of the letters
   * @throws Invalid for {@code address}; @throws Refused {@code mail-codes-many}
   */
  public void change(Caller caller, String address, boolean on, Locale reads) {
    long account = account(caller);
    MailAddress one = store.find(MailAddress.class, account);
    if (address == null || address.isBlank()) {
      if (on) throw Invalid.field("address", "required");
      if (one != null) store.remove(one);
    } else {
      String checked = checked(address, "address");
      boolean other = one == null || !checked.equals(one.address());
      if (one == null) one = new MailAddress(account);
      one.become(checked, on, reads, clock.instant());
      if (other) store.persist(one);
      if (on && other) ask(caller, one);
    }
    happened.fire(Happened.done(caller, "notice.address", "account", account, caller.unitPath(), on ? "on" : "off"));
  }

  /** Sends another code to an address that is not confirmed yet. @throws Refused {@code mail-codes-many}; @throws NotFound without an address */
  public void sendCode(Caller caller) {
    MailAddress one = store.find(MailAddress.class, account(caller));
    if (one == null) throw new NotFound("mailAddress", account(caller));
    if (!one.confirmed()) ask(caller, one);
  }

  /** The code that was sent. A wrong one is counted. @return whether the address is confirmed now. @throws Refused {@code mail-code-void} */
  public boolean confirm(Caller caller, String code) {
    MailAddress one = store.find(MailAddress.class, account(caller), LockModeType.PESSIMISTIC_WRITE);
    if (one == null) throw new NotFound("mailAddress", account(caller));
    boolean before = one.confirmed();
    boolean now = one.confirm(code == null ? "" : code.strip(), clock.instant());
    if (now && !before) happened.fire(Happened.done(caller, "notice.confirmAddress", "account", account(caller), caller.unitPath(), "-"));
    return now;
  }

  /** Few a day: an address that somebody mistyped, or gave to annoy, belongs to a stranger. */
  private void ask(Caller caller, MailAddress one) {
    if (!smtp.on()) return;
    Instant now = clock.instant();
    Number today = (Number) store.createNativeQuery("select count(*) from outgoing_mail where account_id = ?1 and kind = ?2 and queued_at > ?3").setParameter(1, account(caller)).setParameter(2, CONFIRM).setParameter(3, UtcColumn.of(now.minus(Duration.ofDays(1)))).getSingleResult();
    if (today.intValue() >= CODES_A_DAY) throw new Refused("mail-codes-many", CODES_A_DAY);
    String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
    one.ask(code, now);
    Notice letter = new Notice(CONFIRM, List.of(code, String.valueOf(MailAddress.CODE_LIFE.toMinutes())), null);
    store.createNativeQuery("insert into outgoing_mail (account_id, address, name, kind, args, link, state, queued_at, next_at) values (?1, ?2, ?3, ?4, ?5, null, 'WAITING', ?6, ?6)")
        .setParameter(1, account(caller)).setParameter(2, one.address()).setParameter(3, caller.name()).setParameter(4, CONFIRM).setParameter(5, letter.storedArgs()).setParameter(6, UtcColumn.of(now)).executeUpdate();
  }

  static String checked(String address, String field) {
    String plain = address == null ? "" : address.strip();
    if (plain.length() > LONGEST || !ADDRESS.matcher(plain).matches()) throw Invalid.field(field, "mailAddress");
    return plain;
  }

  private static long account(Caller caller) {
    if (caller.accountId() == null) throw new NotFound("account", "-");
    return caller.accountId();
  }
}
