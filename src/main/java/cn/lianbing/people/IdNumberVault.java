package cn.lianbing.people;

import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Identity numbers at rest: AES-256-GCM under a key of this installation, and beside it an HMAC, by which one can be found
 * again without deciphering the others (a plain hash of so few possible numbers could be reversed by trying them all).
 */
@ApplicationScoped
public class IdNumberVault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  @Inject ProgramSettings settings;
  private final SecureRandom random = new SecureRandom();
  private SecretKey cipherKey;
  private SecretKey indexKey;

  @PostConstruct
  void derive() {
    cipherKey = settings.key("id-number-cipher", "AES");
    indexKey = settings.key("id-number-index", "HmacSHA256");
  }

  /** Nonce, then the ciphertext with its tag. */
  public byte[] encrypt(IdNumber number) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(number.text().getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every Java", e);
    }
  }

  /** @throws IllegalStateException where the installation's secret is not the one it was encrypted with */
  public IdNumber decrypt(byte[] stored) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, stored, 0, NONCE));
      return new IdNumber(new String(cipher.doFinal(stored, NONCE, stored.length - NONCE), StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an identity number cannot be read with this installation's secret", e);
    }
  }

  public byte[] index(IdNumber number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(indexKey);
      return mac.doFinal(number.text().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }
}
