package cn.lianbing.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The program's own search over plain JDBC, for who measures it. */
public final class OpenSearch {
  private OpenSearch() {}

  /** The ids of the first page and the number of all, as the list asks for both. */
  public static long page(Connection connection, Items.Filter filter, int size) throws SQLException {
    ItemQuery query = new ItemQuery(filter);
    long total = 0;
    try (PreparedStatement ask = prepared(connection, query, query.page(0, size)); var row = ask.executeQuery()) {
      while (row.next()) total = row.getLong(2);
    }
    return total;
  }

  /** Text and pairs of an item as {@link ItemSearch} stores them. */
  public static String[] stored(String code, ItemContent content) {
    String text = SearchText.of(code, content);
    return new String[] {text, String.join(" ", SearchText.grams(text))};
  }

  private static PreparedStatement prepared(Connection connection, ItemQuery query, String sql) throws SQLException {
    PreparedStatement ask = connection.prepareStatement(sql.replaceAll("\\?\\d+", "?"));
    for (int i = 0; i < query.values().size(); i++) ask.setObject(i + 1, query.values().get(i));
    return ask;
  }
}
