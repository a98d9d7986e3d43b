package cn.lianbing.credit;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

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
    for (Officer officer : all.subList(4, 8)) {
      Caller self = new Caller(null, officer.id(), officer.name(), officer.unitId(), "", java.util.Set.of("OFFICER"), null, null);
      outside.claim(self, new OutsideCredits.Claim("省司法厅行政执法人员网络示范班", "河南省司法厅", today.minusDays(20), today.minusDays(19), 800, Bucket.PROFESSIONAL, null));
    }
  }

  private void carry(Caller program, Officer officer, Bucket bucket, int hundredths, LocalDate year, Random random) {
    ledger.earn(program, new Booking(officer.id(), bucket, Origin.CARRIED, hundredths, year.withDayOfYear(1), "carried:%d:%d:%s".formatted(officer.id(), year.getYear(), bucket), TITLES.get(random.nextInt(TITLES.size()))));
  }
}
