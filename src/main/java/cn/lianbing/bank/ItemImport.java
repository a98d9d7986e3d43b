package cn.lianbing.bank;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Reader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes items into the bank, whole files or nothing. A code that is new becomes an item; a known code whose text differs gets a
 * new version, whose key alone differs a new key; an unchanged one is a duplicate and changes nothing.
 */
@ApplicationScoped
@Transactional
public class ItemImport {
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param dryRun only look; nothing is stored */
  public ImportReport yaml(Caller caller, Reader text, boolean dryRun) {
    return take(caller, YamlItems.read(text), dryRun);
  }

  /**
   * @param file what a reader of some format made of the upload
   * @return the report; {@link ImportReport#clean} tells whether it was stored
   */
  public ImportReport take(Caller caller, ItemFile file, boolean dryRun) {
    List<ImportReport.Error> errors = new ArrayList<>(file.errors());
    List<ItemDraft.Checked> good = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    Map<String, LawVersion> laws = known();
    Set<String> named = new HashSet<>(laws.keySet());
    file.laws().forEach(law -> named.add(name(law.law(), law.version())));
    Set<Integer> badRows = new HashSet<>();
    for (ItemDraft draft : file.drafts()) {
      int before = errors.size();
      ItemDraft.Checked item = draft.check(errors);
      if (item != null && !codes.add(item.code())) errors.add(ImportReport.Error.of(draft.row(), "code", "item.codeTwice", item.code()));
      if (item != null && !named.contains(name(draft.law(), draft.lawVersion()))) errors.add(ImportReport.Error.of(draft.row(), "law", "item.law", name(draft.law(), draft.lawVersion())));
      if (errors.size() > before) badRows.add(draft.row());
      else good.add(item);
    }
    file.errors().forEach(error -> badRows.add(error.row()));
    if (good.isEmpty() && errors.isEmpty()) errors.add(ImportReport.Error.of(1, "items", "file.empty"));
    boolean write = !dryRun && errors.isEmpty();
    if (write) file.laws().forEach(law -> keep(law, laws));
    int duplicates = 0;
    for (ItemDraft.Checked item : good) if (!store(item, laws, write)) duplicates++;
    ImportReport report = new ImportReport(good.size() - duplicates, Math.max(badRows.size(), errors.isEmpty() ? 0 : 1), duplicates, errors);
    if (write && report.accepted() > 0) happened.fire(Happened.done(caller, "bank.import", "item", "-", null, "%d new or changed, %d unchanged".formatted(report.accepted(), duplicates)));
    return report;
  }

  /** @return false where the item is stored just so already */
  private boolean store(ItemDraft.Checked draft, Map<String, LawVersion> laws, boolean write) {
    Item item = items.byCode(draft.code()).orElse(null);
    Items.Keyed present = item == null ? null : items.keyed(List.of(item.latestVersionId())).get(item.latestVersionId());
    boolean sameText = present != null && present.version().says(draft.content());
    boolean sameKey = present != null && present.key().equals(draft.key());
    if (sameText && sameKey) return false;
    if (!write) return true;
    if (item == null) {
      item = new Item(draft.code());
      store.persist(item);
      store.flush();
    }
    ItemVersion version = present == null ? null : present.version();
    int keyNumber = 1;
    if (sameText) keyNumber = store.createQuery("select max(k.number) from ItemKey k where k.itemVersionId = :id", Integer.class).setParameter("id", version.id()).getSingleResult() + 1;
    else {
      version = new ItemVersion(item, present == null ? 1 : present.version().number() + 1, draft.content(), laws.get(name(draft.content().law(), draft.content().lawVersion())), topic(draft.content().topic()), clock.instant());
      store.persist(version);
      store.flush();
      item.show(version);
    }
    store.persist(new ItemKey(version, keyNumber, draft.key(), clock.instant()));
    return true;
  }

  private Topic topic(String path) {
    return store.createQuery("select t from Topic t where t.path = :path", Topic.class).setParameter("path", path).getResultStream().findFirst().orElseGet(() -> {
      Topic topic = new Topic(path);
      store.persist(topic);
      store.flush();
      return topic;
    });
  }

  private void keep(ItemFile.Law law, Map<String, LawVersion> laws) {
    LawVersion stored = laws.get(name(law.law(), law.version()));
    if (stored != null) {
      store.merge(stored).dates(law.inForce(), law.until());
      return;
    }
    LawVersion fresh = new LawVersion(law.law(), law.version(), law.inForce(), law.until());
    store.persist(fresh);
    store.flush();
    laws.put(name(law.law(), law.version()), fresh);
  }

  private Map<String, LawVersion> known() {
    Map<String, LawVersion> laws = new HashMap<>();
    store.createQuery("select l from LawVersion l", LawVersion.class).getResultList().forEach(law -> laws.put(name(law.law(), law.name()), law));
    return laws;
  }

  private static String name(String law, String version) {
    return law + "_" + version;
  }
}
