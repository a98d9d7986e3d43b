package cn.lianbing.roster;

import cn.lianbing.people.Account;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The demo's roster: four officers and eight invented experts of invented employers, with terms, leave, and a year of lectures. */
@ApplicationScoped
@Transactional
public class DemoLecturers {
  /** Sessions of training have positive numbers; what the demo's lecturers did before is told apart. */
  private static final long FIRST_REF = -1;
  private static final List<String> PLACES = List.of("西张村镇", "大营镇", "原店镇", "观音堂镇", "张汴乡", "菜园乡", "张茅乡", "店子乡", "区城市管理局", "区应急管理局");
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Accounts accounts;
  @Inject Units units;
  @Inject RosterKeeping keeping;
  @Inject LecturerApplications applications;
  @Inject Qualifications qualifications;
  @Inject LecturerTimes times;
  @Inject Clock clock;
  private final Random random = new Random(20261126);
  private long ref = FIRST_REF;

  /** @param days how far from today the term begins and ends */
  private record One(String officer, String name, String employer, String post, Appointment.Source source, int fromDays, int toDays, Integer limit, List<LawField> fields, List<String> topics, int lectures, double good) {}

  private static List<One> all() {
    return List.of(
        new One("officer022", null, null, "法制审核岗", Appointment.Source.OWN, -420, 660, 10, List.of(LawField.GENERAL, LawField.PENALTY), List.of("行政处罚法", "行政处罚程序与证据", "重大执法决定法制审核"), 7, 4.6),
        new One("officer003", null, null, "农业综合执法大队教员", Appointment.Source.OWN, -300, 780, 8, List.of(LawField.AGRICULTURE, LawField.DOCUMENTS), List.of("农业执法文书制作", "案卷评查"), 4, 4.2),
        new One("officer041", null, null, "综合行政执法队队长", Appointment.Source.OWN, -200, 880, 6, List.of(LawField.SERVICE, LawField.URBAN), List.of("乡镇综合执法实务", "服务型行政执法"), 2, 4.8),
        new One("officer007", null, null, "现场检查岗", Appointment.Source.CITY, -250, 830, null, List.of(LawField.ENVIRONMENT), List.of("生态环境现场检查", "行政处罚程序与证据"), 3, 4.1),
        new One(null, "沈怀瑾", "河洛行政法研究中心", "研究员", Appointment.Source.CITY, -500, 1320, 20, List.of(LawField.GENERAL, LawField.SERVICE), List.of("服务型行政执法", "行政相对人法律风险防控", "行政指导"), 11, 4.7),
        new One(null, "陆思源", "崤函律师事务所", "合伙人律师", Appointment.Source.CITY, -380, 700, 12, List.of(LawField.REVIEW, LawField.PENALTY), List.of("行政复议与应诉", "行政处罚程序与证据"), 9, 4.4),
        new One(null, "裴致远", "豫西法学院", "副教授", Appointment.Source.PROVINCE, -340, 1480, 6, List.of(LawField.GENERAL, LawField.FORCE), List.of("行政强制法", "行政处罚法修订要点"), 5, 4.9),
        new One(null, "温若川", "函谷仲裁院", "仲裁员", Appointment.Source.CITY, -1050, 45, 8, List.of(LawField.REVIEW), List.of("行政调解", "行政复议与应诉"), 4, 3.9),
        new One(null, "苗青岚", "甘山生态评估所", "高级工程师", Appointment.Source.PROVINCE, -600, 490, 8, List.of(LawField.ENVIRONMENT, LawField.LAND), List.of("生态环境现场检查", "固体废物违法案件办理"), 3, 4.5),
        new One(null, "仲以宁", "砥柱安全技术服务中心", "注册安全工程师", Appointment.Source.CITY, -150, 930, 10, List.of(LawField.EMERGENCY), List.of("安全生产执法检查", "轻微不罚与柔性执法"), 6, 4.3),
        new One(null, "郁明哲", "召公法治教育基地", "首席讲师", Appointment.Source.OWN, -240, 840, 24, List.of(LawField.DOCUMENTS, LawField.GENERAL), List.of("执法文书与案卷制作", "行政执法三项制度"), 8, 4.0),
        new One(null, "史敬之", "虢州法律服务所", "法律服务工作者", Appointment.Source.CITY, -1200, -110, 6, List.of(LawField.URBAN), List.of("城市管理执法实务"), 3, 3.6));
  }

  void fill(@Observes @Priority(70) Startup startup) {
    if (!settings.demo() || store.createQuery("select count(l) from Lecturer l", Long.class).getSingleResult() > 0) return;
    Account trainer = accounts.byUsername("trainer").orElse(null);
    if (trainer == null) return;
    Caller desk = caller(trainer, "TRAINER");
    LocalDate today = Dossier.day(clock.instant());
    int number = 0;
    for (One one : all()) {
      Long officer = one.officer() == null ? null : accounts.byUsername(one.officer()).orElseThrow().officerId();
      String mail = one.officer() == null ? "lecturer%02d@example.cn".formatted(++number) : null;
      long id = keeping.add(desk, officer, new LecturerData(one.name(), one.employer(), one.post(), mail, null, null, one.limit(), one.fields(), one.topics()));
      LocalDate from = today.plusDays(one.fromDays());
      keeping.appoint(desk, id, new Term("陕司聘〔%d〕%d号".formatted(from.getYear(), 3 + id * 2), one.source(), from, today.plusDays(one.toDays())));
      lectures(id, one, today);
      if (one.officer() == null) qualifications.addToLecturer(desk, id, one.post() + "证书", today.minusYears(6), pdf());
    }
    details(desk, today);
    pending(today);
  }

  private void lectures(long lecturer, One one, LocalDate today) {
    int reach = Math.min(-one.fromDays(), 320);
    int until = Math.max(5, -one.toDays() + 5);
    for (int i = 0; i < one.lectures(); i++) {
      LocalDate day = today.minusDays(until + random.nextInt(Math.max(1, reach - until))).with(TemporalAdjusters.nextOrSame(DayOfWeek.of(1 + random.nextInt(5))));
      if (!day.isBefore(today)) day = day.minusWeeks(1);
      Lecture lecture = lecture(lecturer, day, random.nextBoolean(), one.topics().get(i % one.topics().size()));
      lecture.hold(135);
      int answers = 4 + random.nextInt(30);
      lecture.rate((int) Math.min(5L * answers, Math.round(answers * (one.good() + (random.nextDouble() - 0.5) / 3))), answers);
      store.persist(lecture);
    }
  }

  private Lecture lecture(long lecturer, LocalDate day, boolean morning, String topic) {
    Lecture lecture = new Lecture(lecturer, ref--);
    LocalTime start = morning ? LocalTime.of(9, 0) : LocalTime.of(14, 30);
    lecture.plan(day.atTime(start).atZone(Times.ZONE).toInstant(), day.atTime(start.plusMinutes(150)).atZone(Times.ZONE).toInstant(), "微宣讲：" + topic, units.byName(PLACES.get(random.nextInt(PLACES.size()))).orElseThrow().id());
    return lecture;
  }

  /** Leave, times, a conflict, and a lecture on next Thursday, so that a search has something to exclude. */
  private void details(Caller desk, LocalDate today) {
    LocalDate thursday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(3);
    times.addLeave(desk, lecturer("陆思源"), thursday.minusDays(3), thursday.plusDays(4), "外出办案");
    times.addLeave(desk, lecturer("苗青岚"), today.minusDays(2), today.plusDays(12), "项目评审");
    for (int weekday : new int[] {2, 4}) times.addFree(desk, lecturer("沈怀瑾"), weekday, null, LocalTime.of(8, 30), LocalTime.of(12, 0));
    times.addFree(desk, lecturer("裴致远"), 5, null, LocalTime.of(14, 0), LocalTime.of(18, 0));
    times.addFree(desk, lecturer("仲以宁"), null, thursday, LocalTime.of(8, 0), LocalTime.of(18, 0));
    keeping.bar(desk, lecturer("郁明哲"), units.byName("西张村镇").orElseThrow().id(), "近亲属在该镇综合行政执法队任职");
    store.persist(lecture(store.createQuery("select l.id from Lecturer l where l.officerId = :officer", Long.class).setParameter("officer", accounts.byUsername("officer003").orElseThrow().officerId()).getSingleResult(), thursday, true, "案卷评查"));
  }

  private void pending(LocalDate today) {
    Account officer = accounts.byUsername("officer010").orElseThrow();
    Caller self = caller(officer, "OFFICER");
    long id = applications.apply(self, new LecturerData(null, null, null, null, "0398-0000000", null, null, List.of(LawField.LAND, LawField.PENALTY), List.of("违法建设查处", "行政处罚程序与证据")), "从事住建执法十二年，主办的两件案卷在市级评查中评为优秀，愿意到乡镇讲授违法建设查处。");
    qualifications.addToApplication(self, id, "优秀案卷证书", today.minusMonths(7), pdf());
  }

  private long lecturer(String name) {
    return store.createQuery("select l.id from Lecturer l where l.name = :name", Long.class).setParameter("name", name).getSingleResult();
  }

  private Caller caller(Account account, String role) {
    return new Caller(account.id(), account.officerId(), account.name(), account.unitId(), units.get(account.unitId()).path(), Set.of(role), null, null);
  }

  private static Attachment pdf() {
    return Attachment.of("file", "证书.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj trailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  }
}
