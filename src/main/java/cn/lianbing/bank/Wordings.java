package cn.lianbing.bank;

import cn.lianbing.platform.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What is shown of item versions while an attempt is open: no key, no explanation. It never changes, so it is remembered. */
@ApplicationScoped
public class Wordings {
  private static final int REMEMBERED = 20_000;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  private final Map<Long, Wording> known = new ConcurrentHashMap<>();

  /**
   * @param options by the author's letters; empty for TRUE_FALSE and FILL
   * @param left    the left column of a MATCH, by the author's numbers
   * @param parts   for each question of a CASE what is shown of it
   */
  public record Wording(ItemType type, String stem, String material, List<Option> options, int blankCount, List<Option> left, List<Wording> parts) {
    /** @param part from 1 for a question of a CASE, 0 for the item itself */
    public Wording asked(int part) {
      return part == 0 ? this : parts.get(part - 1);
    }
  }

  /** By the version's id. */
  public Map<Long, Wording> of(Collection<Long> versionIds) {
    Map<Long, Wording> found = new HashMap<>();
    versionIds.forEach(id -> found.put(id, known.get(id)));
    List<Long> unknown = versionIds.stream().filter(id -> found.get(id) == null).distinct().toList();
    if (!unknown.isEmpty()) found.putAll(learn(unknown));
    return found;
  }

  private Map<Long, Wording> learn(List<Long> ids) {
    if (known.size() > REMEMBERED) known.clear();
    Map<Long, Wording> learned = new HashMap<>();
    try (Connection connection = database.getConnection(); var ask = connection.createStatement();
        var row = ask.executeQuery("select id, type, stem, material, options, blank_count, left_options, parts from item_version where id in (" + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")")) {
      while (row.next()) learned.put(row.getLong(1), new Wording(ItemType.valueOf(row.getString(2)), row.getString(3), row.getString(4), Json.list(row.getString(5), Option[].class), row.getInt(6), options(row.getString(7)), parts(row.getString(8))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    known.putAll(learned);
    return learned;
  }

  private static List<Option> options(String json) {
    return json == null ? List.of() : Json.list(json, Option[].class);
  }

  private static List<Wording> parts(String json) {
    if (json == null) return List.of();
    return Json.list(json, ItemPart[].class).stream().map(part -> new Wording(part.type(), part.stem(), null, part.options(), part.blankCount(), part.left(), List.of())).toList();
  }
}
