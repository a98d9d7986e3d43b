package cn.lianbing.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Makes lecturers for tests, read like speech: {@code aLecturer("沈怀瑾").appointed("2026-01-01", "2026-12-31").on("行政处罚法")}. */
final class ALecturer {
  private final String name;
  private Dossier.Home home = new Dossier.Home(null, "某研究所", true);
  private Integer limit;
  private List<String> topics = List.of("行政处罚法");
  private List<LawField> fields = List.of();
  private final List<Appointment> appointments = new ArrayList<>();
  private final List<Leave> leaves = new ArrayList<>();
  private final List<FreeTime> free = new ArrayList<>();
  private final List<Dossier.Barred> barred = new ArrayList<>();
  private final List<Lecture> lectures = new ArrayList<>();

  private ALecturer(String name) {
    this.name = name;
  }

  static ALecturer aLecturer(String name) {
    return new ALecturer(name);
  }

  static Instant at(String time) {
    return Instant.parse(time + ":00+08:00");
  }

  ALecturer appointed(String from, String to) {
    appointments.add(new Appointment(1, new Term("聘" + appointments.size(), Appointment.Source.OWN, LocalDate.parse(from), LocalDate.parse(to)), false, null, Instant.EPOCH));
    return this;
  }

  ALecturer left(String on) {
    appointments.forEach(one -> one.end(LocalDate.parse(on), Appointment.Exit.MOVED, null));
    return this;
  }

  ALecturer of(String path, String unit) {
    home = new Dossier.Home(path, unit, true);
    return this;
  }

  ALecturer outOfService() {
    home = new Dossier.Home(home.path(), home.name(), false);
    return this;
  }

  ALecturer on(String... some) {
    topics = List.of(some);
    return this;
  }

  ALecturer inField(LawField field) {
    fields = List.of(field);
    return this;
  }

  ALecturer atMost(int sessions) {
    limit = sessions;
    return this;
  }

  ALecturer away(String from, String to) {
    leaves.add(new Leave(1, LocalDate.parse(from), LocalDate.parse(to), null));
    return this;
  }

  ALecturer freeEvery(int weekday, String from, String to) {
    free.add(new FreeTime(1, weekday, null, LocalTime.parse(from), LocalTime.parse(to)));
    return this;
  }

  ALecturer freeOn(String day, String from, String to) {
    free.add(new FreeTime(1, null, LocalDate.parse(day), LocalTime.parse(from), LocalTime.parse(to)));
    return this;
  }

  ALecturer keptOutOf(String path, String unit) {
    barred.add(new Dossier.Barred(path, unit, "亲属"));
    return this;
  }

  ALecturer plans(long ref, String from, String to) {
    lecture(ref, from, to, null);
    return this;
  }

  ALecturer held(long ref, String from, Long host, int sum, int answers) {
    Lecture lecture = lecture(ref, from, from.substring(0, 11) + "18:00", host);
    lecture.hold(90);
    lecture.rate(sum, answers);
    return this;
  }

  ALecturer cancelled(long ref, String from, String to) {
    lecture(ref, from, to, null).cancel();
    return this;
  }

  private Lecture lecture(long ref, String from, String to, Long host) {
    Lecture lecture = new Lecture(1, ref);
    lecture.plan(at(from), at(to), "第" + ref + "场", host);
    lectures.add(lecture);
    return lecture;
  }

  List<Lecture> lectures() {
    return lectures;
  }

  Dossier dossier() {
    // Stored ones have an id; what judges and ranks passes it on without looking.
    Lecturer lecturer = new Lecturer(null, name, 1, Instant.EPOCH);
    lecturer.describe(new LecturerData(name, home.name(), null, null, null, null, limit, fields, topics));
    return new Dossier(lecturer, home, appointments, leaves, free, barred, lectures);
  }
}
