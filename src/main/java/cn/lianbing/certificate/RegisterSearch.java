package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.Page;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Searching a register of 200,000. What is typed is the beginning of a serial or of a name, so that an index finds it; hits are
 * counted up to a bound, since counting them all would cost more than finding those that are shown. The statements run on a
 * connection that is given, so that they can be measured outside of the container.
 */
public final class RegisterSearch {
  static final int COUNTED = 1_000;
  static final int SLICE = 2_000;
  private final Connection connection;

  RegisterSearch(Connection connection) {
    this.connection = connection;
  }

  /** A line of the register. */
  public record Row(long id, CertificateKind kind, String serial, Long officerId, String holder, long unitId, String unit, Certificate.State state, LocalDate validFrom, LocalDate validTo, int version) implements Serializable {}

  /** @param more there are more than {@code total} */
  public record Found(List<Row> items, int total, boolean more, int page, int size) implements Serializable {}

  /** @param under the beginning of the unit paths that count; "-" for none */
  Found find(String under, Certificates.Filter filter, Page.Request request) throws SQLException {
    List<Object> values = new ArrayList<>();
    String hits = hits(under, filter, values);
    int counted = count(hits, values);
    List<Row> rows = request.offset() >= COUNTED ? List.of() : rows(hits, values, request.size(), request.offset());
    return new Found(rows, Math.min(counted, COUNTED), counted > COUNTED, request.page(), request.size());
  }

  /** The next {@link #SLICE} of all hits, the newest first, without any bound in sum. @param below the id of the last one before, or null */
  List<Row> slice(String under, Certificates.Filter filter, Long below) throws SQLException {
    List<Object> values = new ArrayList<>();
    String hits = hits(under, filter, values, "");
    values.add(below == null ? Long.MAX_VALUE : below);
    return rows("select id from (" + hits + ") every where id < ?", values, SLICE, 0);
  }

  private String hits(String under, Certificates.Filter filter, List<Object> values) throws SQLException {
    return hits(under, filter, values, " limit " + (COUNTED + 1));
  }

  /** The ids that fit. Each way of typing has an index of its own, so each is asked for itself. */
  private String hits(String under, Certificates.Filter filter, List<Object> values, String bound) throws SQLException {
    StringBuilder narrowed = new StringBuilder();
    List<Object> narrowing = new ArrayList<>();
    List<Long> within = under.equals("/") ? null : units(under);
    if (within != null) {
      narrowed.append(within.isEmpty() ? " and false" : " and c.unit_id in (" + "?, ".repeat(within.size() - 1) + "?)");
      narrowing.addAll(within);
    }
    if (filter.state() != null) {
      narrowed.append(" and c.state = ?");
      narrowing.add(filter.state().name());
    }
    if (filter.kind() != null) {
      narrowed.append(" and c.kind = ?");
      narrowing.add(filter.kind().name());
    }
    if (filter.text() == null || filter.text().isBlank()) {
      values.addAll(narrowing);
      return "select c.id from certificate c where true" + narrowed;
    }
    List<String> ways = new ArrayList<>();
    String serial = Like.beginning(Certificate.plain(filter.text()));
    if (serial != null) for (String column : List.of("serial", "old_serial")) ways.add(way(column, serial, narrowed, narrowing, values, bound));
    ways.add(way("holder_name", Like.beginning(filter.text().strip()), narrowed, narrowing, values, bound));
    return String.join(" union ", ways);
  }

  private static String way(String column, String pattern, CharSequence narrowed, List<Object> narrowing, List<Object> values, String bound) {
    values.add(pattern);
    values.addAll(narrowing);
    return "(select c.id from certificate c where c." + column + " like ?" + narrowed + (bound.isEmpty() ? ")" : " order by c." + column + bound + ")");
  }

  /** Null for all: then the column need not be looked at. */
  private List<Long> units(String under) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select id, path like ? from unit")) {
      ask.setString(1, under + "%");
      List<Long> ids = new ArrayList<>();
      boolean all = true;
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          if (row.getBoolean(2)) ids.add(row.getLong(1));
          else all = false;
        }
      }
      return all ? null : ids;
    }
  }

  private int count(String hits, List<Object> values) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select count(*) from (select id from (" + hits + ") h limit " + (COUNTED + 1) + ") x")) {
      fill(ask, values);
      try (ResultSet row = ask.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private List<Row> rows(String hits, List<Object> values, int size, int offset) throws SQLException {
    String sql = """
        select c.id, c.kind, c.serial, c.officer_id, c.holder_name, c.unit_id, u.name, c.state, c.valid_from, c.valid_to, c.version
        from (%s order by id desc limit %d offset %d) h join certificate c on c.id = h.id join unit u on u.id = c.unit_id order by c.id desc""".formatted(hits, size, offset);
    try (PreparedStatement ask = connection.prepareStatement(sql)) {
      fill(ask, values);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) rows.add(new Row(row.getLong(1), CertificateKind.valueOf(row.getString(2)), row.getString(3), row.getObject(4) == null ? null : row.getLong(4), row.getString(5), row.getLong(6), row.getString(7), Certificate.State.valueOf(row.getString(8)), row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class), row.getInt(11)));
      }
      return rows;
    }
  }

  private static void fill(PreparedStatement ask, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) ask.setObject(i + 1, values.get(i));
  }
}
