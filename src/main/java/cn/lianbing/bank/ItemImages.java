package cn.lianbing.bank;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Sha256;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pictures that items show, kept in the database. Whether somebody may see one is asked where it is shown: a picture tells what an item asks. */
@ApplicationScoped
@Transactional
public class ItemImages {
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param items how many latest wordings show it */
  public record Row(long id, String name, String type, int width, int height, long bytes, Instant addedAt, long items) implements Serializable {}

  /** A picture's content. */
  public record Content(String type, int width, int height, byte[] bytes, String tag) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Content that && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
      return tag.hashCode();
    }
  }

  /**
   * Keeps a picture; the same one is kept once.
   *
   * @param name as the user calls it
   * @return its id, which stands in {@code ![what it shows](image:ID)}
   * @throws Invalid for {@code file}
   */
  public long add(Caller caller, String name, byte[] file) {
    if (!caller.hasAny("EXAM_ADMIN", "TRAINER")) throw new Refused("forbidden");
    Picture picture = Picture.of("file", file);
    byte[] hash = Sha256.of(picture.content());
    List<?> there = store.createNativeQuery("select id from item_image where hash = ?1").setParameter(1, hash).getResultList();
    if (!there.isEmpty()) return ((Number) there.get(0)).longValue();
    String plain = name == null || name.isBlank() ? "image" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\"<>]", "").strip();
    String kept = plain.substring(0, Math.min(plain.length(), 140));
    Object id = store.createNativeQuery("insert into item_image (name, type, width, height, hash, content, added_by, added_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) returning id").setParameter(1, kept).setParameter(2, picture.type()).setParameter(3, picture.width()).setParameter(4, picture.height())
        .setParameter(5, hash).setParameter(6, picture.content()).setParameter(7, caller.accountId()).setParameter(8, UtcColumn.of(clock.instant())).getSingleResult();
    happened.fire(Happened.done(caller, "bank.image", "image", id, null, kept));
    return ((Number) id).longValue();
  }

  public Page<Row> page(Page.Request request) {
    List<?> rows = store.createNativeQuery("""
        select m.id, m.name, m.type, m.width, m.height, length(m.content), m.added_at, (select count(*) from item_version_image l join item i on i.latest_version_id = l.item_version_id where l.image_id = m.id)
        from item_image m order by m.id desc limit ?1 offset ?2""").setParameter(1, request.size()).setParameter(2, request.offset()).getResultList();
    long total = ((Number) store.createNativeQuery("select count(*) from item_image").getSingleResult()).longValue();
    return new Page<>(rows.stream().map(row -> row((Object[]) row)).toList(), total, request.page(), request.size());
  }

  private static Row row(Object[] one) {
    return new Row(number(one[0]), (String) one[1], (String) one[2], (int) number(one[3]), (int) number(one[4]), number(one[5]), UtcColumn.time(one[6]), number(one[7]));
  }

  public Optional<Content> content(long id) {
    List<?> found = store.createNativeQuery("select type, width, height, content, hex(hash) from item_image where id = ?1").setParameter(1, id).getResultList();
    return found.stream().map(row -> (Object[]) row).map(row -> new Content((String) row[0], (int) number(row[1]), (int) number(row[2]), (byte[]) row[3], (String) row[4])).findFirst();
  }

  /** Whether a picture stands in one of the item versions. */
  public boolean shown(long id, Collection<Long> versionIds) {
    if (versionIds.isEmpty()) return false;
    return store.createNativeQuery("select item_version_id from item_version_image where image_id = ?1").setParameter(1, id).getResultList().stream().anyMatch(version -> versionIds.contains(((Number) version).longValue()));
  }

  /** Those that are not there. */
  Set<Long> missing(Set<Long> ids) {
    Set<Long> missing = new HashSet<>(ids);
    if (ids.isEmpty()) return missing;
    store.createNativeQuery("select id from item_image where id in (" + String.join(",", ids.stream().map(String::valueOf).toList()) + ")").getResultList().forEach(id -> missing.remove(((Number) id).longValue()));
    return missing;
  }

  /** From now on a version shows what stands in its words. */
  void link(ItemVersion version, ItemContent content) {
    for (long id : content.images()) store.createNativeQuery("insert ignore into item_version_image (item_version_id, image_id) select ?1, id from item_image where id = ?2").setParameter(1, version.id()).setParameter(2, id).executeUpdate();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
