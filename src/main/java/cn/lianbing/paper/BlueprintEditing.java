package cn.lianbing.paper;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Making and changing blueprints. Exams that are scheduled already keep what they were scheduled with. */
@ApplicationScoped
@Transactional
public class BlueprintEditing {
  @Inject Blueprints blueprints;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A blueprint with its lines, for a form. */
  public record View(long id, String title, List<Line> lines, Demands demands, Long formSetId) {}

  public View view(Caller caller, long id) {
    demand(caller);
    Blueprint blueprint = blueprints.get(id);
    return new View(id, blueprint.title(), blueprint.lines(), blueprint.demands(), blueprint.formSetId());
  }

  /** A blueprint that demands nothing beyond its lines. */
  public long save(Caller caller, Long id, String title, List<Line> lines) {
    return save(caller, id, title, lines, Demands.NONE);
  }

  /**
   * @param id null for a new one
   * @return its id
   */
  public long save(Caller caller, Long id, String title, List<Line> lines, Demands demands) {
    demandEditor(caller);
    if (title == null || title.isBlank()) throw Invalid.field("title", "required");
    if (title.strip().length() > 100) throw Invalid.field("title", "tooLong", 100);
    if (lines.isEmpty()) throw Invalid.field("lines", "blueprint.lines");
    if (lines.stream().mapToInt(Line::count).sum() > 300) throw Invalid.field("lines", "blueprint.tooMany", 300);
    Blueprint blueprint;
    if (id == null) blueprint = blueprints.add(new Blueprint(title.strip(), caller.unitId(), lines, demands, clock.instant()));
    else {
      blueprint = blueprints.get(id);
      blueprint.describe(title.strip(), lines, demands);
    }
    happened.fire(Happened.done(caller, "paper.saveBlueprint", "blueprint", blueprint.id(), null, blueprint.title()));
    return blueprint.id();
  }

  /** @throws Refused {@code blueprint-used} when an exam was drawn by it */
  public void remove(Caller caller, long id) {
    demandEditor(caller);
    Blueprint blueprint = blueprints.get(id);
    if (blueprints.used(id)) throw new Refused("blueprint-used");
    blueprints.remove(blueprint);
    happened.fire(Happened.done(caller, "paper.removeBlueprint", "blueprint", id, null, blueprint.title()));
  }

  /** Blueprints are the whole district's: who holds an exam in a unit picks one but does not change it. */
  private static void demandEditor(Caller caller) {
    demand(caller);
    if (!caller.hasAny("EXAM_ADMIN", "SYSTEM")) throw new Refused("forbidden");
  }

  private static void demand(Caller caller) {
    if (!caller.hasAny("EXAM_ADMIN", "UNIT_ADMIN", "SYSTEM")) throw new NotFound("blueprint", "-");
  }
}
