package cn.lianbing.training;

import cn.lianbing.credit.Bucket;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Times;
import cn.lianbing.roster.Lecturers;
import cn.lianbing.roster.Lectures;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The demo's year: sessions in 11 of the 13 townships, some to come, a draft, one that waits, and what units ask for. */
@ApplicationScoped
@Transactional
public class DemoSessions {
  private static final List<String> TOPICS = List.of("首违不罚与轻微不罚怎么用", "行政处罚程序中的告知与听证", "行政执法三项制度在乡镇怎么落实", "行政执法文书制作常见错误", "行政复议法修订后怎么答复", "涉企检查怎样规范", "行政强制措施的边界", "执法证件管理与亮证执法", "行政相对人法律风险防控");
  private static final int HELD = 26;
  private static final int COMING = 6;
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Units units;
  @Inject TrainingSessions sessions;
  @Inject SessionPlanning planning;
  @Inject SessionRequests requests;
  @Inject SeriesKeeping series;
  @Inject Lecturers lecturers;
  @Inject Lectures lectures;
  @Inject Clock clock;

  void fill(@Observes @Priority(90) Startup startup) {
    if (!settings.demo() || !series.all().isEmpty()) return;
    Unit district = units.byCode("411203").orElseThrow();
    Caller desk = new Caller(null, null, "system", district.id(), district.path(), Set.of("SYSTEM"), null, null);
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    long plan = series.add(desk, new SeriesKeeping.Data(today.getYear(), today.getYear() + "年“微宣讲、走基层”", today.getYear() + "年度全区推进服务型行政执法建设工作要点", 30));
    List<Units.Row> townships = units.within(desk).stream().filter(one -> one.kind() == Unit.Kind.TOWNSHIP).toList();
    for (int i = 0; i < HELD; i++) held(desk, plan, townships.get(i % (townships.size() - 2)), workday(today.minusDays(9L * (HELD - i))), i);
    for (int i = 0; i < COMING; i++) coming(desk, plan, townships.get((i * 3 + 1) % townships.size()), workday(today.plusDays(2 + 4L * i)), i);
    planning.draft(desk, plan(plan, townships.get(0), workday(today.plusDays(40)), 3, List.of()));
    planning.submit(desk, planning.draft(desk, plan(plan, townships.get(5), workday(today.plusDays(33)), 4, List.of())));
    requests.ask(desk, new SessionRequests.Data(townships.get(12).id(), "乡镇综合执法案卷怎么做", Form.MICRO_TALK, workday(today.plusDays(20)), workday(today.plusDays(30)), 25, "案卷评查反映证据登记和送达问题较多。"));
    requests.ask(desk, new SessionRequests.Data(townships.get(8).id(), "生态环境法典新旧衔接", Form.LECTURE, null, null, 40, "法典施行后，现场检查中多次被问到依据。"));
  }

  private SessionPlan plan(long plan, Units.Row place, LocalDate day, int i, List<Long> lecturerIds) {
    boolean course = i % 5 == 4;
    Instant from = day.atTime(i % 2 == 0 ? 9 : 14, 30).atZone(Times.ZONE).toInstant();
    String topic = TOPICS.get(i % TOPICS.size());
    Unit district = units.byCode("411203").orElseThrow();
    return new SessionPlan(course ? place.name() + "综合执法培训班" : topic, course ? Form.COURSE : i % 7 == 3 ? Form.CASE_STUDY : i % 11 == 6 ? Form.LECTURE : Form.MICRO_TALK, topic, "河南省行政执法条例第八条", null, plan, district.id(), place.id(), place.id(), "三楼会议室", from, from.plus(Duration.ofMinutes(course ? 180 : 135)), 40, false, null, null, Bucket.PROFESSIONAL, i % 3 == 0, lecturerIds, Set.of(place.id()));
  }

  /** Publishing refuses what is past: the demo writes its past itself. */
  private void held(Caller desk, long plan, Units.Row place, LocalDate day, int i) {
    SessionPlan written = plan(plan, place, day, i, lecturer(day, i));
    TrainingSession session = sessions.get(planning.draft(desk, written));
    session.publish(sessions.nextNumber(session.year()), session.from());
    for (long lecturer : written.lecturerIds()) lectures.plan(lecturer, session.id(), session.from(), session.to(), session.title(), session.placeUnitId());
    session.hold(clock.instant());
    store.flush();
    lectures.held(session.id(), session.minutes());
    if (day.isBefore(clock.instant().atZone(Times.ZONE).toLocalDate().minusDays(60))) session.count(18 + (i * 7) % 23);
  }

  private void coming(Caller desk, long plan, Units.Row place, LocalDate day, int i) {
    long id = planning.draft(desk, plan(plan, place, day, i, lecturer(day, i + 1)));
    planning.publish(desk, id, true);
  }

  private List<Long> lecturer(LocalDate day, int i) {
    List<Lecturers.Row> roster = lecturers.appointedOn(day).stream().filter(one -> !one.inside()).toList();
    return roster.isEmpty() ? List.of() : roster.stream().skip(i % roster.size()).map(Lecturers.Row::id).filter(id -> free(id, day)).limit(1).toList();
  }

  private boolean free(long lecturer, LocalDate day) {
    return lectures.check(lecturer, day.atTime(9, 0).atZone(Times.ZONE).toInstant(), day.atTime(18, 0).atZone(Times.ZONE).toInstant(), null, null).stream().noneMatch(Lectures.Objection::hard);
  }

  private static LocalDate workday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2) : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }
}
