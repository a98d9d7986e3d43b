package cn.lianbing.proposal;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Below which share of marks a topic is weak whatever the others do. A proposal keeps the share that held when it was counted. */
@ApplicationScoped
@Transactional
public class WeaknessRule {
  private static final String NAME = "proposal.weakBelow";
  private static final int LONGEST_SOURCE = 300;
  @Inject Settings settings;
  @Inject Event<Happened> happened;

  /** Percent, and where it comes from. */
  public Settings.Figure now() {
    return settings.figure(NAME);
  }

  /** The training desk of the whole district. */
  public boolean keeps(Caller caller) {
    return caller.has("TRAINER") && caller.unitPath().chars().filter(c -> c == '/').count() == 2;
  }

  /** For exams that are counted from now on. */
  public void set(Caller caller, Integer percent, String source) {
    if (!keeps(caller)) throw new NotFound("setting", NAME);
    if (percent == null || percent < 1 || percent > 99) throw Invalid.field("weakBelow", "proposal.weakBelow");
    if (source == null || source.isBlank()) throw Invalid.field("source", "required");
    if (source.strip().length() > LONGEST_SOURCE) throw Invalid.field("source", "tooLong", LONGEST_SOURCE);
    settings.set(NAME, percent, source.strip());
    happened.fire(Happened.done(caller, "proposal.setWeakBelow", "setting", NAME, null, percent + "% " + source.strip()));
  }
}
