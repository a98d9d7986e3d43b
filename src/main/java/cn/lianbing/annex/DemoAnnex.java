package cn.lianbing.annex;

import cn.lianbing.people.Unit;
import cn.lianbing.people.UnitFacts;
import cn.lianbing.people.UnitKeeping;
import cn.lianbing.people.UnitReporting;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The demo's annexes: 2023, frozen, whose records have the figures of that year's report, and the current year, which is being put together. */
@ApplicationScoped
@Transactional
public class DemoAnnex {
  private static final Logger LOG = Logger.getLogger(DemoAnnex.class.getName());
  private static final Map<String, String> WORDS_2023 = Map.of(
      "CAMPAIGNS", "行政执法突出问题专项整治行动、涉企行政执法突出问题专项监督检查工作和助企惠企政策落实专项监督工作", "GUIDELINE", "2023年度全区推进服务型行政执法建设工作要点", "PLATFORM", "甘棠政务-学考云", "INSPECTIONS", "多轮次的");
  private static final String SOURCE_2023 = "2023年度法治政府建设报告";
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Units units;
  @Inject UnitKeeping unitKeeping;
  @Inject UnitReporting unitReporting;
  @Inject AnnexEntering entering;
  @Inject AnnexEditions editions;
  @Inject Clock clock;

  void fill(@Observes @Priority(150) Startup startup) {
    if (!settings.demo() || units.byCode("411203").isEmpty() || store.createQuery("select count(e) from AnnexEntry e", Long.class).getSingleResult() > 0) return;
    units.within(Caller.system()).forEach(this::state);
    Period then = Period.year(2023);
    Caller desk = desk();
    WORDS_2023.forEach((code, words) -> entering.enter(desk, then, code, null, words, SOURCE_2023));
    int year = clock.instant().atZone(Times.ZONE).getYear();
    entering.enter(desk, Period.year(year), "CAMPAIGNS", null, "道路运输执法领域突出问题专项整治和涉企行政检查专项监督", "局执法监督股工作台账");
    entering.enter(desk, Period.year(year), "PLATFORM", null, "练兵", "局执法监督股");
    entering.enter(desk, Period.year(year), "INSPECTIONS", null, "三轮次的", "局执法监督股督导记录");
    try {
      editions.freeze(desk, then, "按当年公开的报告补录");
    } catch (Invalid e) {
      // the demo's certificates may say something else of that year; the page then shows what does not fit
      LOG.log(Level.INFO, "no demo edition: {0}", e.getMessage());
    }
  }

  /** All departments publish; each township but the street office has a brigade of deputy-section rank. */
  private void state(Units.Row row) {
    if (row.kind() == Unit.Kind.DEPARTMENT) unitReporting.state(Caller.system(), row.id(), new UnitFacts(true, LocalDate.of(2020, 12, 1), Unit.Rank.SECTION, LocalDate.of(2016, 3, 1), Unit.Level.COUNTY));
    if (row.kind() != Unit.Kind.TOWNSHIP) return;
    unitReporting.state(Caller.system(), row.id(), new UnitFacts(true, LocalDate.of(2021, 7, 15), Unit.Rank.SECTION, LocalDate.of(2016, 3, 1), Unit.Level.TOWNSHIP));
    if (row.name().endsWith("街道")) return;
    long brigade = unitKeeping.add(Caller.system(), new UnitKeeping.UnitData(row.code() + "-Z", row.name() + "综合行政执法大队", Unit.Kind.BRIGADE, row.id(), 0));
    unitReporting.state(Caller.system(), brigade, new UnitFacts(true, LocalDate.of(2021, 7, 15), Unit.Rank.DEPUTY_SECTION, LocalDate.of(2023, 9, 1), Unit.Level.TOWNSHIP));
  }

  private Caller desk() {
    List<?> found = store.createNativeQuery("select a.id, a.name, u.id, u.path from account a join unit u on u.id = a.unit_id where a.username = 'supervisor'").getResultList();
    if (found.isEmpty()) return Caller.system();
    Object[] row = (Object[]) found.get(0);
    return new Caller(((Number) row[0]).longValue(), null, (String) row[1], ((Number) row[2]).longValue(), (String) row[3], Set.of("SUPERVISOR"), null, null);
  }
}
