package cn.lianbing.exam;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The exam page's own tokens. Each opens one attempt and nothing else, and is checked without asking the database: it carries
 * whose it is and is signed. The attempt's stamp in it is compared where the answer is stored, so signing out ends it.
 */
@ApplicationScoped
public class AttemptTokens {
  public static final String PREFIX = "ex_";
  private static final Duration AFTER_DEADLINE = Duration.ofHours(1);
  private static final int FIELDS = 4 * Long.BYTES + Integer.BYTES;
  @Inject ProgramSettings settings;
  @Inject Attempts attempts;
  @Inject Clock clock;
  private SecretKey key;

  @PostConstruct
  void derive() {
    key = settings.key("attempt-token", "HmacSHA256");
  }

  /** A token for the caller's own attempt, good until an hour after its deadline or from now, whichever is later. */
  public String issue(Caller caller, long attemptId) {
    Attempt attempt = attempts.own(caller, attemptId);
    long until = Math.max(attempt.deadline().toEpochMilli(), clock.millis()) + AFTER_DEADLINE.toMillis();
    ByteBuffer fields = ByteBuffer.allocate(FIELDS).putLong(attemptId).putLong(attempt.officerId()).putLong(caller.accountId()).putLong(until).putInt(attempt.tokenStamp());
    byte[] mac = sign(fields.array());
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(FIELDS + mac.length).put(fields.array()).put(mac).array());
  }

  /** Whom a token lets in; empty when it is forged or over. */
  public Optional<Caller> read(String token, String address) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token.substring(PREFIX.length()).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length <= FIELDS) return Optional.empty();
    byte[] fields = Arrays.copyOf(bytes, FIELDS);
    if (!MessageDigest.isEqual(sign(fields), Arrays.copyOfRange(bytes, FIELDS, bytes.length))) return Optional.empty();
    ByteBuffer read = ByteBuffer.wrap(fields);
    long attempt = read.getLong();
    long officer = read.getLong();
    long account = read.getLong();
    if (read.getLong() < clock.millis()) return Optional.empty();
    return Optional.of(new Caller(account, officer, "officer " + officer, null, "", Set.of(), address, new Caller.Bound(attempt, read.getInt())));
  }

  private byte[] sign(byte[] fields) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(fields);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }
}
