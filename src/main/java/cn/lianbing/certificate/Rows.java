package cn.lianbing.certificate;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Columns of native queries, whose Java types differ between driver and mapping. */
public final class Rows {
  private Rows() {}

  public static LocalDate day(Object value) {
    return value == null ? null : value instanceof LocalDate day ? day : value instanceof Date date ? date.toLocalDate() : ((Timestamp) value).toLocalDateTime().toLocalDate();
  }

  public static Instant time(Object value) {
    return value == null ? null : (value instanceof LocalDateTime local ? local : ((Timestamp) value).toLocalDateTime()).toInstant(ZoneOffset.UTC);
  }

  public static Long id(Object value) {
    return value == null ? null : ((Number) value).longValue();
  }

  public static Integer number(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }
}
