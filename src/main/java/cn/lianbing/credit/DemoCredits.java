package cn.lianbing.credit;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The demo's hours from before the program: the last year nearly full, this year in between, and a few claims that wait. */
@ApplicationScoped
@Transactional
public class DemoCredits {
  private static final List<String> TITLES = List.of("行政处罚法专题轮训", "行政执法人员岗位培训班", "行政复议法学习班", "执法文书与案卷制作", "乡镇综合执法业务培训");
  @Inject ProgramSettings settings;
  @Inject Officers officers;
  @Inject CreditLedger ledger;
  @Inject OutsideCredits outside;
  @Inject Clock clock;

  void fill(@Observes @Priority(60) Startup startup) {
    if (!settings.demo()) return;
    Caller program = Caller.system();
    List<Officer> all = officers.activeUnder("/");
    if (all.isEmpty() || ledger.balance(all.get(0).id(), 2025).in(Bucket.PROFESSIONAL) > 0) return;
    Random random = new Random(20261125);
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    for (Officer officer : all) {
      carry(program, officer, Bucket.PROFESSIONAL, 4000 + 400 * random.nextInt(9), today.minusYears(1), random);
      carry(program, officer, Bucket.PROFESSIONAL, 2400 + 400 * random.nextInt(11), today, random);
      carry(program, officer, Bucket.POLITICAL, 800 + 400 * random.nextInt(3), today, random);
    }
    claims(program, all, today);
  }

  /** Some wait, one with a certificate; one is approved, one refused, and one approval was taken back. */
  private void claims(Caller program, List<Officer> all, LocalDate today) {
    claim(all.get(0), "省司法厅行政执法人员网络示范班", today.minusDays(20), 1, 800, true);
    for (Officer officer : all.subList(4, 7)) claim(officer, "省司法厅行政执法人员网络示范班", today.minusDays(20), 2, 800, false);
    outside.approve(program, claim(all.get(0), "全市行政复议应诉业务培训", today.minusDays(60), 1, 600, true));
    outside.refuse(program, claim(all.get(1), "法律知识网上学习", today.minusDays(45), 1, 400, false), "没有主办单位的通知或证书，请补充后重新申报。");
    long revoked = claim(all.get(2), "全市行政复议应诉业务培训", today.minusDays(60), 1, 600, true);
    outside.approve(program, revoked);
    outside.revoke(program, revoked, "与主办单位的签到名单核对，当天没有到场。");
  }

  private long claim(Officer officer, String title, LocalDate from, int days, int hundredths, boolean certificate) {
    Caller self = new Caller(null, officer.id(), officer.name(), officer.unitId(), "", Set.of("OFFICER"), null, null);
    Attachment evidence = certificate ? Attachment.of("evidence", "结业证书.pdf", certificate(officer, title, from)) : null;
    return outside.claim(self, new OutsideCredits.Claim(title, "河南省司法厅", from, from.plusDays(days - 1L), hundredths, Bucket.PROFESSIONAL, evidence));
  }

  private static byte[] certificate(Officer officer, String title, LocalDate on) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintedPage page = new PrintedPage(out, "结业证书（演示）", "演示数据", false)) {
      page.paragraph("%s 于 %s 参加“%s”，完成全部课程。".formatted(officer.name(), Times.text(on), title), PrintedPage.Align.LEFT);
    }
    return out.toByteArray();
  }

  private void carry(Caller program, Officer officer, Bucket bucket, int hundredths, LocalDate year, Random random) {
    ledger.earn(program, new Booking(officer.id(), bucket, Origin.CARRIED, hundredths, year.withDayOfYear(1), "carried:%d:%d:%s".formatted(officer.id(), year.getYear(), bucket), TITLES.get(random.nextInt(TITLES.size()))));
  }
}
