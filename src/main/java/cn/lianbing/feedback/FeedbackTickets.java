package cn.lianbing.feedback;

import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Sha256;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Tickets that open a session's form once. A ticket is the session, a random number and our signature over both; whom it was given
 * to is nowhere in it, and it is not kept when it is given. What is kept when it is used is its hash.
 */
@ApplicationScoped
public class FeedbackTickets {
  private static final int RANDOM = 16;
  private static final int SIGNATURE = 16;
  private static final int SIGNED = Long.BYTES + RANDOM;
  private final SecureRandom random = new SecureRandom();
  @Inject ProgramSettings settings;
  private SecretKey key;

  @PostConstruct
  void derive() {
    key = settings.key("feedback-ticket", "HmacSHA256");
  }

  String issue(long sessionId) {
    byte[] number = new byte[RANDOM];
    random.nextBytes(number);
    byte[] signed = ByteBuffer.allocate(SIGNED).putLong(sessionId).put(number).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(SIGNED + SIGNATURE).put(signed).put(signature(signed)).array());
  }

  /** The session that it opens; empty where we did not sign it. */
  OptionalLong session(String ticket) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(ticket == null ? "" : ticket);
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
    if (bytes.length != SIGNED + SIGNATURE) return OptionalLong.empty();
    byte[] signed = Arrays.copyOf(bytes, SIGNED);
    if (!MessageDigest.isEqual(signature(signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) return OptionalLong.empty();
    return OptionalLong.of(ByteBuffer.wrap(signed).getLong());
  }

  /** Of the bytes, not of the text: base64 can write the same bytes in several ways. */
  static byte[] hash(String ticket) {
    return Sha256.of(Base64.getUrlDecoder().decode(ticket));
  }

  private byte[] signature(byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(signed), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }
}
