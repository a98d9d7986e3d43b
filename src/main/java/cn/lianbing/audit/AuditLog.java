package cn.lianbing.audit;

import cn.lianbing.platform.Happened;
import cn.lianbing.platform.UtcColumn;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import javax.sql.DataSource;

/**
 * Writes what happened, append-only. Each entry carries the hash of the one before it and its own over both, and numbers have no
 * gaps, so that a changed, removed or inserted row breaks the chain from there on ({@link AuditChain}). A success is written
 * with what it tells of, in one transaction; a failure in one of its own, since the other is rolled back.
 */
@ApplicationScoped
public class AuditLog {
  @Inject Failures failures;
  @Inject Clock clock;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  void keep(@Observes Happened event) {
    if (event.success()) append(event);
    else failures.append(event);
  }

  /** Not called from outside this package. */
  void append(Happened event) {
    LocalDateTime at = UtcColumn.of(clock.instant());
    try (Connection connection = database.getConnection()) {
      long id;
      byte[] previous;
      // The lock on the head makes entries one row of pearls even when two nodes write.
      try (var head = connection.prepareStatement("select entry_id, hash from audit_head where id = 1 for update"); var row = head.executeQuery()) {
        row.next();
        id = row.getLong(1) + 1;
        previous = row.getBytes(2);
      }
      String detail = event.detail() == null ? "" : event.detail().substring(0, Math.min(2000, event.detail().length()));
      AuditEntry entry = new AuditEntry(id, at, event.who().accountId(), event.who().name(), event.who().address(), event.action(), event.subjectType(), event.subjectId(), event.unitPath(), event.success(), detail);
      byte[] hash = AuditChain.hash(previous, entry);
      try (var insert = connection.prepareStatement("insert into audit_entry (id, at, actor_id, actor_name, address, action, subject_type, subject_id, unit_path, success, detail, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        insert.setLong(1, id);
        insert.setObject(2, at);
        insert.setObject(3, entry.actorId());
        insert.setString(4, entry.actorName());
        insert.setString(5, entry.address());
        insert.setString(6, entry.action());
        insert.setString(7, entry.subjectType());
        insert.setString(8, entry.subjectId());
        insert.setString(9, entry.unitPath());
        insert.setBoolean(10, entry.success());
        insert.setString(11, entry.detail());
        insert.setBytes(12, previous);
        insert.setBytes(13, hash);
        insert.executeUpdate();
      }
      try (var head = connection.prepareStatement("update audit_head set entry_id = ?, hash = ? where id = 1")) {
        head.setLong(1, id);
        head.setBytes(2, hash);
        head.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("what happened could not be written to the audit log, so it must not happen", e);
    }
  }

  /** Its own transaction, which outlives the one that failed. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Failures {
    @Inject AuditLog log;

    void append(Happened event) {
      log.append(event);
    }
  }
}
