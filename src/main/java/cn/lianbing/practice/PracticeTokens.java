package cn.lianbing.practice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
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

/** The drill page's own tokens: half a day, the officer's own practice and nothing else. What a browser queued is sent with the next one. */
@ApplicationScoped
public class PracticeTokens {
  public static final String PREFIX = "pr_";
  /** Not one of people.Role: no other part of the API takes it. */
  public static final String ROLE = "PRACTICE";
  /** So that it opens no attempt either. */
  private static final Caller.Bound NO_ATTEMPT = new Caller.Bound(0, 0);
  private static final Duration GOOD_FOR = Duration.ofHours(12);
  private static final int FIELDS = 3 * Long.BYTES;
  @Inject ProgramSettings settings;
  @Inject Clock clock;
  private SecretKey key;

  @PostConstruct
  void derive() {
    key = settings.key("practice-token", "HmacSHA256");
  }

  /** @throws NotFound for somebody who is no officer */
  public String issue(Caller caller) {
    ByteBuffer fields = ByteBuffer.allocate(FIELDS).putLong(PracticeCards.officer(caller)).putLong(caller.accountId()).putLong(clock.millis() + GOOD_FOR.toMillis());
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
    long officer = read.getLong();
    long account = read.getLong();
    if (read.getLong() < clock.millis()) return Optional.empty();
    return Optional.of(new Caller(account, officer, "officer " + officer, null, "", Set.of(ROLE), address, NO_ATTEMPT));
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
