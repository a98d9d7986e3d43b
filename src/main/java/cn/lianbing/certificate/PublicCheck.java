package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Whether a certificate that somebody is shown is in force. The code on the slip carries a token, an HMAC of the serial: it is
 * answered at once. A serial that is typed is answered too, but only so often from one address, known or not; an unknown one, a
 * wrong token and a serial that never was get the same answer by the same statements.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = Refused.class)
public class PublicCheck {
  static final int SPAN_SECONDS = 900;
  /** Typed serials of one address in a quarter of an hour. */
  public static final int TYPED = 20;
  private static final int TOKEN_BYTES = 16;
  private static final int LONGEST = 80;
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Clock clock;
  private SecretKey key;

  /** What anybody may know. For what is unknown all but {@code valid} and {@code state} is null. @param state of the certificate, or UNKNOWN */
  public record Answer(boolean valid, CertificateKind kind, String holder, String unit, LocalDate validTo, String state) implements Serializable {
    static final Answer UNKNOWN = new Answer(false, null, null, null, null, "UNKNOWN");
  }

  @PostConstruct
  void derive() {
    key = settings.key("certificate-token", "HmacSHA256");
  }

  /** Typed serials are kept for a day. */
  public void forget() {
    store.createNativeQuery("delete from certificate_look_up where span < ?1").setParameter(1, (clock.instant().getEpochSecond() - 86_400) / SPAN_SECONDS).executeUpdate();
  }

  /**
   * @param token from the code; null where the serial was typed
   * @throws Refused {@code too-many-checks} (minutes to wait)
   */
  public Answer verify(String serial, String token, String address) {
    String plain = serial == null || serial.length() > LONGEST ? "" : Certificate.plain(serial);
    boolean scanned = MessageDigest.isEqual(token(plain).getBytes(StandardCharsets.US_ASCII), (token == null ? "" : token).getBytes(StandardCharsets.UTF_8));
    Answer found = find(plain);
    if (scanned) return found;
    count(address);
    return token == null || token.isEmpty() ? found : Answer.UNKNOWN;
  }

  /** What the code on a slip carries: only this installation can make it, and it fits no other serial. */
  public String token(String serial) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(Certificate.plain(serial).getBytes(StandardCharsets.UTF_8)), TOKEN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }

  private Answer find(String serial) {
    List<?> rows = store.createNativeQuery("select c.kind, c.holder_name, u.name, c.valid_from, c.valid_to, c.state from certificate c join unit u on u.id = c.unit_id where c.serial = ?1 and c.state <> 'MADE'").setParameter(1, serial).getResultList();
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    Answer answer = Answer.UNKNOWN;
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      Certificate.State state = Certificate.State.valueOf((String) row[5]);
      LocalDate to = Rows.day(row[4]);
      boolean over = Certificate.State.LIVE.contains(state) && to.isBefore(today);
      answer = new Answer(state == Certificate.State.VALID && !over && !Rows.day(row[3]).isAfter(today), CertificateKind.valueOf((String) row[0]), KeptChecks.masked((String) row[1]), (String) row[2], to, over ? "LAPSED" : state.name());
    }
    return answer;
  }

  /** In its own right: who is refused is counted too. */
  private void count(String address) {
    Instant now = clock.instant();
    long span = now.getEpochSecond() / SPAN_SECONDS;
    String from = address == null ? "-" : address.substring(0, Math.min(60, address.length()));
    store.createNativeQuery("insert into certificate_look_up (address, span, count) values (?1, ?2, 1) on duplicate key update count = count + 1").setParameter(1, from).setParameter(2, span).executeUpdate();
    int count = ((Number) store.createNativeQuery("select count from certificate_look_up where address = ?1 and span = ?2").setParameter(1, from).setParameter(2, span).getSingleResult()).intValue();
    if (count > TYPED) throw new Refused("too-many-checks", (SPAN_SECONDS - now.getEpochSecond() % SPAN_SECONDS + 59) / 60);
  }
}
