package cn.lianbing.audit;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The stored audit entries, to read. */
@ApplicationScoped
public class AuditEntries {
  private static final String WHERE = " from audit_entry where (? is null or action like ?) and (? is null or actor_name like ?)";
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  /**
   * Newest first.
   *
   * @param action beginning of an action's name, or null
   * @param actor  part of the actor's name, or null
   * @throws NotFound for callers who are neither AUDITOR nor SYSTEM_ADMIN
   */
  public Page<AuditEntry> page(Caller caller, String action, String actor, Page.Request request) {
    if (!caller.hasAny("AUDITOR", "SYSTEM_ADMIN")) throw new NotFound("audit", "-");
    try (Connection connection = database.getConnection()) {
      List<AuditEntry> entries = new ArrayList<>();
      try (var ask = connection.prepareStatement("select id, at, actor_id, actor_name, address, action, subject_type, subject_id, unit_path, success, detail" + WHERE + " order by id desc limit ? offset ?")) {
        narrow(ask, action, actor);
        ask.setInt(5, request.size());
        ask.setInt(6, request.offset());
        try (var row = ask.executeQuery()) {
          while (row.next()) entries.add(AuditChain.entry(row));
        }
      }
      try (var count = connection.prepareStatement("select count(*)" + WHERE)) {
        narrow(count, action, actor);
        try (var row = count.executeQuery()) {
          row.next();
          return new Page<>(entries, row.getLong(1), request.page(), request.size());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void narrow(PreparedStatement statement, String action, String actor) throws SQLException {
    String begins = Like.beginning(action);
    String contains = Like.containing(actor);
    statement.setString(1, begins);
    statement.setString(2, begins);
    statement.setString(3, contains);
    statement.setString(4, contains);
  }
}
