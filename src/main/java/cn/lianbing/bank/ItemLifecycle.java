package cn.lianbing.bank;

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
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What is done with an item beside its words: taken out of use and back, kept for exams, filed, tagged. Papers that have it already keep it. */
@ApplicationScoped
@Transactional
public class ItemLifecycle {
  private static final int MOST_TAGS = 20;
  private static final int LONGEST_TAG = 30;
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Topics topics;
  @Inject ItemSearch search;
  @Inject Event<Happened> happened;
  @Inject Event<ItemStep> steps;

  /** Where an item is filed; null leaves it as it is. */
  public record Place(String topic, String stage, String field, Integer difficulty) {}

  /** Draws no longer find it; doing it twice changes nothing. */
  public void retire(Caller caller, String code) {
    Item item = item(caller, code);
    if (item.state() == Item.State.RETIRED) return;
    item.retire();
    done(caller, item, ItemStep.Kind.RETIRED, "bank.retire", null);
  }

  public void reinstate(Caller caller, String code) {
    Item item = item(caller, code);
    if (item.state() == Item.State.IN_USE) return;
    item.use();
    done(caller, item, ItemStep.Kind.REINSTATED, "bank.reinstate", null);
  }

  /** Keeps it for exams, or lets practice have it again. */
  public void embargo(Caller caller, String code, boolean examsOnly) {
    Item item = item(caller, code);
    if (item.embargoed() == examsOnly) return;
    item.embargo(examsOnly);
    done(caller, item, examsOnly ? ItemStep.Kind.EMBARGOED : ItemStep.Kind.RELEASED, examsOnly ? "bank.embargo" : "bank.release", null);
  }

  /** Files it elsewhere: no new wording, since nothing that is read changes. */
  public void file(Caller caller, String code, Place place) {
    Item item = item(caller, code);
    ItemVersion version = store.find(ItemVersion.class, item.latestVersionId());
    ItemContent is = version.content();
    if (place.stage() != null && !ItemDraft.STAGES.contains(place.stage())) throw Invalid.field("stage", "item.stage", String.join("、", new TreeSet<>(ItemDraft.STAGES)));
    if (place.difficulty() != null && (place.difficulty() < 1 || place.difficulty() > 5)) throw Invalid.field("difficulty", "item.difficulty");
    if (place.field() != null && (place.field().isBlank() || place.field().length() > 40)) throw Invalid.field("field", "tooLong", 40);
    Topic topic = place.topic() == null ? version.topic() : topics.known(Topics.checked(place.topic()));
    String before = place(is);
    version.file(topic, place.stage() == null ? is.stage() : place.stage(), place.field() == null ? is.field() : place.field().strip(), place.difficulty() == null ? is.difficulty() : place.difficulty());
    String after = place(version.content());
    if (before.equals(after)) return;
    store.flush();
    search.write(item.code(), version);
    done(caller, item, ItemStep.Kind.FILED, "bank.file", before + " → " + after);
  }

  private static String place(ItemContent content) {
    return String.join("　", content.topic(), content.stage(), content.field(), String.valueOf(content.difficulty()));
  }

  /** Puts some tags on and takes others off. */
  public void tag(Caller caller, String code, Collection<String> on, Collection<String> off) {
    Item item = item(caller, code);
    int changed = 0;
    for (String tag : off) changed += store.createNativeQuery("delete from item_tag where item_id = ?1 and tag = ?2").setParameter(1, item.id()).setParameter(2, tag).executeUpdate();
    for (String tag : on) changed += store.createNativeQuery("insert ignore into item_tag (item_id, tag) values (?1, ?2)").setParameter(1, item.id()).setParameter(2, checkedTag(tag)).executeUpdate();
    List<?> all = store.createNativeQuery("select tag from item_tag where item_id = ?1 order by tag").setParameter(1, item.id()).getResultList();
    if (all.size() > MOST_TAGS) throw new Refused("item-tags", MOST_TAGS);
    if (changed > 0) done(caller, item, ItemStep.Kind.TAGGED, "bank.tag", String.join("、", all.stream().map(String::valueOf).toList()));
  }

  /** @throws Invalid for {@code tags} */
  public static String checkedTag(String tag) {
    String clean = tag == null ? "" : tag.strip();
    if (clean.isEmpty()) throw Invalid.field("tags", "required");
    if (clean.length() > LONGEST_TAG) throw Invalid.field("tags", "tooLong", LONGEST_TAG);
    return clean;
  }

  private void done(Caller caller, Item item, ItemStep.Kind kind, String action, String note) {
    happened.fire(Happened.done(caller, action, "item", item.code(), null, note == null ? "" : note));
    steps.fire(new ItemStep(caller, item.id(), item.code(), kind, null, note));
  }

  private Item item(Caller caller, String code) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
    return items.byCode(code).orElseThrow(() -> new NotFound("item", code));
  }
}
