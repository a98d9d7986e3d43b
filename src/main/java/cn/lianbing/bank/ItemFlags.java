package cn.lianbing.bank;

import cn.lianbing.law.Article;
import cn.lianbing.law.LawArticle;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Wording;
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
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The items whose law has moved, for those who decide about them. */
@ApplicationScoped
@Transactional
public class ItemFlags {
  @PersistenceContext EntityManager store;

  /** What the list shows: all that waits, or what was decided. */
  public enum Show { WAITING, UNCHANGED, TO_CHANGE, DECIDED }

  /** A law version by its names; null where there is none. */
  public record Law(long id, String law, String version) implements Serializable {}

  /** @param citation what the item cites, 行政处罚法第三十六条; {@code wording} of both texts with what differs */
  public record Flag(ItemFlag.Cause cause, ItemFlag.State state, Law law, String citation, String quote, Law successor, Article old, Article fresh, boolean sameText, Boolean quoteStands, boolean keepable, LocalDate since, String reason, String decidedBy, Instant decidedAt) implements Serializable {
    public Wording wording() {
      return Wording.of(old == null ? null : old.text(), fresh == null ? null : fresh.text());
    }

    public boolean moved() {
      return old != null && fresh != null && !old.articleNumber().equals(fresh.articleNumber());
    }
  }

  /** An item with all that is found about its latest wording; after a decision about the wording that it was about. */
  public record Row(long itemId, String code, ItemType type, String stem, Item.State state, List<Flag> flags) implements Serializable {
    public boolean keepable() {
      return !flags.isEmpty() && flags.stream().allMatch(Flag::keepable);
    }

    public boolean unchanged() {
      return keepable() && flags.stream().allMatch(Flag::sameText);
    }

    public LocalDate since() {
      return flags.stream().map(Flag::since).min(LocalDate::compareTo).orElse(null);
    }
  }

  /** A place of a frozen pool that is touched. */
  public record Touched(long itemVersionId, String code, String stem, ItemFlag.Cause cause, String citation, ItemFlag.State state, LocalDate since) implements Serializable {
    public boolean lapse() {
      return cause == ItemFlag.Cause.LAPSED || cause == ItemFlag.Cause.ARTICLE_LAPSED;
    }
  }

  private static final String WAITS = "f.state in (cn.lianbing.bank.ItemFlag.State.OPEN, cn.lianbing.bank.ItemFlag.State.TO_CHANGE)";

  private static String narrowed(Show show) {
    return switch (show) {
      case WAITING -> "f.state = cn.lianbing.bank.ItemFlag.State.OPEN";
      case UNCHANGED -> "f.state = cn.lianbing.bank.ItemFlag.State.OPEN and f.sameText = true and f.quoteStands = true and not exists (select o.id from ItemFlag o where o.itemVersionId = f.itemVersionId and o.state = cn.lianbing.bank.ItemFlag.State.OPEN and (o.sameText = false or o.quoteStands is null or o.quoteStands = false))";
      case TO_CHANGE -> "f.state = cn.lianbing.bank.ItemFlag.State.TO_CHANGE";
      case DECIDED -> "f.state in (cn.lianbing.bank.ItemFlag.State.KEPT, cn.lianbing.bank.ItemFlag.State.CHANGED, cn.lianbing.bank.ItemFlag.State.RETIRED)";
    };
  }

  /** By code; what was decided, the newest first. @param lawVersionId null: of any law */
  public Page<Row> page(Show show, Long lawVersionId, Page.Request request) {
    String from = " from ItemFlag f join ItemVersion v on v.id = f.itemVersionId join Item i on i.id = f.itemId where " + narrowed(show) + " and (:law is null or f.lawVersionId = :law)";
    String order = show == Show.DECIDED ? " order by max(f.decidedAt) desc, i.code" : " order by i.code";
    List<Long> versions = store.createQuery("select f.itemVersionId" + from + " group by f.itemVersionId, i.code" + order, Long.class).setParameter("law", lawVersionId).setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    long total = store.createQuery("select count(distinct f.itemVersionId)" + from, Long.class).setParameter("law", lawVersionId).getSingleResult();
    return new Page<>(rows(versions, narrowed(show)), total, request.page(), request.size());
  }

  /** How many items wait for somebody. */
  public long waiting() {
    return store.createQuery("select count(distinct f.itemId) from ItemFlag f where f.state = cn.lianbing.bank.ItemFlag.State.OPEN", Long.class).getSingleResult();
  }

  /** Of an item, what waits; empty where nothing does. */
  public List<Flag> ofItem(String code) {
    List<Long> latest = store.createQuery("select i.latestVersionId from Item i where i.code = :code", Long.class).setParameter("code", code).getResultList();
    return rows(latest, WAITS).stream().flatMap(row -> row.flags().stream()).toList();
  }

  /** Those of these versions that are touched now, by code. */
  public List<Touched> touched(Collection<Long> itemVersionIds) {
    if (itemVersionIds.isEmpty()) return List.of();
    return store.createQuery("select f, i.code, v.stem, l from ItemFlag f join Item i on i.id = f.itemId join ItemVersion v on v.id = f.itemVersionId join LawVersion l on l.id = f.lawVersionId where f.itemVersionId in :ids order by i.code, f.id", Object[].class).setParameter("ids", itemVersionIds).getResultStream().map(row -> {
      ItemFlag flag = (ItemFlag) row[0];
      return new Touched(flag.itemVersionId(), (String) row[1], (String) row[2], flag.cause(), citation(flag, (LawVersion) row[3]), flag.state(), flag.since());
    }).toList();
  }

  private List<Row> rows(List<Long> versions, String narrowed) {
    if (versions.isEmpty()) return List.of();
    List<Object[]> found = store.createQuery("select f, i, v from ItemFlag f join Item i on i.id = f.itemId join ItemVersion v on v.id = f.itemVersionId where f.itemVersionId in :ids and " + narrowed + " order by f.id", Object[].class).setParameter("ids", versions).getResultList();
    Map<Long, Law> laws = new HashMap<>();
    store.createQuery("select l from LawVersion l", LawVersion.class).getResultList().forEach(law -> laws.put(law.id(), new Law(law.id(), law.law(), law.name())));
    Map<Long, List<Object[]>> byVersion = new LinkedHashMap<>();
    versions.forEach(id -> byVersion.put(id, new ArrayList<>()));
    found.forEach(row -> byVersion.get(((ItemFlag) row[0]).itemVersionId()).add(row));
    return byVersion.values().stream().filter(one -> !one.isEmpty()).map(one -> {
      Item item = (Item) one.get(0)[1];
      ItemContent content = ((ItemVersion) one.get(0)[2]).content();
      return new Row(item.id(), item.code(), content.type(), content.stem(), item.state(), one.stream().map(row -> flag((ItemFlag) row[0], laws)).toList());
    }).toList();
  }

  private Flag flag(ItemFlag one, Map<Long, Law> laws) {
    Law law = laws.get(one.lawVersionId());
    return new Flag(one.cause(), one.state(), law, law.law() + one.number().label(), one.quote(), one.successorId() == null ? null : laws.get(one.successorId()), article(one.oldArticleId()), article(one.newArticleId()), one.sameText(), one.quoteStands(), one.keepable(), one.since(), one.reason(), one.decidedByName(), one.decidedAt());
  }

  private Article article(Long id) {
    return id == null ? null : store.find(LawArticle.class, id).article();
  }

  private static String citation(ItemFlag flag, LawVersion law) {
    return law.law() + "（" + law.name() + "）" + flag.number().label();
  }
}
