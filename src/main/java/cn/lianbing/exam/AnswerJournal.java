package cn.lianbing.exam;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * How the rows of an attempt's journal hang together: each hash is a MAC over the one before it and the row. Its key is derived
 * from the installation's secret, so that not even somebody who can write to the database can change, drop or insert a row and
 * make the rest fit.
 */
final class AnswerJournal {
  static final byte[] NOTHING_BEFORE = new byte[32];
  private final SecretKey key;

  AnswerJournal(SecretKey key) {
    this.key = key;
  }

  /** @param n from 1; @param savedAt UTC, whole milliseconds */
  record Row(long attemptId, int n, int no, long seq, String answer, LocalDateTime savedAt) {}

  byte[] hash(byte[] before, Row row) {
    byte[] answer = row.answer().getBytes(StandardCharsets.UTF_8);
    return mac(key, ByteBuffer.allocate(before.length + 3 * Long.BYTES + 2 * Integer.BYTES + answer.length).put(before).putLong(row.attemptId()).putInt(row.n()).putInt(row.no()).putLong(row.seq())
        .putLong(row.savedAt().toInstant(ZoneOffset.UTC).toEpochMilli()).put(answer).array());
  }

  static byte[] mac(SecretKey key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }
}
