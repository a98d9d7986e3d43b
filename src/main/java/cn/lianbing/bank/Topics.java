package cn.lianbing.bank;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.List;

/** The tree of topics. A topic that gets another name takes along its items, the blueprints that name it, and the name that files know it by. */
@ApplicationScoped
@Transactional
public class Topics {
  private static final int LONGEST = 120;
  private static final int DEEPEST = 4;
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Event<TopicMoved> moved;

  /** @param items whose latest wording is filed right there; {@code below} it and under it */
  public record Row(String path, String name, int depth, long items, long below) implements Serializable {}

  /** The whole tree in order, with nodes that have no items of their own. */
  @SuppressWarnings("unchecked")
  public List<Row> tree() {
    List<Object[]> counts = store.createNativeQuery("select t.path, count(s.item_id) from topic t left join item_search s on s.topic_id = t.id group by t.id, t.path").getResultList();
    java.util.TreeMap<String, long[]> nodes = new java.util.TreeMap<>();
    for (Object[] one : counts) {
      String path = (String) one[0];
      long items = ((Number) one[1]).longValue();
      nodes.computeIfAbsent(path, key -> new long[2])[0] += items;
      for (int at = path.length(); at > 0; at = path.lastIndexOf('/', at - 1)) nodes.computeIfAbsent(path.substring(0, at), key -> new long[2])[1] += items;
    }
    return nodes.entrySet().stream().map(one -> new Row(one.getKey(), one.getKey().substring(one.getKey().lastIndexOf('/') + 1), (int) one.getKey().chars().filter(c -> c == '/').count(), one.getValue()[0], one.getValue()[1])).toList();
  }

  /**
   * Renames or moves a topic with all below it.
   *
   * @param merge where there is such a path already: put both together
   * @throws Refused {@code topic-exists}, {@code topic-inside}
   */
  public void move(Caller caller, String from, String to, boolean merge) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
    String path = checked(to);
    List<Topic> all = under(from);
    if (all.isEmpty()) throw new NotFound("topic", from);
    if (path.equals(from)) return;
    if (path.startsWith(from + "/")) throw new Refused("topic-inside");
    TopicMoved change = new TopicMoved(from, path);
    if (!merge && !under(path).isEmpty()) throw new Refused("topic-exists", path);
    for (Topic one : all) move(one, checked(change.of(one.path())));
    moved.fire(change);
    happened.fire(Happened.done(caller, "bank.moveTopic", "topic", "-", null, from + " → " + path));
  }

  private void move(Topic topic, String path) {
    String old = topic.path();
    Topic there = at(path);
    if (there == null) {
      store.createNativeQuery("delete from topic_alias where path = ?1").setParameter(1, path).executeUpdate();
      topic.rename(path);
      there = topic;
    } else {
      store.flush();
      for (String table : List.of("item_version", "item_search", "topic_alias")) store.createNativeQuery("update " + table + " set topic_id = ?1 where topic_id = ?2").setParameter(1, there.id()).setParameter(2, topic.id()).executeUpdate();
      store.remove(topic);
    }
    store.flush();
    store.createNativeQuery("replace into topic_alias (path, topic_id) values (?1, ?2)").setParameter(1, old).setParameter(2, there.id()).executeUpdate();
  }

  /** A topic that nothing was ever filed under. @throws Refused {@code topic-used} */
  public void remove(Caller caller, String path) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
    Topic topic = at(path);
    if (topic == null) throw new NotFound("topic", path);
    if (store.createQuery("select count(v) from ItemVersion v where v.topic = :topic", Long.class).setParameter("topic", topic).getSingleResult() > 0) throw new Refused("topic-used", path);
    store.remove(topic);
    happened.fire(Happened.done(caller, "bank.removeTopic", "topic", "-", null, path));
  }

  /** The topic of that path or former path; a new one where there is none. */
  Topic known(String path) {
    Topic there = at(path);
    if (there != null) return there;
    List<?> alias = store.createNativeQuery("select topic_id from topic_alias where path = ?1").setParameter(1, path).getResultList();
    if (!alias.isEmpty()) return store.find(Topic.class, ((Number) alias.get(0)).longValue());
    Topic topic = new Topic(path);
    store.persist(topic);
    store.flush();
    return topic;
  }

  private Topic at(String path) {
    return store.createQuery("select t from Topic t where t.path = :path", Topic.class).setParameter("path", path).getResultStream().findFirst().orElse(null);
  }

  private List<Topic> under(String path) {
    return store.createQuery("select t from Topic t where t.path = :path or t.path like :under order by t.path", Topic.class).setParameter("path", path).setParameter("under", Like.literal(path) + "/%").getResultList();
  }

  /** @throws Invalid for {@code topic} */
  static String checked(String path) {
    if (path == null || path.isBlank()) throw Invalid.field("topic", "required");
    String[] parts = path.strip().split("/", -1);
    for (int i = 0; i < parts.length; i++) parts[i] = parts[i].strip();
    String clean = String.join("/", parts);
    if (clean.length() > LONGEST) throw Invalid.field("topic", "tooLong", LONGEST);
    if (parts.length > DEEPEST || List.of(parts).contains("")) throw Invalid.field("topic", "topic", DEEPEST);
    return clean;
  }
}
