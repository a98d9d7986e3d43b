package cn.lianbing.notice;

import cn.lianbing.people.Role;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells people something. What is told joins the caller's transaction: rolled back, nobody hears of it. It appears in the
 * program, and is queued as e-mail for whoever gave an address and switched that on; the queue sends it afterwards.
 */
@ApplicationScoped
@Transactional
public class Notices {
  private static final int BATCH = 500;
  private static final int LONGEST_NAME = 100;
  @PersistenceContext EntityManager store;
  @Inject SmtpSettings smtp;
  @Inject Clock clock;

  /** In the program and, where switched on, by e-mail. Accounts that are not active are skipped. */
  public void tell(Collection<Long> accountIds, Notice notice) {
    List<Long> all = accountIds.stream().distinct().sorted().toList();
    for (int from = 0; from < all.size(); from += BATCH) tellSome(all.subList(from, Math.min(all.size(), from + BATCH)), notice);
  }

  /** By their accounts; officers without an active account are skipped. */
  public void tellOfficers(Collection<Long> officerIds, Notice notice) {
    List<Long> all = officerIds.stream().distinct().sorted().toList();
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + BATCH));
      tell(accounts("select a.id from account a where a.officer_id in " + marks(1, some.size()), some.toArray()), notice);
    }
  }

  /** Administrators of the unit and of those above it. */
  public void tellUnitAdmins(long unitId, Notice notice) {
    tellAbove(Role.UNIT_ADMIN, unitId, notice);
  }

  /** Trainers of the unit and of those above it, whose reach covers it. */
  public void tellTrainers(long unitId, Notice notice) {
    tellAbove(Role.TRAINER, unitId, notice);
  }

  private void tellAbove(Role role, long unitId, Notice notice) {
    tell(accounts("""
        select a.id from account a join account_role r on r.account_id = a.id and r.role = ?2 join unit mine on mine.id = a.unit_id
        join unit it on it.id = ?1 where it.path like concat(mine.path, '%')""", unitId, role.name()), notice);
  }

  /** Everybody who has the role. */
  public void tellRole(Role role, Notice notice) {
    tell(accounts("select account_id from account_role where role = ?1", role.name()), notice);
  }

  /** Somebody outside, such as an invited lecturer: e-mail only. Nothing where no mail server is set. @throws cn.lianbing.platform.Invalid for {@code email} */
  public void mail(String address, String name, Notice notice) {
    String checked = MailAddresses.checked(address, "email");
    if (!smtp.on()) return;
    fill(store.createNativeQuery("insert into outgoing_mail (account_id, address, name, kind, args, link, state, queued_at, next_at) values (null, ?5, ?6, ?1, ?2, ?3, 'WAITING', ?4, ?4)"), notice)
        .setParameter(5, checked).setParameter(6, name == null ? "" : name.substring(0, Math.min(LONGEST_NAME, name.length()))).executeUpdate();
  }

  private void tellSome(List<Long> accountIds, Notice notice) {
    String those = marks(5, accountIds.size());
    Query inside = fill(store.createNativeQuery("insert into notice (account_id, kind, args, link, told_at) select a.id, ?1, ?2, ?3, ?4 from account a where a.state = 'ACTIVE' and a.id in " + those), notice);
    put(inside, 5, accountIds.toArray()).executeUpdate();
    if (!smtp.on()) return;
    Query outside = fill(store.createNativeQuery("""
        insert into outgoing_mail (account_id, address, name, kind, args, link, state, queued_at, next_at)
        select a.id, m.address, a.name, ?1, ?2, ?3, 'WAITING', ?4, ?4 from account a join mail_address m on m.account_id = a.id and m.switched_on and m.confirmed_at is not null
        where a.state = 'ACTIVE' and a.id in\s""" + those), notice);
    put(outside, 5, accountIds.toArray()).executeUpdate();
  }

  private Query fill(Query query, Notice notice) {
    return query.setParameter(1, notice.kind()).setParameter(2, notice.storedArgs()).setParameter(3, notice.link()).setParameter(4, UtcColumn.of(clock.instant()));
  }

  private List<Long> accounts(String sql, Object... values) {
    List<?> ids = put(store.createNativeQuery(sql), 1, values).getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  private static Query put(Query query, int first, Object... values) {
    for (int i = 0; i < values.length; i++) query.setParameter(first + i, values[i]);
    return query;
  }

  private static String marks(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(i -> "?" + i).collect(Collectors.joining(", ", "(", ")"));
  }
}
