package cn.lianbing.audit;

import cn.lianbing.platform.Sha256;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Shows whether the log is as it was written. */
@ApplicationScoped
public class AuditChain {
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  /** SHA-256 over the previous hash and every field, each with its length before it, so that no two entries read alike. */
  static byte[] hash(byte[] previous, AuditEntry entry) {
    MessageDigest digest = Sha256.digest();
    digest.update(previous);
    digest.update(ByteBuffer.allocate(16).putLong(entry.id()).putLong(entry.at().toInstant(ZoneOffset.UTC).toEpochMilli()).array());
    for (Object field : new Object[] {entry.actorId(), entry.actorName(), entry.address(), entry.action(), entry.subjectType(), entry.subjectId(), entry.unitPath(), entry.success(), entry.detail()}) {
      byte[] bytes = Objects.toString(field, "").getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array());
      digest.update(bytes);
    }
    return digest.digest();
  }

  /** @return the number of the first entry that is missing or not as it was written; empty when all are whole */
  public OptionalLong firstBroken() {
    try (var connection = database.getConnection()) {
      byte[] previous = new byte[32];
      long expected = 1;
      try (var ask = connection.prepareStatement("select id, at, actor_id, actor_name, address, action, subject_type, subject_id, unit_path, success, detail, previous_hash, hash from audit_entry order by id")) {
        ask.setFetchSize(1000);
        try (var row = ask.executeQuery()) {
          while (row.next()) {
            AuditEntry entry = entry(row);
            byte[] hash = hash(previous, entry);
            if (entry.id() != expected || !Arrays.equals(previous, row.getBytes(12)) || !Arrays.equals(hash, row.getBytes(13))) return OptionalLong.of(expected);
            previous = hash;
            expected++;
          }
        }
      }
      try (var head = connection.prepareStatement("select entry_id, hash from audit_head"); var row = head.executeQuery()) {
        return row.next() && row.getLong(1) == expected - 1 && Arrays.equals(row.getBytes(2), previous) ? OptionalLong.empty() : OptionalLong.of(expected);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(row.getLong(1), row.getObject(2, LocalDateTime.class), row.getObject(3) == null ? null : row.getLong(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getBoolean(10), row.getString(11));
  }
}
