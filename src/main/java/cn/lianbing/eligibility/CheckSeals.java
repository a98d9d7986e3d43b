package cn.lianbing.eligibility;

import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Signs kept checks, and makes the token that opens one on the public page. Both keys come from the installation's secret and lie
 * in no table: whoever can write the database cannot make a check that verifies, and no number can be guessed into a token.
 */
@ApplicationScoped
public class CheckSeals {
  private static final int TOKEN_BYTES = 12;
  @Inject ProgramSettings settings;
  private SecretKey sealKey;
  private SecretKey tokenKey;

  @PostConstruct
  void derive() {
    sealKey = settings.key("eligibility-check-seal", "HmacSHA256");
    tokenKey = settings.key("eligibility-check-token", "HmacSHA256");
  }

  byte[] seal(String number, String content) {
    return mac(sealKey, number + "\n" + content);
  }

  boolean sealed(StoredCheck check) {
    return check.signature() != null && MessageDigest.isEqual(check.signature(), seal(check.number(), check.content()));
  }

  String token(String number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac(tokenKey, number), TOKEN_BYTES));
  }

  boolean opens(String number, String token) {
    return token != null && MessageDigest.isEqual(token(number).getBytes(StandardCharsets.US_ASCII), token.strip().getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] mac(SecretKey key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }
}
