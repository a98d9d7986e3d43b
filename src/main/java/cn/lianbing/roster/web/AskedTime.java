package cn.lianbing.roster.web;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** A time in the query, ISO-8601 with offset; null where it is not given, nonsense is 400. */
final class AskedTime {
  private AskedTime() {}

  static Instant of(String text) {
    if (text == null || text.isEmpty()) return null;
    try {
      // A + that was not encoded arrives as a space.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequestException(e);
    }
  }
}
