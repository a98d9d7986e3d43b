package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stored accounts. */
@ApplicationScoped
@Transactional
public class Accounts {
  @PersistenceContext EntityManager store;

  /** An account for lists; roles are read one by one, since a page holds few. */
  public record Row(long id, String username, String name, String unit, Account.State state, boolean passwordChangeRequired, List<Role> roles) implements Serializable {}

  public Page<Row> page(Caller caller, String text, Page.Request request) {
    String like = Like.containing(text);
    String from = " from Account a join Unit u on u.id = a.unitId where u.path like :reach and (:text is null or a.username like :text or a.name like :text)";
    List<Row> rows = store.createQuery("select a, u.name" + from + " order by a.username", Object[].class).setParameter("reach", caller.reach() + "%").setParameter("text", like)
        .setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(row -> row((Account) row[0], (String) row[1])).toList();
    long total = store.createQuery("select count(a)" + from, Long.class).setParameter("reach", caller.reach() + "%").setParameter("text", like).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  private static Row row(Account account, String unit) {
    return new Row(account.id(), account.username(), account.name(), unit, account.state(), account.passwordChangeRequired(), account.roles().stream().sorted().toList());
  }

  public Optional<Account> byUsername(String username) {
    return store.createQuery("select a from Account a where a.username = :username", Account.class).setParameter("username", username).getResultStream().findFirst();
  }

  List<Account> byUsernames(List<String> usernames) {
    return store.createQuery("select a from Account a where a.username in :usernames", Account.class).setParameter("usernames", usernames).getResultList();
  }

  List<Account> ofOfficers(List<Long> officerIds) {
    return store.createQuery("select a from Account a where a.officerId in :officers", Account.class).setParameter("officers", officerIds).getResultList();
  }

  public Optional<Account> ofOfficer(long officerId) {
    return store.createQuery("select a from Account a where a.officerId = :officer", Account.class).setParameter("officer", officerId).getResultStream().findFirst();
  }

  public Optional<Account> find(long id) {
    return Optional.ofNullable(store.find(Account.class, id));
  }

  /** @throws NotFound where there is none */
  public Account get(long id) {
    return find(id).orElseThrow(() -> new NotFound("account", id));
  }

  /** Active accounts with a role, each with the path of its unit: what begins with it is within the account's reach. */
  public Map<Long, String> holders(Role role) {
    return store.createQuery("select a.id, u.path from Account a join Unit u on u.id = a.unitId where :role member of a.roles and a.state = cn.lianbing.people.Account.State.ACTIVE order by a.id", Object[].class).setParameter("role", role)
        .getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1], (one, other) -> one, LinkedHashMap::new));
  }

  public boolean isEmpty() {
    return store.createQuery("select count(a) from Account a", Long.class).getSingleResult() == 0;
  }

  /** Many at once, for an import. */
  void add(Collection<Account> many) {
    many.forEach(store::persist);
    store.flush();
  }

  Account add(Account account) {
    store.persist(account);
    store.flush();
    return account;
  }

  /** The caller that this account is; its roles and unit as they stand now. */
  public Caller caller(Account account, String address) {
    return new Caller(account.id(), account.officerId(), account.name(), account.unitId(), store.find(Unit.class, account.unitId()).path(), account.roles().stream().map(Role::name).collect(Collectors.toSet()), address, null);
  }
}
