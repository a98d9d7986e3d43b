package cn.lianbing.eligibility;

import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.PlannedHours;
import cn.lianbing.exam.Subject;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody who has all that either certificate asks for, until a test takes something away. */
final class APerson {
  static final LocalDate ON = LocalDate.of(2026, 11, 24);
  private Unit.Kind level = Unit.Kind.DEPARTMENT;
  private Officer.Establishment establishment = Officer.Establishment.ADMINISTRATIVE;
  private Officer.State state = Officer.State.ACTIVE;
  private LocalDate birth = LocalDate.of(1989, 4, 2);
  private Officer.Education education = Officer.Education.COLLEGE;
  private boolean recorded = true;
  private final Map<FactKind, List<Known.Fact>> facts = new HashMap<>();
  private final Map<Subject, List<Known.Result>> results = new HashMap<>();
  private final List<Known.Coming> coming = new ArrayList<>();
  private final List<PlannedHours.Place> planned = new ArrayList<>();
  private int hours = 6400;
  private long ids;

  static APerson withAll() {
    APerson one = new APerson();
    one.has(FactKind.VERIFICATION, "CONFIRMED", "2026-01-10").has(FactKind.HEALTH, "FIT", "2026-02-01").has(FactKind.SUITABILITY, "SUITED", "2026-02-01").has(FactKind.DUTY, "SUPERVISION", "2024-01-01").has(FactKind.ASSESSMENT, "COMPETENT", "2025-01-01");
    one.sat(Subject.PUBLIC, "2026-09-18", 860, true).sat(Subject.PROFESSIONAL, "2026-10-30", 820, true);
    return one;
  }

  APerson but(Consumer<APerson> change) {
    change.accept(this);
    return this;
  }

  APerson is(Officer.State other) {
    state = other;
    return this;
  }

  APerson is(Officer.Establishment other) {
    establishment = other;
    return this;
  }

  APerson worksAt(Unit.Kind other) {
    level = other;
    return this;
  }

  APerson born(LocalDate other) {
    birth = other;
    return this;
  }

  APerson learned(Officer.Education other) {
    education = other;
    return this;
  }

  APerson unrecorded() {
    recorded = false;
    return this;
  }

  APerson earned(int hundredths) {
    hours = hundredths;
    return this;
  }

  APerson without(FactKind kind) {
    facts.remove(kind);
    return this;
  }

  APerson without(Subject subject) {
    results.remove(subject);
    return this;
  }

  APerson has(FactKind kind, String value, String from) {
    return has(kind, value, from, null, null, null);
  }

  APerson has(FactKind kind, String value, String from, String to, String about, String note) {
    facts.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Known.Fact(++ids, kind, value, about, "陕编函〔2026〕8号", "区委编办", note, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "孟立新", Instant.parse("2026-11-20T01:00:00Z")));
    return this;
  }

  APerson now(FactKind kind, String value, String from) {
    return without(kind).has(kind, value, from);
  }

  APerson sat(Subject subject, String on, int score, boolean released) {
    results.computeIfAbsent(subject, any -> new ArrayList<>()).add(new Known.Result(7, "公共法律知识考试", subject, LocalDate.parse(on), score, 800, released));
    return this;
  }

  APerson canSit(Subject subject, String opens, String closes) {
    coming.add(new Known.Coming(subject, "专业法律知识补考", LocalDate.parse(opens), LocalDate.parse(closes)));
    return this;
  }

  APerson hasPlace(String on, Bucket bucket, int hundredths) {
    planned.add(new PlannedHours.Place(LocalDate.parse(on), bucket, hundredths));
    return this;
  }

  Known on(LocalDate day) {
    Known.Past past = recorded ? new Known.Past(3, level, establishment, state, birth, education) : null;
    return new Known(12, "赵立新", "区应急管理局", day, past, facts.values().stream().flatMap(List::stream).toList(), results.values().stream().flatMap(List::stream).toList(), Map.of(new Known.Window("PROFESSIONAL", 24), hours), coming, planned);
  }

  Known known() {
    return on(ON);
  }
}
