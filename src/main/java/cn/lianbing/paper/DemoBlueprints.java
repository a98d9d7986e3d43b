package cn.lianbing.paper;

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

/** The demo's blueprint. */
@ApplicationScoped
@Transactional
public class DemoBlueprints {
  @Inject ProgramSettings settings;
  @Inject Blueprints blueprints;
  @Inject BlueprintEditing editing;
  @Inject Units units;

  void fill(@Observes @Priority(50) Startup startup) {
    if (!settings.demo() || !blueprints.all().isEmpty()) return;
    Unit district = units.byCode("411203").orElseThrow();
    Caller program = Caller.system();
    editing.save(new Caller(null, null, program.name(), district.id(), district.path(), program.roles(), null, null), null, UsualPaper.TITLE, UsualPaper.LINES);
  }
}
