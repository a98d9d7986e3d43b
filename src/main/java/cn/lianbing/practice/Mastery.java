package cn.lianbing.practice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of which law, at which stage, in which field: of the items that were answered, how many were right at the last time.
 * Each item counts once, so that answering the same one again and again looks like one item and not like knowledge.
 */
@ApplicationScoped
@Transactional
public class Mastery {
  /** Fewer people than this are not shown as a unit. */
  public static final int LEAST_PEOPLE = 5;
  private static final int NEXT = 3;
  /** One item that was wrong says nothing about a topic. */
  private static final int LEAST_ITEMS = 2;
  @PersistenceContext EntityManager store;
  @Inject Askable askable;

  /** @param items that may be practised there now */
  public record Cell(String law, String stage, String field, Share share, int items) implements Serializable {}

  /** A law over all stages and fields. */
  public record LawRow(String law, Share share, int items, List<Cell> cells) implements Serializable {}

  /** What to practise next. */
  public record Weak(String topic, Share share, int items) implements Serializable {}

  /** @param people who practised; null where they are fewer than five */
  public record UnitMap(long unitId, String unit, boolean shown, Integer people, List<LawRow> laws, List<Weak> weak) implements Serializable {}

  private record Key(String law, String stage, String field) {}

  /** The caller's own, laws by name. */
  public List<LawRow> map(Caller caller) {
    Map<Key, Share> shares = new HashMap<>();
    List<?> rows = store.createNativeQuery("select law, stage, field, sum(last_correct), count(*) from practice_card where officer_id = ?1 and answers > 0 group by law, stage, field").setParameter(1, PracticeCards.officer(caller)).getResultList();
    for (Object one : rows) shares.put(key((Object[]) one), share((Object[]) one, 3));
    return laws(shares, true);
  }

  /** Topics of the caller that are least known for sure, those of which there is something to practise; topics never touched come after. */
  public List<Weak> weak(Caller caller) {
    return weak(store.createNativeQuery("select topic, sum(last_correct), count(*) from practice_card where officer_id = ?1 and answers > 0 group by topic").setParameter(1, PracticeCards.officer(caller)).getResultList());
  }

  /** A unit with what lies under it. Nobody can be told apart: below five people there are no figures. @throws NotFound outside of the caller's reach */
  public UnitMap unit(Caller caller, long unitId) {
    List<?> units = store.createNativeQuery("select path, name from unit where id = ?1").setParameter(1, unitId).getResultList();
    if (units.isEmpty() || !caller.reaches((String) ((Object[]) units.get(0))[0]) || !caller.hasAny("UNIT_ADMIN", "TRAINER", "EXAM_ADMIN", "SYSTEM_ADMIN")) throw new NotFound("unit", unitId);
    String name = (String) ((Object[]) units.get(0))[1];
    String of = " from practice_card c join officer o on o.id = c.officer_id join unit u on u.id = o.unit_id where c.answers > 0 and u.path like ?1";
    String under = ((Object[]) units.get(0))[0] + "%";
    int people = ((Number) store.createNativeQuery("select count(distinct c.officer_id)" + of).setParameter(1, under).getSingleResult()).intValue();
    if (people < LEAST_PEOPLE) return new UnitMap(unitId, name, false, null, List.of(), List.of());
    // a cell or topic that fewer than five touched would tell about them
    String least = " having count(distinct c.officer_id) >= " + LEAST_PEOPLE;
    Map<Key, Share> shares = new HashMap<>();
    for (Object one : store.createNativeQuery("select c.law, c.stage, c.field, sum(c.last_correct), count(*)" + of + " group by c.law, c.stage, c.field" + least).setParameter(1, under).getResultList()) shares.put(key((Object[]) one), share((Object[]) one, 3));
    List<Weak> weak = weak(store.createNativeQuery("select c.topic, sum(c.last_correct), count(*)" + of + " group by c.topic" + least).setParameter(1, under).getResultList());
    return new UnitMap(unitId, name, true, people, laws(shares, false), weak);
  }

  private List<Weak> weak(List<?> rows) {
    Map<String, Integer> items = new HashMap<>();
    askable.now().values().forEach(one -> items.merge(one.topic(), 1, Integer::sum));
    List<Weak> weak = new ArrayList<>();
    for (Object one : rows) {
      String topic = (String) ((Object[]) one)[0];
      Share share = share((Object[]) one, 1);
      if (share.of() >= LEAST_ITEMS && share.right() < share.of() && items.containsKey(topic)) weak.add(new Weak(topic, share, items.get(topic)));
    }
    weak.sort(Comparator.comparingDouble((Weak one) -> one.share().high()).thenComparing(Weak::topic));
    return weak.subList(0, Math.min(NEXT, weak.size()));
  }

  /** @param all also what was never answered */
  private List<LawRow> laws(Map<Key, Share> shares, boolean all) {
    Map<Key, Integer> items = new HashMap<>();
    askable.now().values().forEach(one -> items.merge(new Key(one.law(), one.stage(), one.field()), 1, Integer::sum));
    if (all) items.keySet().forEach(key -> shares.putIfAbsent(key, new Share(0, 0)));
    Map<String, List<Cell>> byLaw = new HashMap<>();
    shares.forEach((key, share) -> byLaw.computeIfAbsent(key.law(), law -> new ArrayList<>()).add(new Cell(key.law(), key.stage(), key.field(), share, items.getOrDefault(key, 0))));
    List<LawRow> laws = new ArrayList<>();
    byLaw.forEach((law, cells) -> {
      cells.sort(Comparator.comparing(Cell::stage).thenComparing(Cell::field));
      laws.add(new LawRow(law, cells.stream().map(Cell::share).reduce(new Share(0, 0), Share::and), cells.stream().mapToInt(Cell::items).sum(), cells));
    });
    // what was answered most first: the rest is still before one
    laws.sort(Comparator.comparingInt((LawRow one) -> -one.share().of()).thenComparing(LawRow::law));
    return laws;
  }

  private static Key key(Object[] row) {
    return new Key((String) row[0], (String) row[1], (String) row[2]);
  }

  private static Share share(Object[] row, int at) {
    return new Share(((Number) row[at]).intValue(), ((Number) row[at + 1]).intValue());
  }
}
