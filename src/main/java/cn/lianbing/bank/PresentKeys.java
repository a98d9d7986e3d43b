package cn.lianbing.bank;

import cn.lianbing.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The present keys of item versions, for marking many answers. What a key says never changes and is remembered; which key is the
 * present one is asked each time, since any node may have corrected it.
 */
@ApplicationScoped
public class PresentKeys {
  private static final int REMEMBERED = 50_000;
  private final Map<Long, Key> known = new ConcurrentHashMap<>();

  /** @param id of the key's version; @param parts the types of a CASE's questions */
  public record Key(long id, ItemType type, AnswerKey answer, List<ItemType> parts) {
    /** @param part from 1 for a question of a CASE, 0 for the item itself */
    public Key asked(int part) {
      return part == 0 ? this : new Key(id, parts.get(part - 1), answer.parts().get(part - 1), List.of());
    }
  }

  /** By the item version's id. @param connection the caller's, so that all is read in one transaction */
  public Map<Long, Key> of(Connection connection, Collection<Long> versionIds) throws SQLException {
    Map<Long, Long> present = new LinkedHashMap<>();
    // an index alone answers this; the highest number comes last and stays
    try (var ask = connection.createStatement(); var row = ask.executeQuery("select item_version_id, id from item_key where item_version_id in (" + list(versionIds) + ") order by item_version_id, number")) {
      while (row.next()) present.put(row.getLong(1), row.getLong(2));
    }
    Map<Long, Key> byKey = new HashMap<>();
    present.values().forEach(id -> byKey.put(id, known.get(id)));
    List<Long> unknown = present.values().stream().filter(id -> byKey.get(id) == null).toList();
    if (!unknown.isEmpty()) byKey.putAll(learn(connection, unknown));
    Map<Long, Key> keys = new HashMap<>();
    present.forEach((version, key) -> keys.put(version, byKey.get(key)));
    return keys;
  }

  private Map<Long, Key> learn(Connection connection, List<Long> keyIds) throws SQLException {
    if (known.size() > REMEMBERED) known.clear();
    Map<Long, Key> learned = new HashMap<>();
    try (var ask = connection.createStatement(); var row = ask.executeQuery("select k.id, v.type, k.answer, v.parts from item_key k join item_version v on v.id = k.item_version_id where k.id in (" + list(keyIds) + ")")) {
      while (row.next()) learned.put(row.getLong(1), new Key(row.getLong(1), ItemType.valueOf(row.getString(2)), Json.read(row.getString(3), AnswerKey.class), types(row.getString(4))));
    }
    known.putAll(learned);
    return learned;
  }

  private static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<ItemType> types(String parts) {
    return parts == null ? List.of() : Json.list(parts, ItemPart[].class).stream().map(ItemPart::type).toList();
  }
}
