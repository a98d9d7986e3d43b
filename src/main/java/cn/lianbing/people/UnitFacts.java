package cn.lianbing.people;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What the annual report tells of a unit.
 *
 * @param publishes   whether it publishes its enforcement information 公示, and since when
 * @param rank        规格; null where it is not known, with the day since when
 */
public record UnitFacts(boolean publishes, LocalDate publishesSince, Unit.Rank rank, LocalDate rankedSince, Unit.Level level) implements Serializable {
  /** A day says something only of what is so. */
  public UnitFacts {
    if (!publishes) publishesSince = null;
    if (rank == null) rankedSince = null;
  }
}
