package cn.lianbing.paper;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
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

/** The demo's blueprint and two forms of it, which nobody has made final yet. */
@ApplicationScoped
@Transactional
public class DemoBlueprints {
  @Inject ProgramSettings settings;
  @Inject Blueprints blueprints;
  @Inject BlueprintEditing editing;
  @Inject FormAssembly forms;
  @Inject Units units;
  @Inject Clock clock;

  void fill(@Observes @Priority(50) Startup startup) {
    if (!settings.demo() || !blueprints.all().isEmpty()) return;
    Unit district = units.byCode("411203").orElseThrow();
    Caller program = Caller.system();
    Caller inDistrict = new Caller(null, null, program.name(), district.id(), district.path(), program.roles(), null, null);
    forms.assemble(inDistrict, editing.save(inDistrict, null, UsualPaper.TITLE, UsualPaper.LINES), 2, true, LocalDate.ofInstant(clock.instant(), Times.ZONE));
  }
}
