package cn.lianbing.credit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A question to whoever plans training: how many hours will coming sessions bring these officers? Fired as an event and answered
 * by {@link #add}, within the same call; so the ledger knows nothing of sessions.
 */
public final class PlannedHours {
  private final int year;
  private final Set<Long> officers;
  private final Map<Long, Map<Bucket, Integer>> planned = new HashMap<>();

  /** @param year of the sessions; what would count for another one does not help in this */
  public PlannedHours(int year, Set<Long> officers) {
    this.year = year;
    this.officers = Set.copyOf(officers);
  }

  public int year() {
    return year;
  }

  public Set<Long> officers() {
    return officers;
  }

  /** A place in a coming session. Officers who were not asked for are passed over. @throws IllegalArgumentException for fewer than 0 hundredths */
  public void add(long officerId, Bucket bucket, int hundredths) {
    if (hundredths < 0) throw new IllegalArgumentException("planned: " + hundredths);
    if (officers.contains(officerId)) planned.computeIfAbsent(officerId, any -> new EnumMap<>(Bucket.class)).merge(bucket, hundredths, Math::addExact);
  }

  public Balance of(long officerId) {
    return new Balance(planned.getOrDefault(officerId, Map.of()));
  }
}
