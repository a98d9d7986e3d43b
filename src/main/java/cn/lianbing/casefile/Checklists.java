package cn.lianbing.casefile;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** The checklists and their versions. */
@ApplicationScoped
@Transactional
public class Checklists {
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  public record Row(long id, String code, int number, String title, List<ChecklistItem> items, Checklist.State state) implements Serializable {
    public int weight() {
      return items.stream().mapToInt(ChecklistItem::weight).sum();
    }
  }

  /** All versions, those in use first, the newest of each first. */
  public List<Row> all(Caller caller) {
    Desk.demandReader(caller);
    return store.createQuery("select c from Checklist c order by case c.state when cn.lianbing.casefile.Checklist.State.IN_USE then 0 when cn.lianbing.casefile.Checklist.State.DRAFT then 1 else 2 end, c.code, c.number desc", Checklist.class).getResultStream().map(Checklists::row).toList();
  }

  public Row row(Caller caller, long id) {
    Desk.demandReader(caller);
    return row(get(id));
  }

  /** A first version, or with the code of one that exists, its next. @return its id @throws Invalid for {@code code}, {@code title}, {@code items…} */
  public long draft(Caller caller, String code, String title, List<ChecklistItem> items) {
    Desk.demand(caller);
    if (code == null || !code.matches("[A-Za-z0-9-]{1,40}")) throw Invalid.field("code", "casefile.code");
    String name = title(title);
    List<ChecklistItem> checked = ChecklistItem.checked(items);
    int last = ((Number) store.createQuery("select coalesce(max(c.number), 0) from Checklist c where c.code = :code").setParameter("code", code).getSingleResult()).intValue();
    Checklist checklist = new Checklist(code, last + 1, name, checked, caller.accountId(), clock.instant());
    store.persist(checklist);
    store.flush();
    say(caller, "casefile.checklist", checklist);
    return checklist.id();
  }

  /** @throws Refused {@code checklist-frozen} */
  public void write(Caller caller, long id, String title, List<ChecklistItem> items) {
    Desk.demand(caller);
    Checklist checklist = get(id);
    checklist.write(title(title), ChecklistItem.checked(items));
    say(caller, "casefile.checklist", checklist);
  }

  /** From now on batches are planned with it; the version before it is retired. */
  public void publish(Caller caller, long id) {
    Desk.demand(caller);
    Checklist checklist = get(id);
    checklist.publish();
    store.createQuery("select c from Checklist c where c.code = :code and c.state = cn.lianbing.casefile.Checklist.State.IN_USE and c.id <> :id", Checklist.class).setParameter("code", checklist.code()).setParameter("id", id).getResultStream().forEach(Checklist::retire);
    say(caller, "casefile.publishChecklist", checklist);
  }

  Checklist get(long id) {
    Checklist checklist = store.find(Checklist.class, id);
    if (checklist == null) throw new NotFound("checklist", id);
    return checklist;
  }

  private void say(Caller caller, String action, Checklist checklist) {
    happened.fire(Happened.done(caller, action, "reviewChecklist", checklist.id(), null, checklist.title() + " v" + checklist.number()));
  }

  private static Row row(Checklist one) {
    return new Row(one.id(), one.code(), one.number(), one.title(), one.items(), one.state());
  }

  private static String title(String title) {
    if (title == null || title.isBlank() || title.strip().length() > 100) throw Invalid.field("title", "casefile.length", 100);
    return title.strip();
  }
}
