package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Sha256;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Who sends a request, by one statement: every request asks, so no entity is made for it. */
@ApplicationScoped
public class SignedInPeople {
  private static final String WHO = "select a.id, a.officer_id, a.name, a.unit_id, u.path, a.stamp, a.password_change_required, a.notice_accepted_at is not null, (select group_concat(r.role) from account_role r where r.account_id = a.id) ";
  private static final String BY_TOKEN = WHO + "from api_token t join account a on a.id = t.account_id and a.stamp = t.stamp join unit u on u.id = a.unit_id where t.hash = ? and t.expires_at > utc_timestamp(3) and a.state = 'ACTIVE'";
  private static final String BY_ACCOUNT = WHO + "from account a join unit u on u.id = a.unit_id where a.id = ? and a.stamp = ? and a.state = 'ACTIVE'";
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  @FunctionalInterface
  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Whose session's token it is; empty when it is over, withdrawn, or was given before password, roles or state changed. */
  public Optional<Caller> caller(String token, String address) {
    return one(BY_TOKEN, ask -> ask.setBytes(1, Sha256.of(token)), address).map(SignIn.SignedIn::caller);
  }

  /** Who an earlier sign-in is now; empty when password, roles or state have changed since. */
  public Optional<SignIn.SignedIn> still(long accountId, int stamp, String address) {
    return one(BY_ACCOUNT, ask -> {
      ask.setLong(1, accountId);
      ask.setInt(2, stamp);
    }, address);
  }

  private Optional<SignIn.SignedIn> one(String query, Values values, String address) {
    try (var connection = database.getConnection(); var ask = connection.prepareStatement(query)) {
      values.set(ask);
      try (ResultSet row = ask.executeQuery()) {
        return row.next() ? Optional.of(signedIn(row, address)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignIn.SignedIn signedIn(ResultSet row, String address) throws SQLException {
    Set<String> roles = row.getString(9) == null ? Set.of() : Arrays.stream(row.getString(9).split(",")).collect(Collectors.toSet());
    return new SignIn.SignedIn(new Caller(row.getLong(1), row.getObject(2, Long.class), row.getString(3), row.getLong(4), row.getString(5), roles, address, null), row.getInt(6), row.getBoolean(7), row.getBoolean(8));
  }
}
