package cn.lianbing.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question to whoever plans training: how many hours will coming sessions bring these officers? Fired as an event and answered
 * by {@link #add}, within the same call; so the ledger knows nothing of sessions.
 */
public final class PlannedHours {
  private final int year;
  private final Set<Long> officers;
  private final Map<Long, List<Place>> planned = new HashMap<>();

  /** A place in a coming session. @param on the day of it */
  public record Place(LocalDate on, Bucket bucket, int hundredths) {}

  /**
   * @param year     of the sessions; what would count for another one does not help in this
   * @param officers null for everybody
   */
  public PlannedHours(int year, Set<Long> officers) {
    this.year = year;
    this.officers = officers == null ? null : Set.copyOf(officers);
  }

  public int year() {
    return year;
  }

  /** Null for everybody. */
  public Set<Long> officers() {
    return officers;
  }

  /** A place in a coming session. Officers who were not asked for are passed over. @throws IllegalArgumentException for fewer than 0 hundredths */
  public void add(long officerId, LocalDate on, Bucket bucket, int hundredths) {
    if (hundredths < 0) throw new IllegalArgumentException("planned: " + hundredths);
    if (officers == null || officers.contains(officerId)) planned.computeIfAbsent(officerId, any -> new ArrayList<>(2)).add(new Place(on, bucket, hundredths));
  }

  public Balance of(long officerId) {
    Map<Bucket, Integer> sums = new EnumMap<>(Bucket.class);
    places(officerId).forEach(one -> sums.merge(one.bucket(), one.hundredths(), Math::addExact));
    return new Balance(sums);
  }

  /** In no order. */
  public List<Place> places(long officerId) {
    return planned.getOrDefault(officerId, List.of());
  }
}
