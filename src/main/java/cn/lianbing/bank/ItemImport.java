package cn.lianbing.bank;

import cn.lianbing.law.LawKeeping;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Takes items into the bank, whole files or nothing. A code that is new becomes an item; a known code whose text differs gets a
 * new version, whose key alone differs a new key; an unchanged one is a duplicate and changes nothing.
 */
@ApplicationScoped
@Transactional
public class ItemImport {
  private static final int AT_A_TIME = 200;
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Laws laws;
  @Inject LawKeeping keeping;
  @Inject Citations citations;
  @Inject ItemReview review;
  @Inject ItemFlagging flagging;
  @Inject Topics topics;
  @Inject ItemSearch search;
  @Inject ItemImages images;
  @Inject Event<Happened> happened;
  @Inject Event<ItemStep> steps;
  @Inject Event<SimilarAsked> similar;
  @Inject Clock clock;

  /**
   * @param file   as a reader of its format understood it
   * @param dryRun only look; nothing is stored
   * @return the report; {@link ImportReport#clean} tells whether it was stored
   */
  public ImportReport file(Caller caller, ItemFile file, boolean dryRun) {
    return file(caller, file, dryRun, done -> { });
  }

  /** As above. @param progress hears how many items are done, until all that have no fault are */
  public ImportReport file(Caller caller, ItemFile file, boolean dryRun, IntConsumer progress) {
    if (!caller.hasAny("EXAM_ADMIN", "SYSTEM")) throw new Refused("forbidden");
    return take(caller, file, dryRun, progress);
  }

  /** What would keep an item out, whoever brings it; nothing is stored. */
  public List<ImportReport.Error> faults(ItemDraft draft) {
    List<ImportReport.Error> errors = new ArrayList<>();
    Map<String, LawVersion> known = citations.known();
    ItemFile file = new ItemFile(List.of(), List.of(draft), List.of());
    standing(file, good(file, known.keySet(), errors, new HashSet<>()), known, new QuoteCheck(laws), errors, new HashSet<>());
    return errors;
  }

  private ImportReport take(Caller caller, ItemFile file, boolean dryRun, IntConsumer progress) {
    List<ImportReport.Error> errors = new ArrayList<>(file.errors());
    Set<Integer> badRows = new HashSet<>();
    errors.forEach(error -> badRows.add(error.row()));
    Map<String, LawVersion> known = citations.known();
    QuoteCheck quotes = new QuoteCheck(laws);
    List<ItemDraft.Checked> good = good(file, known.keySet(), errors, badRows);
    // The files that the program comes with are not stopped by a text that somebody imported: what is wrong with them is flagged.
    if (!caller.has("SYSTEM")) good = standing(file, good, known, quotes, errors, badRows);
    good = illustrated(file, good, errors, badRows);
    if (good.isEmpty() && errors.isEmpty()) errors.add(ImportReport.Error.of(1, "items", "file.empty"));
    boolean write = !dryRun && errors.isEmpty();
    boolean lawsChanged = false;
    if (write) for (ItemFile.Law law : file.laws()) lawsChanged |= keep(caller, law, known);
    int duplicates = 0;
    int done = 0;
    for (ItemDraft.Checked item : good) {
      if (!store(caller, item, known, quotes, write)) duplicates++;
      if (++done % AT_A_TIME == 0) forget(known, write);
      progress.accept(done);
    }
    if (write) look(good, known);
    ImportReport report = new ImportReport(good.size() - duplicates, Math.max(badRows.size(), errors.isEmpty() ? 0 : 1), duplicates, errors, dryRun ? alike(caller, file, good) : List.of());
    if (write && (report.accepted() > 0 || lawsChanged)) happened.fire(Happened.done(caller, "bank.import", "item", "-", null, "%d new or changed, %d unchanged".formatted(report.accepted(), duplicates)));
    return report;
  }

  /** Every query looks through all that the transaction holds, so a large file would cost the square of its length. */
  private void forget(Map<String, LawVersion> known, boolean written) {
    if (written) store.flush();
    store.clear();
    known.putAll(citations.known());
  }

  /** New items that say nearly what others say already: told at the trial, when it can still be thought about. */
  private List<ImportReport.Error> alike(Caller caller, ItemFile file, List<ItemDraft.Checked> good) {
    Set<String> fresh = new HashSet<>();
    for (ItemDraft.Checked one : good) if (items.byCode(one.code()).isEmpty()) fresh.add(one.code());
    SimilarAsked question = new SimilarAsked(caller, file.drafts().stream().filter(draft -> fresh.contains(draft.code())).toList(), ImportReport.LISTED);
    if (!fresh.isEmpty()) similar.fire(question);
    return question.all().stream().map(one -> ImportReport.Error.of(one.row(), "stem", "item.similar", one.code(), one.other(), one.percent())).toList();
  }

  /** Items without a fault; the others leave theirs in {@code errors} and their row in {@code badRows}. */
  private static List<ItemDraft.Checked> good(ItemFile file, Set<String> knownLaws, List<ImportReport.Error> errors, Set<Integer> badRows) {
    Set<String> laws = new HashSet<>(knownLaws);
    file.laws().forEach(law -> laws.add(name(law.law(), law.version())));
    List<ItemDraft.Checked> good = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (ItemDraft draft : file.drafts()) {
      int before = errors.size();
      ItemDraft.Checked item = draft.check(errors);
      // The database takes small and capital letters for the same.
      if (item != null && !codes.add(item.code().toUpperCase(Locale.ROOT))) errors.add(ImportReport.Error.of(draft.row(), "code", "item.codeTwice", item.code()));
      if (item != null && !laws.contains(name(draft.keptLaw(), draft.keptVersion()))) errors.add(ImportReport.Error.of(draft.row(), "law", "item.law", name(draft.keptLaw(), draft.keptVersion())));
      if (errors.size() > before || badRows.contains(draft.row())) badRows.add(draft.row());
      else good.add(item);
    }
    return good;
  }

  /** @return false where the item is stored just so already */
  private boolean store(Caller caller, ItemDraft.Checked draft, Map<String, LawVersion> laws, QuoteCheck quotes, boolean write) {
    Item item = items.byCode(draft.code()).orElse(null);
    Items.Keyed present = item == null ? null : items.keyed(List.of(item.latestVersionId())).get(item.latestVersionId());
    boolean sameText = present != null && says(present.version(), draft.content());
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
      version = new ItemVersion(item, present == null ? 1 : present.version().number() + 1, draft.content(), laws.get(name(draft.content().law(), draft.content().lawVersion())), topics.known(draft.content().topic()), clock.instant());
      store.persist(version);
      store.flush();
      item.show(version);
      citations.write(version, draft.content().cited(), quotes, laws);
      search.write(item.code(), version);
      images.link(version, draft.content());
      if (present != null) review.reworded(caller, item);
    }
    store.persist(new ItemKey(version, keyNumber, draft.key(), clock.instant()));
    if (!caller.has("SYSTEM")) steps.fire(new ItemStep(caller, item.id(), item.code(), sameText ? ItemStep.Kind.REKEYED : ItemStep.Kind.WRITTEN, version.number(), null));
    return true;
  }

  /** Where a person re-cited an item, a file that still has the former citation says the same. */
  private boolean says(ItemVersion version, ItemContent content) {
    for (ItemVersion one = version; one != null; one = one.recitedFrom() == null ? null : store.find(ItemVersion.class, one.recitedFrom())) if (one.says(content)) return true;
    return false;
  }

  /** Those whose quotes stand in the articles that they name, where the library has them. */
  private static List<ItemDraft.Checked> standing(ItemFile file, List<ItemDraft.Checked> good, Map<String, LawVersion> known, QuoteCheck quotes, List<ImportReport.Error> errors, Set<Integer> badRows) {
    Map<String, Integer> rows = new HashMap<>();
    file.drafts().forEach(draft -> rows.put(draft.code(), draft.row()));
    List<ItemDraft.Checked> standing = new ArrayList<>();
    for (ItemDraft.Checked item : good) {
      int before = errors.size();
      int row = rows.get(item.code());
      for (Basis basis : item.content().cited()) {
        QuoteCheck.Result result = quotes.check(basis, known.get(Citations.key(basis.law(), basis.version())));
        if (result == QuoteCheck.Result.NO_ARTICLE) errors.add(ImportReport.Error.of(row, "basis", "item.noArticle", Citations.key(basis.law(), basis.version()), basis.number().label()));
        else if (result == QuoteCheck.Result.NOT_IN_ARTICLE) errors.add(ImportReport.Error.of(row, "quote", "item.quoteMissing", basis.quote(), basis.citation()));
      }
      if (errors.size() > before) badRows.add(row);
      else standing.add(item);
    }
    return standing;
  }

  /** Those whose pictures are there. */
  private List<ItemDraft.Checked> illustrated(ItemFile file, List<ItemDraft.Checked> good, List<ImportReport.Error> errors, Set<Integer> badRows) {
    Set<Long> missing = images.missing(good.stream().flatMap(item -> item.content().images().stream()).collect(Collectors.toSet()));
    if (missing.isEmpty()) return good;
    Map<String, Integer> rows = new HashMap<>();
    file.drafts().forEach(draft -> rows.put(draft.code(), draft.row()));
    List<ItemDraft.Checked> illustrated = new ArrayList<>();
    for (ItemDraft.Checked item : good) {
      Long first = item.content().images().stream().filter(missing::contains).findFirst().orElse(null);
      if (first == null) illustrated.add(item);
      else {
        errors.add(ImportReport.Error.of(rows.get(item.code()), "stem", "item.image", first));
        badRows.add(rows.get(item.code()));
      }
    }
    return illustrated;
  }

  /** The library shows what is quoted now; what rests on law that has moved already is held back at once. */
  private void look(List<ItemDraft.Checked> stored, Map<String, LawVersion> known) {
    store.flush();
    stored.stream().flatMap(item -> item.content().cited().stream()).map(basis -> known.get(Citations.key(basis.law(), basis.version()))).filter(Objects::nonNull).map(LawVersion::id).distinct().forEach(citations::show);
    flagging.round();
  }

  /** @return whether this law version is new or has other dates now */
  private boolean keep(Caller caller, ItemFile.Law law, Map<String, LawVersion> known) {
    LawVersion stored = known.get(name(law.law(), law.version()));
    if (stored != null && stored.inForce().equals(law.inForce()) && (law.until() == null || law.until().equals(stored.until()))) return false;
    known.put(name(law.law(), law.version()), keeping.cited(caller, law.law(), law.version(), law.inForce(), law.until()));
    return true;
  }

  private static String name(String law, String version) {
    return Citations.key(law, version);
  }
}
