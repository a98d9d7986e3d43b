package cn.lianbing.competition.ranking;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lines of lists as they are stored: 100 a row, so that a list of two hundred thousand is two thousand rows to write and a page is one
 * to read; and beside them where each id stands.
 */
final class ListStore {
  static final int LINES = 100;
  private static final int IDS = 256;
  private static final int BATCH = 100;

  private ListStore() {}

  /** Replaces what the list had. */
  static <R> void write(Connection connection, long listId, List<R> rows, java.util.function.BiConsumer<R, StringBuilder> line, java.util.function.ToLongFunction<R> id) throws SQLException {
    for (String table : List.of("ranking_chunk", "ranking_index")) try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where list_id = ?")) {
      delete.setLong(1, listId);
      delete.executeUpdate();
    }
    Map<Long, StringBuilder> index = new TreeMap<>();
    try (PreparedStatement insert = connection.prepareStatement("insert into ranking_chunk (list_id, number, content) values (?, ?, ?)")) {
      for (int from = 0; from < rows.size(); from += LINES) {
        StringBuilder content = new StringBuilder();
        for (int i = from; i < Math.min(rows.size(), from + LINES); i++) {
          line.accept(rows.get(i), content);
          content.append('\n');
          long key = id.applyAsLong(rows.get(i));
          index.computeIfAbsent(key / IDS, any -> new StringBuilder()).append(key).append(':').append(i).append(',');
        }
        add(insert, listId, from / LINES, content, from / LINES % BATCH == BATCH - 1);
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert = connection.prepareStatement("insert into ranking_index (list_id, bucket, positions) values (?, ?, ?)")) {
      int count = 0;
      for (Map.Entry<Long, StringBuilder> one : index.entrySet()) add(insert, listId, one.getKey(), one.getValue(), ++count % BATCH == 0);
      insert.executeBatch();
    }
  }

  private static void add(PreparedStatement insert, long listId, long number, CharSequence content, boolean full) throws SQLException {
    insert.setLong(1, listId);
    insert.setLong(2, number);
    insert.setString(3, content.toString());
    insert.addBatch();
    if (full) insert.executeBatch();
  }

  /** SHA-256 over the head and all lines. */
  static String hash(Connection connection, long listId, String head) throws SQLException {
    MessageDigest digest = Sha256.digest();
    digest.update((head + "\n").getBytes(StandardCharsets.UTF_8));
    each(connection, listId, chunk -> digest.update(chunk.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of what is being written anyway. */
  static <R> String hash(String head, List<R> rows, java.util.function.BiConsumer<R, StringBuilder> line) {
    MessageDigest digest = Sha256.digest();
    digest.update((head + "\n").getBytes(StandardCharsets.UTF_8));
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line.accept(rows.get(i), content);
      content.append('\n');
      if (i % LINES < LINES - 1 && i < rows.size() - 1) continue;
      digest.update(content.toString().getBytes(StandardCharsets.UTF_8));
      content.setLength(0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Chunks of whole lines, in order. */
  static void each(Connection connection, long listId, Consumer<String> chunk) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select content from ranking_chunk where list_id = ? order by number")) {
      ask.setLong(1, listId);
      ask.setFetchSize(BATCH);
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) chunk.accept(row.getString(1));
      }
    }
  }

  static <R> List<R> read(Connection connection, long listId, int offset, int count, Class<R[]> type) throws SQLException {
    List<R> rows = new ArrayList<>();
    if (count <= 0) return rows;
    int first = offset / LINES;
    try (PreparedStatement ask = connection.prepareStatement("select content from ranking_chunk where list_id = ? and number between ? and ? order by number")) {
      ask.setLong(1, listId);
      ask.setInt(2, first);
      ask.setInt(3, (offset + count - 1) / LINES);
      StringBuilder lines = new StringBuilder();
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) lines.append(row.getString(1));
      }
      String[] all = lines.isEmpty() ? new String[0] : lines.toString().split("\n");
      int from = Math.min(all.length, offset - first * LINES);
      List<String> wanted = List.of(all).subList(from, Math.min(all.length, from + count));
      return Json.list("[" + String.join(",", wanted) + "]", type);
    }
  }

  static <R> List<R> all(Connection connection, long listId, Class<R[]> type) throws SQLException {
    List<R> rows = new ArrayList<>();
    each(connection, listId, chunk -> rows.addAll(Json.list("[" + chunk.strip().replace("\n", ",") + "]", type)));
    return rows;
  }

  /** Position from 0; -1 where it is not in the list. */
  static int position(Connection connection, long listId, long id) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select positions from ranking_index where list_id = ? and bucket = ?")) {
      ask.setLong(1, listId);
      ask.setLong(2, id / IDS);
      try (ResultSet row = ask.executeQuery()) {
        if (!row.next()) return -1;
        String positions = "," + row.getString(1);
        int at = positions.indexOf("," + id + ":");
        if (at < 0) return -1;
        int from = positions.indexOf(':', at) + 1;
        return Integer.parseInt(positions.substring(from, positions.indexOf(',', from)));
      }
    }
  }
}
