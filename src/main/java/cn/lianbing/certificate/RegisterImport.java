package cn.lianbing.certificate;

import cn.lianbing.eligibility.FactKind;
import cn.lianbing.eligibility.PersonnelFacts;
import cn.lianbing.people.IdNumberVault;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes over a register that was kept elsewhere, whole or not at all, and says how it and ours agree. What is here already changes
 * only by steps that could follow; what would end many certificates waits for a second person, and half of them is refused.
 */
@ApplicationScoped
@Transactional
public class RegisterImport {
  public static final List<String> COLUMNS = RegisterLines.COLUMNS;
  @PersistenceContext EntityManager store;
  @Inject Units units;
  @Inject IdNumberVault vault;
  @Inject StepRules rules;
  @Inject StepLog log;
  @Inject LargeChanges changes;
  @Inject PersonnelFacts facts;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @param ends     certificates in force that it would end
   * @param live     certificates in force now
   * @param changeId where a second person must confirm it; nothing is stored then
   */
  public record Result(ImportReport report, Reconciliation reconciliation, int ends, int live, Long changeId) implements Serializable {}

  /** What waits for a second person. */
  public record Kept(List<RegisterLines.Line> lines, boolean complete) {
    @JsonbCreator
    public Kept {}
  }

  public static boolean may(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM");
  }

  /**
   * @param complete the file is the whole register: what is in force here and not in it is cancelled
   * @param dryRun   only look; nothing is stored
   * @throws Refused {@code import-ends-half} where it would end more than may be ended by a file
   */
  public Result register(Caller caller, SheetReader.Sheet sheet, boolean complete, boolean dryRun) {
    if (!may(caller)) throw new NotFound("certificateImport", "-");
    if (!dryRun) oneAtATime();
    List<ImportReport.Error> errors = new ArrayList<>();
    List<RegisterLines.Line> lines = RegisterLines.read(sheet, units.within(caller), vault, rules.serialForm(today()), today(), errors);
    RegisterPlan plan = RegisterPlan.of(store, lines, complete, today(), errors);
    errors.sort(Comparator.comparingInt(ImportReport.Error::row));
    Result result = new Result(new ImportReport(plan.accepted(), (int) errors.stream().map(ImportReport.Error::row).distinct().count(), plan.reconciliation().same(), errors), plan.reconciliation(), plan.ends(), plan.live(), null);
    if (plan.ends() > 0 && percent(plan) >= rules.number(StepRules.Setting.IMPORT_REFUSE_PERCENT, today())) throw new Refused("import-ends-half", plan.ends(), plan.live());
    if (dryRun) return result;
    if (errors.isEmpty() && plan.ends() > 0 && percent(plan) > rules.number(StepRules.Setting.IMPORT_SECOND_PERCENT, today())) return new Result(result.report(), result.reconciliation(), plan.ends(), plan.live(), ask(caller, plan, new Kept(lines, complete)));
    if (errors.isEmpty()) store(plan, caller, null);
    happened.fire(new Happened(caller, "certificate.import", "certificate", "-", null, errors.isEmpty(), "accepted %d, rejected %d, unchanged %d, ended %d".formatted(plan.accepted(), result.report().rejected(), plan.reconciliation().same(), plan.ends())));
    return result;
  }

  private long ask(Caller caller, RegisterPlan plan, Kept kept) {
    return changes.ask(caller, LargeChange.Kind.IMPORT, Texts.in(Texts.CHINESE).of("certificate.change.import", kept.lines().size(), plan.ends(), plan.live()), plan.ends(), Json.write(kept));
  }

  /** What waited, against the register as it is now. @throws Refused {@code changed-meanwhile} where it no longer fits */
  void storeConfirmed(Caller asker, Long second, String content) {
    oneAtATime();
    Kept kept = Json.read(content, Kept.class);
    List<ImportReport.Error> errors = new ArrayList<>();
    RegisterPlan plan = RegisterPlan.of(store, kept.lines(), kept.complete(), today(), errors);
    if (!errors.isEmpty() || percent(plan) >= rules.number(StepRules.Setting.IMPORT_REFUSE_PERCENT, today())) throw new Refused("changed-meanwhile");
    store(plan, asker, second);
  }

  /** A revocation bars its holder from both certificates, so eligibility hears of it. */
  private void store(RegisterPlan plan, Caller caller, Long second) {
    List<RegisterPlan.Revoked> revoked = plan.revoked();
    plan.store(store, log, caller, second);
    Texts chinese = Texts.in(Texts.CHINESE);
    for (RegisterPlan.Revoked one : revoked) facts.record(caller, one.officerId(), new PersonnelFacts.FactData(FactKind.REVOCATION, "REVOKED", chinese.of("certificate.import.document", one.serial()), chinese.get("certificate.import.title"), null, one.on(), null));
  }

  private static int percent(RegisterPlan plan) {
    return plan.live() == 0 ? 0 : plan.ends() * 100 / plan.live();
  }

  private void oneAtATime() {
    store.createNativeQuery("insert into certificate_number (name, last) values ('IMPORT', 1) on duplicate key update last = last + 1").executeUpdate();
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
