package cn.lianbing.casefile;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The demo's reviews: 2023 with the figures of that year's report (7 units, 33 files, 31 opinions, 7 letters), last year's, and this year's, which is going on. */
@ApplicationScoped
@Transactional
public class DemoReviews {
  private static final String BASIS = "《河南省行政执法条例》第四十条；年度行政执法监督工作计划";
  private static final List<String> MATTERS = List.of("未按规定公示收费标准", "超出许可范围经营", "未按规定建立进货查验记录", "擅自占用道路堆放物料", "未落实安全生产教育培训", "露天焚烧秸秆", "未取得许可从事客运经营", "违法占用耕地建房", "销售过期食品", "未按规定处置建筑垃圾", "使用未经检定的计量器具", "施工现场未采取防尘措施");
  private static final List<String> WRONG = List.of("询问笔录中执法人员只有一人签名，未见另一人出示证件的记录。", "现场照片未注明拍摄时间、地点和拍摄人，不能与笔录相互印证。", "决定书引用的条款未写到项。", "未说明按裁量权基准从轻处罚的理由。", "告知书未载明当事人陈述、申辩的期限。", "案情复杂，未见负责人集体讨论记录。", "决定书送达回证缺当事人签收日期。", "未见结案审批表。", "案卷无目录，页码不连续。", "加处罚款的计算起算日有误。");
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Units units;
  @Inject ReviewPlanning planning;
  @Inject Checklists checklists;
  @Inject Clock clock;
  private final Random random = new Random(20261128);
  private List<ChecklistItem> items;
  private long checklistId;

  void fill(@Observes @Priority(130) Startup startup) {
    if (!settings.demo() || units.byCode("D01").isEmpty() || store.createQuery("select count(b) from ReviewBatch b", Long.class).getSingleResult() > 0) return;
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    Checklists.Row checklist = checklists.all(Caller.system()).get(0);
    items = checklist.items();
    checklistId = checklist.id();
    over(2023, List.of("D01", "D02", "D03", "D04", "D05", "D06", "D07"), 33, 31);
    over(today.getYear() - 1, List.of("D01", "D04", "D05", "D08", "D09", "D11", "411203100", "411203103"), 36, 28);
    goingOn(today);
  }

  /** A review that is over: every opinion sent, every letter answered and accepted. */
  private void over(int year, List<String> codes, int files, int opinions) {
    LocalDate day = LocalDate.of(year, 5, 15);
    long batch = batch(year, year + "年度行政处罚案卷评查", day);
    List<Unit> those = enter(batch, codes);
    for (int i = 0; i < files; i++) reviewed(file(batch, those.get(i % those.size()), year, i), day.plusDays(i / 4));
    List<SupervisionLetter> letters = new ArrayList<>();
    for (int i = 0; i < those.size(); i++) letters.add(letter(batch, those.get(i), year, i + 1, LocalDate.of(year, 6, 10), LocalDate.of(year, 7, 10)));
    for (int i = 0; i < opinions; i++) opinion(batch, those.get(i % those.size()), LocalDate.of(year, 6, 8), i, letters.get(i % letters.size()));
    for (SupervisionLetter letter : letters) {
      letter.answer(LocalDate.of(year, 7, 5), "已逐项整改：补正文书，组织案卷制作培训，并对承办人进行提醒谈话。");
      step(letter, "ANSWERED", letter.answer(), LocalDate.of(year, 7, 5));
      letter.accept();
      step(letter, "ACCEPTED", "", LocalDate.of(year, 7, 8));
    }
    numbered(year, SupervisionLetter.Kind.OPINION, letters.size());
    store.flush();
    planning.close(Caller.system(), batch);
  }

  /** This year's: some files still lie there, one letter is late, one was followed by a decision, one waits for the desk. */
  private void goingOn(LocalDate today) {
    LocalDate day = today.minusDays(70);
    long batch = batch(today.getYear(), today.getYear() + "年度行政处罚案卷评查", day);
    List<Unit> those = enter(batch, List.of("D01", "D02", "D03", "D05", "D06", "D10", "D12", "411203100", "411203200"));
    for (int i = 0; i < 41; i++) {
      ReviewFile file = file(batch, those.get(i % those.size()), today.getYear(), i);
      if (i < 36) reviewed(file, day.plusDays(i / 3));
    }
    int[] due = {12, -9, -40, 4, 12, -3};
    List<SupervisionLetter> letters = new ArrayList<>();
    for (int i = 0; i < due.length; i++) letters.add(letter(batch, those.get(i), today.getYear(), i + 1, today.plusDays(due[i]).minusDays(30), today.plusDays(due[i])));
    for (int i = 0; i < 29; i++) opinion(batch, those.get(i % 8), day.plusDays(14), i, i % 8 < letters.size() ? letters.get(i % 8) : null);
    letters.get(3).answer(today.minusDays(2), "相关案卷已补正，整改照片和制度修订稿已报送。");
    step(letters.get(3), "ANSWERED", letters.get(3).answer(), today.minusDays(2));
    SupervisionLetter late = letters.get(2);
    LocalDate decidedOn = today.minusDays(20);
    SupervisionLetter decision = late.decide(decidedOn, Texts.in(Texts.CHINESE).of("casefile.number.DECISION", today.getYear(), 1), decidedOn.plusDays(15), SupervisionLetter.Measure.CORRECT, "责令在期限内重新调查取证，纠正适用依据错误的行政处罚决定，并将处理结果书面报告。");
    store.persist(decision);
    store.flush();
    step(late, "DECIDED", decision.number(), decidedOn);
    step(decision, "ISSUED", late.number(), decidedOn);
    decision.answer(decidedOn.plusDays(10), "已重新作出处理决定，原处罚决定书已收回。");
    step(decision, "ANSWERED", decision.answer(), decidedOn.plusDays(10));
    decision.accept();
    step(decision, "ACCEPTED", "", decidedOn.plusDays(12));
    numbered(today.getYear(), SupervisionLetter.Kind.OPINION, letters.size());
    numbered(today.getYear(), SupervisionLetter.Kind.DECISION, 1);
  }

  private long batch(int year, String title, LocalDate from) {
    return planning.plan(Caller.system(), new ReviewPlanning.Plan(year, title, BASIS, from, from.plusMonths(3), checklistId));
  }

  private List<Unit> enter(long batch, List<String> codes) {
    List<Unit> those = codes.stream().flatMap(code -> units.byCode(code).stream()).toList();
    planning.choose(Caller.system(), batch, those.stream().map(Unit::id).toList());
    return those;
  }

  private ReviewFile file(long batch, Unit unit, int year, int i) {
    ReviewFile file = new ReviewFile(batch, unit.id(), "陕%s罚决〔%d〕%d号".formatted(unit.name().replaceAll("^区|局$|委员会$|大队$", "").substring(0, 2), year, 3 + i * 2), "某经营者" + MATTERS.get(i % MATTERS.size()) + "案", ReviewFile.Kind.PENALTY);
    store.persist(file);
    store.flush();
    return file;
  }

  private void reviewed(ReviewFile file, LocalDate day) {
    List<Finding> findings = items.stream().map(item -> switch (random.nextInt(10)) {
      case 0, 1 -> new Finding(item.code(), Finding.Result.UNMET, 1 + random.nextInt(item.weight()), WRONG.get(items.indexOf(item) % WRONG.size()));
      case 2 -> item.code().equals("hearing") ? new Finding(item.code(), Finding.Result.NOT_APPLICABLE, 0, "") : new Finding(item.code(), Finding.Result.MET, 0, "");
      default -> new Finding(item.code(), Finding.Result.MET, 0, "");
    }).toList();
    file.judge(items, findings, day, null);
  }

  private SupervisionLetter letter(long batch, Unit unit, int year, int number, LocalDate issued, LocalDate deadline) {
    SupervisionLetter letter = SupervisionLetter.ofOpinion(batch, unit.id(), Texts.in(Texts.CHINESE).of("casefile.number.OPINION", year, number), issued, deadline);
    store.persist(letter);
    store.flush();
    step(letter, "ISSUED", "", issued);
    return letter;
  }

  private void opinion(long batch, Unit unit, LocalDate day, int i, SupervisionLetter letter) {
    List<ReviewFile> files = store.createQuery("select f from ReviewFile f where f.batchId = :batch and f.unitId = :unit order by f.id", ReviewFile.class).setParameter("batch", batch).setParameter("unit", unit.id()).getResultList();
    int item = i % items.size();
    Opinion opinion = new Opinion(batch, unit.id(), files.get(i / 7 % files.size()).id(), items.get(item).code(), WRONG.get(item).replaceAll("。$", "，请补正并举一反三。"), day, null);
    if (letter != null) opinion.sendWith(letter);
    store.persist(opinion);
  }

  private void step(SupervisionLetter letter, String step, String note, LocalDate day) {
    store.createNativeQuery("insert into supervision_letter_step (letter_id, step, note, deadline, account_id, at) values (?1, ?2, ?3, ?4, (select id from account where username = ?6), ?5)").setParameter(1, letter.id()).setParameter(2, step).setParameter(3, note).setParameter(4, java.sql.Date.valueOf(letter.deadline()))
        .setParameter(5, LocalDateTime.ofInstant(day.atTime(9, 30).atZone(Times.ZONE).toInstant(), ZoneOffset.UTC)).setParameter(6, step.equals("ANSWERED") ? "-" : "supervisor").executeUpdate();
  }

  private void numbered(int year, SupervisionLetter.Kind kind, int last) {
    store.createNativeQuery("insert into supervision_number (year, kind, last) values (?1, ?2, ?3)").setParameter(1, year).setParameter(2, kind.name()).setParameter(3, last).executeUpdate();
  }
}
