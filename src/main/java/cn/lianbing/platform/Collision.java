package cn.lianbing.platform;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Two did the same at the same moment; the database let one through and undid the other whole. A rule that looks first and stores
 * then cannot see that coming, and it is nobody's mistake: who was later is told to look again.
 */
public final class Collision {
  /** MariaDB's: duplicate key, record changed since it was read, lock waited for too long, deadlock. */
  private static final Set<Integer> CODES = Set.of(1062, 1020, 1205, 1213);

  private Collision() {}

  /** {@code changed-meanwhile} where that is what went wrong. */
  public static Optional<Refused> of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
      if (cause instanceof OptimisticLockException || cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())) return Optional.of(new Refused("changed-meanwhile"));
    }
    return Optional.empty();
  }
}
