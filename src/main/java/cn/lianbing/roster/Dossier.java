package cn.lianbing.roster;

import cn.lianbing.platform.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that speaks for or against asking one lecturer, and the rules over it. Each objection is found, not only the first:
 * who plans wants to know all.
 */
record Dossier(Lecturer lecturer, Home home, List<Appointment> appointments, List<Leave> leaves, List<FreeTime> free, List<Barred> barred, List<Lecture> lectures) {

  /** Where a lecturer works. @param path null for somebody from outside; @param name null where unknown */
  record Home(String path, String name, boolean inService) {}

  /** A unit to keep out of, and why. */
  record Barred(String path, String unit, String reason) {}

  /** Who hosts or where it is. */
  record Host(long id, String path, String name) {}

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** @param host null where none is known yet; @param exceptRef the session that is being moved, null for a new one */
  List<Lectures.Objection> against(Instant from, Instant to, Host host, Long exceptRef) {
    List<Lectures.Objection> found = new ArrayList<>();
    LocalDate first = day(from);
    LocalDate last = day(to.minusMillis(1));
    if (!appointedOn(first) || !appointedOn(last)) found.add(hard("lecturer-not-appointed", name(), termText(first)));
    busy(from, to, exceptRef).ifPresent(other -> found.add(hard("lecturer-busy", name(), other.title(), when(other.from(), other.to()))));
    leaves.stream().filter(leave -> leave.touches(first, last)).findFirst().ifPresent(leave -> found.add(hard("lecturer-on-leave", name(), Times.text(leave.from()), Times.text(leave.to()))));
    if (host != null) hosting(host, found);
    if (!home.inService()) found.add(soft("lecturer-out-of-service", name()));
    int year = first.getYear();
    int load = load(year, exceptRef);
    if (lecturer.loadLimit() != null && load >= lecturer.loadLimit()) found.add(soft("lecturer-load-exceeded", name(), String.valueOf(year), String.valueOf(load), String.valueOf(lecturer.loadLimit())));
    if (toldTimes() && !free(from, to)) found.add(soft("lecturer-not-free", name()));
    return found;
  }

  private void hosting(Host host, List<Lectures.Objection> found) {
    if (isOwn(host)) found.add(hard("lecturer-own-unit", name(), host.name()));
    barred.stream().filter(one -> host.path().startsWith(one.path())).findFirst().ifPresent(one -> found.add(hard("lecturer-conflict", name(), one.unit(), one.reason())));
  }

  /** One's own unit, a part of it, or the department that it is a part of. The district is everybody's and nobody's own. */
  private boolean isOwn(Host host) {
    if (home.path() == null) return home.name() != null && home.name().equals(host.name());
    if (depth(home.path()) < 2 || depth(host.path()) < 2) return false;
    return host.path().startsWith(home.path()) || home.path().startsWith(host.path());
  }

  private static long depth(String path) {
    return path.chars().filter(c -> c == '/').count() - 1;
  }

  String name() {
    return lecturer.name();
  }

  boolean appointedOn(LocalDate day) {
    return appointments.stream().anyMatch(one -> one.holdsOn(day));
  }

  /** The appointment of that day, else the one that ended last before it, else the one that begins next. */
  Optional<Appointment> appointment(LocalDate day) {
    return appointments.stream().filter(one -> one.holdsOn(day)).findFirst()
        .or(() -> appointments.stream().filter(one -> one.lastDay().isBefore(day)).max(Comparator.comparing(Appointment::lastDay)))
        .or(() -> appointments.stream().min(Comparator.comparing(Appointment::from)));
  }

  private String termText(LocalDate day) {
    return appointment(day).map(one -> one.lastDay().isBefore(one.from()) ? "—" : Times.text(one.from()) + "—" + Times.text(one.lastDay())).orElse("—");
  }

  private Optional<Lecture> busy(Instant from, Instant to, Long exceptRef) {
    return lectures.stream().filter(one -> one.state() != Lecture.State.CANCELLED && (exceptRef == null || one.ref() != exceptRef) && one.from().isBefore(to) && from.isBefore(one.to())).findFirst();
  }

  /** Sessions planned or held in a year. */
  int load(int year, Long exceptRef) {
    return (int) lectures.stream().filter(one -> one.state() != Lecture.State.CANCELLED && (exceptRef == null || one.ref() != exceptRef) && day(one.from()).getYear() == year).count();
  }

  boolean toldTimes() {
    return !free.isEmpty();
  }

  /** Within a time that was told. */
  boolean free(Instant from, Instant to) {
    LocalDate day = day(from);
    LocalTime start = from.atZone(Times.ZONE).toLocalTime();
    LocalTime end = to.atZone(Times.ZONE).toLocalTime();
    return day.equals(day(to)) && free.stream().anyMatch(one -> one.covers(day, start, end));
  }

  /** The last lecture that was held for that unit. */
  Optional<Lecture> lastAt(long unitId) {
    return lectures.stream().filter(one -> one.state() == Lecture.State.HELD && one.hostUnitId() != null && one.hostUnitId() == unitId).max(Comparator.comparing(Lecture::from));
  }

  static LocalDate day(Instant time) {
    return time.atZone(Times.ZONE).toLocalDate();
  }

  /** 2026年11月26日 09:00—11:30 */
  static String when(Instant from, Instant to) {
    return Times.text(from) + "—" + (day(from).equals(day(to)) ? CLOCK.format(to.atZone(Times.ZONE)) : Times.text(to));
  }

  private static Lectures.Objection hard(String code, String... args) {
    return new Lectures.Objection(code, List.of(args), true);
  }

  private static Lectures.Objection soft(String code, String... args) {
    return new Lectures.Objection(code, List.of(args), false);
  }
}
