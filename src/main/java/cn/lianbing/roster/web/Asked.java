package cn.lianbing.roster.web;

import cn.lianbing.platform.Invalid;
import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** What a request asks for; nonsense is 400. */
final class Asked {
  private Asked() {}

  static <T> T body(T body) {
    if (body == null) throw new BadRequestException();
    return body;
  }

  /** An id in the query; null where it is not given. */
  static Long id(String text) {
    if (text == null || text.isEmpty()) return null;
    if (!text.matches("\\d{1,18}")) throw new BadRequestException();
    return Long.valueOf(text);
  }

  /** One of an enum's names in the query; null where it is not given. */
  static <E extends Enum<E>> E one(Class<E> type, String text) {
    if (text == null || text.isEmpty()) return null;
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst().orElseThrow(BadRequestException::new);
  }

  /** One of an enum's names in a body. @throws Invalid for the field */
  static <E extends Enum<E>> E value(Class<E> type, String field, String text) {
    if (text == null || text.isEmpty()) return null;
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst().orElseThrow(() -> Invalid.field(field, "choice"));
  }

  /** ISO-8601 with offset, in the query. */
  static Instant time(String text) {
    if (text == null || text.isEmpty()) return null;
    try {
      // A + that was not encoded arrives as a space.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequestException(e);
    }
  }
}
