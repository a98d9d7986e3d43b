package cn.lianbing.authoring;

import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Collision;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The same for many items: what can be done is done, what cannot is told with its reason. Each is a transaction of its own. */
@ApplicationScoped
public class BulkChange {
  public static final int MOST = 500;
  @Inject One one;

  /** PUBLISH is for drafts, the others for items. */
  public enum Action { PUBLISH, RETIRE, REINSTATE, EMBARGO, RELEASE, FILE, TAG }

  /** @param place for FILE; {@code tagsOn} and {@code tagsOff} for TAG */
  public record Change(Action action, ItemLifecycle.Place place, List<String> tagsOn, List<String> tagsOff) {
    public Change {
      tagsOn = tagsOn == null ? List.of() : tagsOn;
      tagsOff = tagsOff == null ? List.of() : tagsOff;
    }
  }

  /** An item by its code, or a draft by its id with the version that was seen. */
  public record Chosen(String code, Integer version) implements Serializable {}

  /** @param code of the refusal behind {@code refused.} or {@code invalid.}; null where it was done */
  public record Outcome(String what, String code, boolean invalid, List<Object> arguments) implements Serializable {
    public boolean done() {
      return code == null;
    }
  }

  public List<Outcome> run(Caller caller, List<Chosen> chosen, Change change) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
    if (change.action() == null) throw Invalid.field("action", "required");
    if (chosen.isEmpty()) throw Invalid.field("items", "bulk.none");
    if (chosen.size() > MOST) throw Invalid.field("items", "most", MOST);
    List<Outcome> outcomes = new ArrayList<>();
    for (Chosen it : chosen) outcomes.add(outcome(caller, it, change));
    return outcomes;
  }

  private Outcome outcome(Caller caller, Chosen it, Change change) {
    try {
      one.change(caller, it, change);
      return new Outcome(it.code(), null, false, List.of());
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof Refused refused) return new Outcome(it.code(), refused.code(), false, List.of(refused.arguments()));
        if (cause instanceof NotFound) return new Outcome(it.code(), "not-found", false, List.of());
        if (cause instanceof Invalid invalid) return new Outcome(it.code(), invalid.violations().get(0).code(), true, invalid.violations().get(0).arguments());
      }
      return Collision.of(e).map(refused -> new Outcome(it.code(), refused.code(), false, List.of())).orElseThrow(() -> e);
    }
  }

  /** One of them. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class One {
    @Inject ItemLifecycle lifecycle;
    @Inject Reviewing reviewing;

    void change(Caller caller, Chosen it, Change change) {
      switch (change.action()) {
        case PUBLISH -> reviewing.publish(caller, NotFound.id("draft", it.code()), it.version() == null ? -1 : it.version(), null);
        case RETIRE -> lifecycle.retire(caller, it.code());
        case REINSTATE -> lifecycle.reinstate(caller, it.code());
        case EMBARGO -> lifecycle.embargo(caller, it.code(), true);
        case RELEASE -> lifecycle.embargo(caller, it.code(), false);
        case FILE -> lifecycle.file(caller, it.code(), change.place());
        case TAG -> lifecycle.tag(caller, it.code(), change.tagsOn(), change.tagsOff());
      }
    }
  }
}
