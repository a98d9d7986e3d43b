package cn.lianbing.training;

import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is planned of a session. Whether it can be held then and there, {@link Clashes} says.
 *
 * @param seats       null: as many as come
 * @param restricted  only who is invited may enrol: the units below and everybody in them
 * @param enrolUntil  null: until it begins
 * @param cancelUntil null: until a day before it begins
 */
public record SessionPlan(String title, Form form, String topic, String basis, String description, Long seriesId, long hostUnitId, Long cohostUnitId, long placeUnitId, String place, Instant from, Instant to, Integer seats, boolean restricted, Instant enrolUntil, Instant cancelUntil, Bucket bucket, boolean checkInCode,
    List<Long> lecturerIds, Set<Long> audienceUnitIds) {
  static final Duration LONGEST = Duration.ofHours(12);
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

  /** @throws Invalid for each field that is missing or cannot be */
  public SessionPlan {
    lecturerIds = lecturerIds == null ? List.of() : lecturerIds.stream().filter(Objects::nonNull).distinct().toList();
    audienceUnitIds = audienceUnitIds == null ? Set.of() : audienceUnitIds.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    List<Invalid.Violation> wrong = new ArrayList<>();
    text(wrong, "title", title, 150, true);
    text(wrong, "topic", topic, 150, false);
    text(wrong, "basis", basis, 200, false);
    text(wrong, "description", description, 2000, false);
    text(wrong, "place", place, 100, true);
    if (form == null) wrong.add(Invalid.Violation.of("form", "required"));
    if (bucket == null) wrong.add(Invalid.Violation.of("bucket", "required"));
    if (from == null) wrong.add(Invalid.Violation.of("from", "required"));
    if (to == null) wrong.add(Invalid.Violation.of("to", "required"));
    if (from != null && to != null && !from.isBefore(to)) wrong.add(Invalid.Violation.of("to", "training.order"));
    if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0) wrong.add(Invalid.Violation.of("to", "training.tooLong", LONGEST.toHours()));
    for (Instant end : new Instant[] {from, to}) if (end != null && (end.isBefore(FIRST) || end.isAfter(LAST))) wrong.add(Invalid.Violation.of(end == from ? "from" : "to", "training.year"));
    if (seats != null && (seats < 1 || seats > 5000)) wrong.add(Invalid.Violation.of("seats", "training.seats"));
    if (enrolUntil != null && from != null && enrolUntil.isAfter(from)) wrong.add(Invalid.Violation.of("enrolUntil", "training.enrolUntil"));
    if (!wrong.isEmpty()) throw new Invalid(wrong);
    enrolUntil = enrolUntil == null ? from : enrolUntil;
    cancelUntil = cancelUntil == null ? from.minus(Duration.ofDays(1)) : cancelUntil;
    title = title.strip();
    place = place.strip();
  }

  private static void text(List<Invalid.Violation> wrong, String field, String value, int longest, boolean needed) {
    if (value == null || value.isBlank()) {
      if (needed) wrong.add(Invalid.Violation.of(field, "required"));
    } else if (value.strip().length() > longest) wrong.add(Invalid.Violation.of(field, "tooLong", longest));
  }

  /** The room written one way: full-width and case do not make another room. */
  static String key(String place) {
    return java.text.Normalizer.normalize(place, java.text.Normalizer.Form.NFKC).replaceAll("\\s+", "").toLowerCase(java.util.Locale.ROOT);
  }
}
