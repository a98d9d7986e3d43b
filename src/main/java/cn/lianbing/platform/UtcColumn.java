package cn.lianbing.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as native queries give and take them: a {@code datetime(3)} without a zone, which is UTC. Entities have {@link InstantConverter}. */
public final class UtcColumn {
  private UtcColumn() {}

  /** For a parameter of a query. */
  public static LocalDateTime of(Instant time) {
    return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  /** From a column of a result: which of the two classes it has depends on the driver's version. */
  public static Instant time(Object column) {
    if (column == null) return null;
    return (column instanceof LocalDateTime local ? local : ((Timestamp) column).toLocalDateTime()).toInstant(ZoneOffset.UTC);
  }
}
