package cn.lianbing.exam;

import cn.lianbing.platform.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;

/**
 * What proves a hand-in: a hash over the answers as they were stored then, and a MAC over it and the circumstances. The officer
 * holds a part of the MAC, printed as {@link #code}; whoever alters stored answers later can make a new hash but no MAC, since
 * its key is not in the database.
 */
final class HandInSeal {
  /** 96 bits: too many to guess, few enough for a small QR code. */
  private static final int CODE_BYTES = 12;
  private final SecretKey key;

  HandInSeal(SecretKey key) {
    this.key = key;
  }

  /** What is sealed. @param submittedAt UTC, whole milliseconds */
  record HandIn(long attemptId, long officerId, String receipt, LocalDateTime submittedAt, int journalLength, byte[] answersHash) {
    @Override
    public boolean equals(Object other) {
      return other instanceof HandIn that && attemptId == that.attemptId && officerId == that.officerId && receipt.equals(that.receipt) && submittedAt.equals(that.submittedAt) && journalLength == that.journalLength && Arrays.equals(answersHash, that.answersHash);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(attemptId);
    }
  }

  byte[] of(HandIn handIn) {
    byte[] receipt = handIn.receipt().getBytes(StandardCharsets.UTF_8);
    return AnswerJournal.mac(key, ByteBuffer.allocate(3 * Long.BYTES + Integer.BYTES + receipt.length + handIn.answersHash().length).putLong(handIn.attemptId()).putLong(handIn.officerId())
        .putLong(handIn.submittedAt().toInstant(ZoneOffset.UTC).toEpochMilli()).putInt(handIn.journalLength()).put(receipt).put(handIn.answersHash()).array());
  }

  /** What the receipt prints of a seal. */
  static String code(byte[] seal) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, CODE_BYTES));
  }

  static boolean says(byte[] seal, String code) {
    return code != null && MessageDigest.isEqual(code(seal).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
  }

  /** Collects answers in the order of their numbers into {@link HandIn#answersHash}. */
  static final class Answers {
    private final MessageDigest digest = Sha256.digest();

    void add(int no, long seq, String answer) {
      digest.update((no + " " + seq + " " + answer + "\n").getBytes(StandardCharsets.UTF_8));
    }

    byte[] hash() {
      return digest.digest();
    }
  }
}
