package cn.lianbing.enrolment;

import cn.lianbing.platform.ProgramSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.Mac;

/**
 * Six digits on the screen of a session, others every 30 seconds: an HMAC of session and time step, so nothing is stored and every
 * node shows the same. Whoever types them had them within the last minute, wherever they were: that is a claim, which the organiser
 * confirms.
 */
@ApplicationScoped
public class CheckInCode {
  public static final int SECONDS = 30;
  @Inject ProgramSettings settings;
  @Inject Clock clock;

  /** @param remainingMillis until the next */
  public record Shown(String code, long remainingMillis) {}

  public Shown shown(long sessionId) {
    Instant now = clock.instant();
    return new Shown(code(sessionId, step(now)), SECONDS * 1000L - now.toEpochMilli() % (SECONDS * 1000L));
  }

  /** The one on the screen, or the one before it: typing takes time. */
  boolean holds(long sessionId, String typed) {
    long step = step(clock.instant());
    return typed != null && (typed.equals(code(sessionId, step)) || typed.equals(code(sessionId, step - 1)));
  }

  private String code(long sessionId, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(settings.key("training check-in", "HmacSHA256"));
      byte[] sum = mac.doFinal(ByteBuffer.allocate(16).putLong(sessionId).putLong(step).array());
      return "%06d".formatted((ByteBuffer.wrap(sum).getLong() >>> 1) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }

  private static long step(Instant now) {
    return now.getEpochSecond() / SECONDS;
  }
}
