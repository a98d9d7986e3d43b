package cn.lianbing.bank;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Taking items out of use and back. Papers that have them already keep them. */
@ApplicationScoped
@Transactional
public class ItemLifecycle {
  @Inject Items items;
  @Inject Event<Happened> happened;

  /** Draws no longer find it; doing it twice changes nothing. */
  public void retire(Caller caller, String code) {
    Item item = item(caller, code);
    if (item.state() == Item.State.RETIRED) return;
    item.retire();
    happened.fire(Happened.done(caller, "bank.retire", "item", item.code(), null, ""));
  }

  public void reinstate(Caller caller, String code) {
    Item item = item(caller, code);
    if (item.state() == Item.State.IN_USE) return;
    item.use();
    happened.fire(Happened.done(caller, "bank.reinstate", "item", item.code(), null, ""));
  }

  private Item item(Caller caller, String code) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
    return items.byCode(code).orElseThrow(() -> new NotFound("item", code));
  }
}
