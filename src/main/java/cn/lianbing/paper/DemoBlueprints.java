package cn.lianbing.paper;

import cn.lianbing.bank.ItemType;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** The demo's blueprint: the paper of 济宁's yearly exam on law, 80 questions for 100 marks. */
@ApplicationScoped
@Transactional
public class DemoBlueprints {
  /** 40 SINGLE × 1, 20 MULTIPLE × 2, 20 TRUE_FALSE × 1. */
  public static final List<Line> USUAL = List.of(new Line(null, ItemType.SINGLE, 1, 5, 40, 10), new Line(null, ItemType.MULTIPLE, 1, 5, 20, 20), new Line(null, ItemType.TRUE_FALSE, 1, 5, 20, 10));
  private static final String TITLE = "行政执法人员法律知识考试";
  @Inject ProgramSettings settings;
  @Inject Blueprints blueprints;
  @Inject BlueprintEditing editing;
  @Inject Units units;

  void fill(@Observes @Priority(50) Startup startup) {
    if (!settings.demo() || !blueprints.all().isEmpty()) return;
    Unit district = units.byCode("411203").orElseThrow();
    Caller program = Caller.system();
    editing.save(new Caller(null, null, program.name(), district.id(), program.unitPath(), Set.copyOf(program.roles()), null, null), null, TITLE, USUAL);
  }
}
