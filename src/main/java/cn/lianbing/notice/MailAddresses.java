package cn.lianbing.notice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.regex.Pattern;

/** The caller's own mail address and its switch. */
@ApplicationScoped
@Transactional
public class MailAddresses {
  private static final int LONGEST = 254;
  /** What mail servers take in practice; no quoted names, no comments, nothing that could end a header line. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param address empty where none was given */
  public record Own(String address, boolean on) implements Serializable {}

  public Own own(Caller caller) {
    MailAddress one = store.find(MailAddress.class, account(caller));
    return one == null ? new Own("", false) : new Own(one.address(), one.switchedOn());
  }

  /** An empty address is removed. @throws Invalid for {@code address} */
  public void change(Caller caller, String address, boolean on) {
    long account = account(caller);
    MailAddress one = store.find(MailAddress.class, account);
    if (address == null || address.isBlank()) {
      if (on) throw Invalid.field("address", "required");
      if (one != null) store.remove(one);
    } else {
      String checked = checked(address, "address");
      if (one == null) {
        one = new MailAddress(account);
        one.become(checked, on, clock.instant());
        store.persist(one);
      } else one.become(checked, on, clock.instant());
    }
    happened.fire(Happened.done(caller, "notice.address", "account", account, caller.unitPath(), on ? "on" : "off"));
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
