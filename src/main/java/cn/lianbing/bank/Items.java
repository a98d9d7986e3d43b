package cn.lianbing.bank;

import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stored items. */
@ApplicationScoped
@Transactional
public class Items {
  @PersistenceContext EntityManager store;

  /** An item for lists, in its latest wording. */
  public record Row(long id, String code, ItemType type, String stem, String topic, String law, String lawVersion, int difficulty, Item.State state, int versionNumber, boolean embargoed, String stage, String field) implements Serializable {}

  /**
   * What a list is narrowed to; null and blank narrow nothing.
   *
   * @param text  looked for in all that people read of an item; words with blanks between them must all be there
   * @param topic a path or the beginning of one
   * @param law   by its name, whichever version
   */
  public record Filter(String text, String topic, ItemType type, Item.State state, String law, String stage, String field, Integer difficultyFrom, Integer difficultyTo, Boolean embargoed, String tag) implements Serializable {
    /** The names of its parameters in an address. */
    public static final List<String> PARAMETERS = List.of("q", "topic", "type", "state", "law", "stage", "field", "difficultyFrom", "difficultyTo", "embargoed", "tag");

    public Filter(String text, String topic, ItemType type, Item.State state) {
      this(text, topic, type, state, null, null, null, null, null, null, null);
    }

    /** As an address has it; what is no such value narrows nothing. */
    public static Filter asked(UnaryOperator<String> parameter) {
      return new Filter(parameter.apply("q"), parameter.apply("topic"), one(ItemType.values(), parameter.apply("type")), one(Item.State.values(), parameter.apply("state")), parameter.apply("law"), parameter.apply("stage"), parameter.apply("field"),
          level(parameter.apply("difficultyFrom")), level(parameter.apply("difficultyTo")), blank(parameter.apply("embargoed")) ? null : Boolean.valueOf(parameter.apply("embargoed")), parameter.apply("tag"));
    }

    private static <E extends Enum<E>> E one(E[] values, String name) {
      return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    private static Integer level(String text) {
      return text != null && text.matches("[1-5]") ? Integer.valueOf(text) : null;
    }
  }

  /** One version with its present key. */
  public record Keyed(ItemVersion version, long keyId, AnswerKey key) {}

  /**
   * All of an item as those who look after the bank see it, in its latest wording.
   *
   * @param versionNumber how many wordings there have been
   * @param keyNumber     how many keys this wording has had
   */
  public record Detail(String code, Item.State state, int versionNumber, int keyNumber, Instant writtenAt, ItemContent content, AnswerKey key, boolean embargoed, List<String> tags, long versionId) implements Serializable {}

  /** What assembling looks at: an item's latest version. @param ownMarks see {@link ItemContent#marks} */
  public record Candidate(long versionId, long itemId, String code, ItemType type, String topic, String law, String stage, String field, int difficulty, Integer ownMarks) implements Serializable {
    public Candidate(long versionId, long itemId, String code, ItemType type, String topic, String law, String stage, String field, int difficulty) {
      this(versionId, itemId, code, type, topic, law, stage, field, difficulty, null);
    }
  }

  /** An item as an exchange format carries it: its latest wording and that one's present key. */
  public record Whole(String code, ItemContent content, AnswerKey key) {}

  public Page<Row> page(Filter filter, Page.Request request) {
    ItemQuery query = new ItemQuery(filter);
    List<?> found = query.bind(store.createNativeQuery(query.page(request.offset(), request.size()))).getResultList();
    List<Long> ids = found.stream().map(row -> ((Number) ((Object[]) row)[0]).longValue()).toList();
    boolean beyond = ids.isEmpty() && request.page() > 1;
    long total = beyond ? ((Number) query.bind(store.createNativeQuery("select count(*)" + query.from())).getSingleResult()).longValue() : ids.isEmpty() ? 0 : ((Number) ((Object[]) found.get(0))[1]).longValue();
    if (ids.isEmpty()) return new Page<>(List.of(), total, request.page(), request.size());
    List<Row> rows = store.createQuery("select new cn.lianbing.bank.Items$Row(i.id, i.code, v.type, case when v.stem = '' then substring(v.material, 1, 120) else v.stem end, t.path, l.law, l.name, v.difficulty, i.state, v.number, i.embargoed, v.stage, v.field) from Item i join ItemVersion v on v.id = i.latestVersionId join v.topic t join v.law l where i.id in :ids order by i.code", Row.class).setParameter("ids", ids).getResultList();
    return new Page<>(rows, total, request.page(), request.size());
  }

  /** The codes of a filter's items, in order. */
  public List<String> codes(Filter filter, int most) {
    ItemQuery query = new ItemQuery(filter);
    return query.bind(store.createNativeQuery("select i.code" + query.from() + " order by i.code limit " + most)).getResultList().stream().map(String.class::cast).toList();
  }

  /** A filter's items with keys by code, some at a time, so that an export of the whole bank never lies in memory. */
  public List<Whole> wholes(Filter filter, int from, int size) {
    List<Long> ids = ids(new ItemQuery(filter), from, size);
    if (ids.isEmpty()) return List.of();
    List<Object[]> rows = store.createQuery("select i.code, v from Item i join ItemVersion v on v.id = i.latestVersionId where i.id in :ids order by i.code", Object[].class).setParameter("ids", ids).getResultList();
    Map<Long, Keyed> keyed = keyed(rows.stream().map(row -> ((ItemVersion) row[1]).id()).toList());
    return rows.stream().map(row -> new Whole((String) row[0], ((ItemVersion) row[1]).content(), keyed.get(((ItemVersion) row[1]).id()).key())).toList();
  }

  private List<Long> ids(ItemQuery query, int from, int size) {
    return query.bind(store.createNativeQuery("select i.id" + query.from() + " order by i.code limit " + size + " offset " + from)).getResultList().stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** All tags that items have, in order. */
  public List<String> tags() {
    return store.createNativeQuery("select distinct tag from item_tag order by tag").getResultList().stream().map(String.class::cast).toList();
  }

  private List<String> tags(long itemId) {
    return store.createNativeQuery("select tag from item_tag where item_id = ?1 order by tag").setParameter(1, itemId).getResultList().stream().map(String.class::cast).toList();
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
   * What may be asked outside of exams of a topic, type and range of difficulty, by code, so that a seed draws the same from the same
   * bank: nothing that is kept for exams.
   *
   * @param topic a path or the beginning of one; null: any
   */
  public List<Long> matching(String topic, ItemType type, int difficultyFrom, int difficultyTo, LocalDate day) {
    return store.createQuery("select v.id" + ASKABLE + "and i.embargoed = false and v.type = :type and v.difficulty between :from and :to and (:topic is null or t.path = :topic or t.path like :under) order by i.code", Long.class)
        .setParameter("type", type).setParameter("from", difficultyFrom).setParameter("to", difficultyTo).setParameter("topic", topic).setParameter("under", topic + "/%").setParameter("day", day).getResultList();
  }

  /** All that may be asked on a day, by code. */
  public List<Candidate> candidates(LocalDate day) {
    return store.createQuery("select new cn.lianbing.bank.Items$Candidate(v.id, i.id, i.code, v.type, t.path, l.law, v.stage, v.field, v.difficulty, v.ownMarks)" + ASKABLE + "order by i.code", Candidate.class).setParameter("day", day).getResultList();
  }

  /** All that may be practised on a day, by code: what is kept for exams is not among it. */
  public List<Candidate> practicable(LocalDate day) {
    return store.createQuery("select new cn.lianbing.bank.Items$Candidate(v.id, i.id, i.code, v.type, t.path, l.law, v.stage, v.field, v.difficulty, v.ownMarks)" + ASKABLE + "and i.embargoed = false order by i.code", Candidate.class).setParameter("day", day).getResultList();
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
    return new Detail(item.code(), item.state(), version.number(), key.number(), version.createdAt(), version.content(), key.answer(), item.embargoed(), tags(item.id()), version.id());
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
