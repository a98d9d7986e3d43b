package cn.lianbing.bank;

import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored items. */
@ApplicationScoped
@Transactional
public class Items {
  @PersistenceContext EntityManager store;

  /** An item for lists, in its latest wording. */
  public record Row(long id, String code, ItemType type, String stem, String topic, String law, String lawVersion, int difficulty, Item.State state, int versionNumber) implements Serializable {}

  /** What a list is narrowed to; null and blank narrow nothing. */
  public record Filter(String text, String topic, ItemType type, Item.State state) {}

  /** One version with its present key. */
  public record Keyed(ItemVersion version, long keyId, AnswerKey key) {}

  /**
   * All of an item as those who look after the bank see it, in its latest wording.
   *
   * @param versionNumber how many wordings there have been
   * @param keyNumber     how many keys this wording has had
   */
  public record Detail(String code, Item.State state, int versionNumber, int keyNumber, Instant writtenAt, ItemContent content, AnswerKey key) implements Serializable {}

  /** What assembling looks at: an item's latest version. @param ownMarks see {@link ItemContent#marks} */
  public record Candidate(long versionId, long itemId, String code, ItemType type, String topic, String law, String stage, String field, int difficulty, Integer ownMarks) implements Serializable {
    public Candidate(long versionId, long itemId, String code, ItemType type, String topic, String law, String stage, String field, int difficulty) {
      this(versionId, itemId, code, type, topic, law, stage, field, difficulty, null);
    }
  }

  /** An item as an exchange format carries it: its latest wording and that one's present key. */
  public record Whole(String code, ItemContent content, AnswerKey key) {}

  private static final String FROM = """
       from Item i join ItemVersion v on v.id = i.latestVersionId join v.topic t join v.law l
       where (:text is null or i.code like :text or v.stem like :text or v.material like :text) and (:topic is null or t.path = :topic or t.path like :under)
         and (:type is null or v.type = :type) and (:state is null or i.state = :state)""";

  public Page<Row> page(Filter filter, Page.Request request) {
    String text = Like.containing(filter.text());
    String topic = blank(filter.topic()) ? null : filter.topic();
    var rows = store.createQuery("select new cn.lianbing.bank.Items$Row(i.id, i.code, v.type, case when v.stem = '' then substring(v.material, 1, 120) else v.stem end, t.path, l.law, l.name, v.difficulty, i.state, v.number)" + FROM + " order by i.code", Row.class);
    var count = store.createQuery("select count(i)" + FROM, Long.class);
    for (var query : List.of(rows, count)) query.setParameter("text", text).setParameter("topic", topic).setParameter("under", topic + "/%").setParameter("type", filter.type()).setParameter("state", filter.state());
    return new Page<>(rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList(), count.getSingleResult(), request.page(), request.size());
  }

  /** A filter's items with keys by code, some at a time, so that an export of the whole bank never lies in memory. */
  public List<Whole> wholes(Filter filter, int from, int size) {
    String topic = blank(filter.topic()) ? null : filter.topic();
    List<Object[]> rows = store.createQuery("select i.code, v " + FROM + " order by i.code", Object[].class).setParameter("text", Like.containing(filter.text())).setParameter("topic", topic).setParameter("under", topic + "/%")
        .setParameter("type", filter.type()).setParameter("state", filter.state()).setFirstResult(from).setMaxResults(size).getResultList();
    Map<Long, Keyed> keyed = keyed(rows.stream().map(row -> ((ItemVersion) row[1]).id()).toList());
    return rows.stream().map(row -> new Whole((String) row[0], ((ItemVersion) row[1]).content(), keyed.get(((ItemVersion) row[1]).id()).key())).toList();
  }

  /** Paths of all topics, roots included, in order. */
  public List<String> topics() {
    List<String> paths = store.createQuery("select t.path from Topic t order by t.path", String.class).getResultList();
    return paths.stream().flatMap(path -> path.contains("/") ? java.util.stream.Stream.of(path.substring(0, path.indexOf('/')), path) : java.util.stream.Stream.of(path)).distinct().sorted().toList();
  }

  /** What may be asked on a day: in use, in its latest wording, every law version that it cites in force, and not held back by an {@link ItemFlag}. */
  private static final String ASKABLE = """
      \sfrom Item i join ItemVersion v on v.id = i.latestVersionId join v.topic t join v.law l
       where i.state = cn.lianbing.bank.Item.State.IN_USE and l.inForce <= :day and (l.until is null or l.until >= :day)
         and not exists (select f.id from ItemFlag f where f.itemVersionId = v.id and f.since <= :day and f.state in (cn.lianbing.bank.ItemFlag.State.OPEN, cn.lianbing.bank.ItemFlag.State.TO_CHANGE))
         and not exists (select c.id from ItemCitation c, LawVersion o where o.id = c.lawVersionId and c.itemVersionId = v.id and (o.inForce > :day or o.until < :day))\s""";

  /**
   * What may be asked of a topic, type and range of difficulty, by code, so that a seed draws the same from the same bank.
   *
   * @param topic a path or the beginning of one; null: any
   */
  public List<Long> matching(String topic, ItemType type, int difficultyFrom, int difficultyTo, LocalDate day) {
    return store.createQuery("select v.id" + ASKABLE + "and v.type = :type and v.difficulty between :from and :to and (:topic is null or t.path = :topic or t.path like :under) order by i.code", Long.class)
        .setParameter("type", type).setParameter("from", difficultyFrom).setParameter("to", difficultyTo).setParameter("topic", topic).setParameter("under", topic + "/%").setParameter("day", day).getResultList();
  }

  /** All that may be asked on a day, by code. */
  public List<Candidate> candidates(LocalDate day) {
    return store.createQuery("select new cn.lianbing.bank.Items$Candidate(v.id, i.id, i.code, v.type, t.path, l.law, v.stage, v.field, v.difficulty, v.ownMarks)" + ASKABLE + "order by i.code", Candidate.class).setParameter("day", day).getResultList();
  }

  /** What assembling looks at, of versions that stand on papers already. */
  public List<Candidate> described(Collection<Long> versionIds) {
    if (versionIds.isEmpty()) return List.of();
    return store.createQuery("""
        select new cn.lianbing.bank.Items$Candidate(v.id, i.id, i.code, v.type, t.path, l.law, v.stage, v.field, v.difficulty, v.ownMarks) from ItemVersion v join Item i on i.id = v.itemId join v.topic t join v.law l
        where v.id in :ids""", Candidate.class).setParameter("ids", versionIds).getResultList();
  }

  /** The stages, fields and laws that items in use have, for menus. */
  public record Facets(List<String> stages, List<String> fields, List<String> laws) implements Serializable {}

  public Facets facets() {
    return new Facets(distinct("v.stage"), distinct("v.field"), distinct("l.law"));
  }

  private List<String> distinct(String what) {
    return store.createQuery("select distinct " + what + " from Item i join ItemVersion v on v.id = i.latestVersionId join v.law l where i.state = cn.lianbing.bank.Item.State.IN_USE order by " + what, String.class).getResultList();
  }

  /** Versions with their present keys, by the version's id. */
  public Map<Long, Keyed> keyed(Collection<Long> versionIds) {
    Map<Long, Keyed> found = new HashMap<>();
    if (versionIds.isEmpty()) return found;
    // The highest number comes last and stays.
    for (Object[] row : store.createQuery("select v, k from ItemVersion v join ItemKey k on k.itemVersionId = v.id left join fetch v.law left join fetch v.topic where v.id in :ids order by k.number", Object[].class).setParameter("ids", versionIds).getResultList())
      found.put(((ItemVersion) row[0]).id(), new Keyed((ItemVersion) row[0], ((ItemKey) row[1]).id(), ((ItemKey) row[1]).answer()));
    return found;
  }

  /** Versions without their keys, by id: what may be shown while an attempt is open. */
  public Map<Long, ItemVersion> versions(Collection<Long> ids) {
    Map<Long, ItemVersion> found = new HashMap<>();
    if (ids.isEmpty()) return found;
    store.createQuery("select v from ItemVersion v join fetch v.law join fetch v.topic where v.id in :ids", ItemVersion.class).setParameter("ids", ids).getResultList().forEach(version -> found.put(version.id(), version));
    return found;
  }

  /** The latest version and its key. @throws NotFound where there is no such code */
  public Keyed latest(String code) {
    Item item = byCode(code).orElseThrow(() -> new NotFound("item", code));
    return keyed(List.of(item.latestVersionId())).get(item.latestVersionId());
  }

  /** @throws NotFound where there is no such code */
  public Detail detail(String code) {
    Item item = byCode(code).orElseThrow(() -> new NotFound("item", code));
    Object[] row = store.createQuery("select v, k from ItemVersion v join ItemKey k on k.itemVersionId = v.id left join fetch v.law left join fetch v.topic where v.id = :id order by k.number desc", Object[].class).setParameter("id", item.latestVersionId()).setMaxResults(1).getSingleResult();
    ItemVersion version = (ItemVersion) row[0];
    ItemKey key = (ItemKey) row[1];
    return new Detail(item.code(), item.state(), version.number(), key.number(), version.createdAt(), version.content(), key.answer());
  }

  /** The code of a version's item. */
  public String codeOf(long versionId) {
    return store.createQuery("select i.code from ItemVersion v join Item i on i.id = v.itemId where v.id = :id", String.class).setParameter("id", versionId).getSingleResult();
  }

  public Optional<Long> idOf(String code) {
    return byCode(code).map(Item::id);
  }

  public long count() {
    return store.createQuery("select count(i) from Item i", Long.class).getSingleResult();
  }

  Optional<Item> byCode(String code) {
    return store.createQuery("select i from Item i where i.code = :code", Item.class).setParameter("code", code).getResultStream().findFirst();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
