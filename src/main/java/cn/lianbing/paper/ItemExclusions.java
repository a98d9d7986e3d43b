package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Items that may not stand on one paper, because one gives the other away or both ask the same. */
@ApplicationScoped
@Transactional
public class ItemExclusions {
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  public record Row(String first, String firstStem, String second, String secondStem, String reason) implements Serializable {}

  @SuppressWarnings("unchecked")
  public List<Row> all(Caller caller) {
    demand(caller);
    List<Object[]> rows = store.createNativeQuery("""
        select a.code, va.stem, b.code bcode, vb.stem bstem, x.reason from item_exclusion x
        join item a on a.id = x.first_item_id join item_version va on va.id = a.latest_version_id
        join item b on b.id = x.second_item_id join item_version vb on vb.id = b.latest_version_id order by a.code, b.code""").getResultList();
    return rows.stream().map(row -> new Row((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4])).toList();
  }

  /**
   * @throws Invalid for {@code first}, {@code second} (no such item, or the same) and {@code reason}
   * @throws Refused {@code exclusion-there}
   */
  public void exclude(Caller caller, String first, String second, String reason) {
    demand(caller);
    AssemblyTask.Exclusion pair = pair(first, second);
    String why = Reason.demanded(reason);
    if (!store.createNativeQuery("select 1 from item_exclusion where first_item_id = ?1 and second_item_id = ?2").setParameter(1, pair.first()).setParameter(2, pair.second()).getResultList().isEmpty()) throw new Refused("exclusion-there", first, second);
    store.createNativeQuery("insert into item_exclusion (first_item_id, second_item_id, reason, made_by, made_at) values (?1, ?2, ?3, ?4, ?5)").setParameter(1, pair.first()).setParameter(2, pair.second())
        .setParameter(3, why).setParameter(4, caller.accountId()).setParameter(5, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "paper.exclude", "item", first, null, first + " / " + second + ": " + why));
  }

  /** Papers that are frozen already stay as they are. @throws NotFound where the two do not exclude each other */
  public void allow(Caller caller, String first, String second) {
    demand(caller);
    AssemblyTask.Exclusion pair = pair(first, second);
    if (store.createNativeQuery("delete from item_exclusion where first_item_id = ?1 and second_item_id = ?2").setParameter(1, pair.first()).setParameter(2, pair.second()).executeUpdate() == 0) throw new NotFound("itemExclusion", first);
    happened.fire(Happened.done(caller, "paper.allow", "item", first, null, first + " / " + second));
  }

  @SuppressWarnings("unchecked")
  Set<AssemblyTask.Exclusion> pairs() {
    List<Object[]> rows = store.createNativeQuery("select first_item_id, second_item_id from item_exclusion").getResultList();
    return rows.stream().map(row -> new AssemblyTask.Exclusion(((Number) row[0]).longValue(), ((Number) row[1]).longValue())).collect(Collectors.toSet());
  }

  private AssemblyTask.Exclusion pair(String first, String second) {
    long one = item("first", first);
    long other = item("second", second);
    if (one == other) throw Invalid.field("second", "exclusion.same");
    return AssemblyTask.Exclusion.of(one, other);
  }

  private long item(String field, String code) {
    return items.idOf(code == null ? "" : code.strip()).orElseThrow(() -> Invalid.field(field, "exclusion.item", code == null ? "" : code.strip()));
  }

  private static void demand(Caller caller) {
    if (!caller.hasAny("EXAM_ADMIN", "SYSTEM")) throw new NotFound("itemExclusion", "-");
  }
}
