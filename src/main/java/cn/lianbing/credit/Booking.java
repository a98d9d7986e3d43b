package cn.lianbing.credit;

import java.time.LocalDate;

/**
 * Hours to be booked for an officer.
 *
 * @param hundredths of an 学时, 1 or more
 * @param on         the day on which they were earned; its year's account takes them
 * @param source     what they are for, unique for ever: {@code attendance:123}
 * @param title      for people: the session's topic
 * @param unitId     where the officer was when they were earned; null: where the officer is now
 */
public record Booking(long officerId, Bucket bucket, Origin origin, int hundredths, LocalDate on, String source, String title, Long unitId) {
  /** @throws IllegalArgumentException for what no caller may ask */
  public Booking {
    if (hundredths <= 0) throw new IllegalArgumentException("nothing to book: " + source);
    if (origin == Origin.CLOSED) throw new IllegalArgumentException("only closing books into CLOSED");
    if (source == null || source.isBlank() || source.length() > 80) throw new IllegalArgumentException("source " + source);
    title = title.length() > 300 ? title.substring(0, 300) : title;
  }

  public Booking(long officerId, Bucket bucket, Origin origin, int hundredths, LocalDate on, String source, String title) {
    this(officerId, bucket, origin, hundredths, on, source, title, null);
  }
}
