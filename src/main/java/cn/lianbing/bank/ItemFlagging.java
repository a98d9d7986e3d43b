package cn.lianbing.bank;

import cn.lianbing.law.Article;
import cn.lianbing.law.ArticleNumber;
import cn.lianbing.law.LawChanged;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.law.Succession;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the items whose law has moved. Each finding has a key of its own in the database, so that a round may be repeated and run
 * on any node, and a decision stands.
 */
@ApplicationScoped
@Transactional
public class ItemFlagging {
  @PersistenceContext EntityManager store;
  @Inject Laws laws;
  @Inject Citations citations;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A citation of an item in use that something is found about. */
  private record Finding(long itemId, long itemVersionId, long lawVersionId, ArticleNumber number, String quote, ItemFlag.Cause cause, long causeId, LocalDate since) {}

  private static final String CITED = "select i.id, c.item_version_id, c.law_version_id, c.article, c.sub, c.quote, %s, %s from item i join item_citation c on c.item_version_id = i.latest_version_id join law_version l on l.id = c.law_version_id %s where i.state = 'IN_USE' and %s"
      + " and not exists (select 1 from item_flag f where f.item_version_id = c.item_version_id and f.law_version_id = c.law_version_id and f.article = c.article and f.sub = c.sub and f.cause = '%s' and f.cause_id = %s)";

  /** What the days have brought. @return how many items' citations are newly flagged */
  public int round() {
    LocalDate today = today();
    withdraw(today);
    List<Finding> lapsed = findings(CITED.formatted("0", "date_add(l.until, interval 1 day)", "", "l.until < ?1", "LAPSED", "0"), ItemFlag.Cause.LAPSED, today);
    List<Finding> ended = findings(CITED.formatted("0", "date_add(a.valid_to, interval 1 day)", "join law_article a on a.law_text_id = l.text_id and a.kind in ('ARTICLE', 'POINT') and a.number = c.article and a.sub = c.sub", "a.valid_to < ?1 and (l.until is null or l.until >= ?1)", "ARTICLE_LAPSED", "0"), ItemFlag.Cause.ARTICLE_LAPSED, today);
    List<Finding> wrong = findings(CITED.formatted("l.text_id", "?1", "", "l.text_id is not null and c.result in ('NOT_IN_ARTICLE', 'NO_ARTICLE') and (l.until is null or l.until >= ?1)", "QUOTE", "l.text_id"), ItemFlag.Cause.QUOTE, today);
    Map<List<Long>, Succession> known = new HashMap<>();
    return flag(lapsed, known) + flag(ended, known) + flag(wrong, known);
  }

  /** A text took another's place: items whose article says something else now are flagged; all that rests on the version is looked at again. */
  void changed(@Observes LawChanged change) {
    citations.recheck(change.lawVersionId());
    if (change.formerTextId() != null) flagChanged(change);
    round();
    refresh(change.lawVersionId());
  }

  private void flagChanged(LawChanged change) {
    LawVersion law = laws.get(change.lawVersionId());
    Succession succession = new Succession(laws.articlesOfText(change.formerTextId()), true, laws.articles(law.id()));
    LocalDate today = today();
    List<Finding> cited = findings(CITED.formatted(law.textId(), "?1", "", "l.id = " + law.id(), "CHANGED", law.textId()), ItemFlag.Cause.CHANGED, today);
    List<Finding> other = cited.stream().filter(one -> {
      Succession.Match match = succession.of(one.number());
      return match.old() != null && !(match.sameText() && match.fresh().articleNumber().equals(one.number()));
    }).toList();
    Map<List<Long>, Succession> known = new HashMap<>();
    known.put(List.of(law.id(), law.id()), succession);
    flag(other, known);
  }

  private List<Finding> findings(String sql, ItemFlag.Cause cause, LocalDate today) {
    List<?> rows = store.createNativeQuery(sql).setParameter(1, today.toString()).getResultList();
    return rows.stream().map(one -> {
      Object[] row = (Object[]) one;
      return new Finding(number(row[0]), number(row[1]), number(row[2]), new ArticleNumber((int) number(row[3]), (int) number(row[4])), (String) row[5], cause, number(row[6]), LocalDate.parse(row[7].toString().substring(0, 10)));
    }).toList();
  }

  private int flag(List<Finding> findings, Map<List<Long>, Succession> known) {
    if (findings.isEmpty()) return 0;
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    int flagged = 0;
    try (var insert = store.unwrap(Connection.class).prepareStatement("insert ignore into item_flag (item_id, item_version_id, cause, cause_id, law_version_id, article, sub, quote, successor_id, old_article_id, new_article_id, same_text, quote_stands, since, found_at, state) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'OPEN')")) {
      for (Finding one : findings) {
        Look look = look(one.lawVersionId(), one.number(), one.quote(), one.cause(), known);
        insert.setLong(1, one.itemId());
        insert.setLong(2, one.itemVersionId());
        insert.setString(3, one.cause().name());
        insert.setLong(4, one.causeId());
        insert.setLong(5, one.lawVersionId());
        insert.setInt(6, one.number().number());
        insert.setInt(7, one.number().sub());
        insert.setString(8, one.quote());
        insert.setObject(9, look.successor(), Types.BIGINT);
        insert.setObject(10, look.oldArticle(), Types.BIGINT);
        insert.setObject(11, look.newArticle(), Types.BIGINT);
        insert.setBoolean(12, look.same());
        insert.setObject(13, look.stands(), Types.BOOLEAN);
        insert.setDate(14, Date.valueOf(one.since()));
        insert.setTimestamp(15, Timestamp.valueOf(now));
        insert.addBatch();
      }
      for (int one : insert.executeBatch()) if (one != 0) flagged++;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (flagged > 0) happened.fire(Happened.done(Caller.system(), "bank.flag", "item", "-", null, findings.get(0).cause() + ": " + flagged));
    return flagged;
  }

  /** What stands against what is cited. */
  private record Look(Long successor, Long oldArticle, Long newArticle, boolean same, Boolean stands) {}

  private Look look(long lawVersionId, ArticleNumber number, String quote, ItemFlag.Cause cause, Map<List<Long>, Succession> known) {
    LawVersion law = laws.get(lawVersionId);
    LawVersion fresh = cause == ItemFlag.Cause.LAPSED ? laws.successor(law, today()).orElse(null) : law;
    boolean comparable = fresh != null && laws.full(fresh);
    Succession.Match match = known.computeIfAbsent(List.of(law.id(), comparable ? fresh.id() : 0L), pair -> new Succession(laws.articles(law.id()), laws.full(law), comparable ? laws.articles(fresh.id()) : List.of())).of(number);
    Article now = match.fresh();
    return new Look(fresh == null || fresh.id().equals(law.id()) ? null : fresh.id(), match.old() == null ? null : match.old().id(), now == null ? null : now.id(), match.sameText(), comparable ? now != null && !quote.isBlank() && now.says(quote) : null);
  }

  /** What is still open gets what the library knows by now. */
  private void refresh(long lawVersionId) {
    Map<List<Long>, Succession> known = new HashMap<>();
    for (ItemFlag flag : store.createQuery("select f from ItemFlag f, LawVersion l where l.id = :id and f.state in (cn.lianbing.bank.ItemFlag.State.OPEN, cn.lianbing.bank.ItemFlag.State.TO_CHANGE) and f.cause = cn.lianbing.bank.ItemFlag.Cause.LAPSED and (f.lawVersionId = l.id or f.successorId = l.id or f.lawVersionId in (select o.id from LawVersion o where o.law = l.law or o.id = l.replacesId))", ItemFlag.class).setParameter("id", lawVersionId).getResultList()) {
      Look look = look(flag.lawVersionId(), flag.number(), flag.quote(), flag.cause(), known);
      flag.found(look.successor(), look.oldArticle(), look.newArticle(), look.same(), look.stands());
    }
    store.flush();
  }

  /** A lapse that was a mistake, a quote that stands after all: nobody has to decide about it. */
  private void withdraw(LocalDate today) {
    String waits = "f.state in ('OPEN', 'TO_CHANGE') and ";
    int gone = store.createNativeQuery("delete f from item_flag f join law_version l on l.id = f.law_version_id where " + waits + "f.cause = 'LAPSED' and (l.until is null or l.until >= ?1)").setParameter(1, today.toString()).executeUpdate()
        + store.createNativeQuery("delete f from item_flag f join law_version l on l.id = f.law_version_id where " + waits + "f.cause = 'ARTICLE_LAPSED' and not exists (select 1 from law_article a where a.law_text_id = l.text_id and a.number = f.article and a.sub = f.sub and a.valid_to < ?1)").setParameter(1, today.toString()).executeUpdate()
        + store.createNativeQuery("delete f from item_flag f where " + waits + "f.cause = 'QUOTE' and not exists (select 1 from item_citation c where c.item_version_id = f.item_version_id and c.law_version_id = f.law_version_id and c.article = f.article and c.sub = f.sub and c.result in ('NOT_IN_ARTICLE', 'NO_ARTICLE'))").executeUpdate();
    if (gone > 0) happened.fire(Happened.done(Caller.system(), "bank.unflag", "item", "-", null, String.valueOf(gone)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Times.ZONE);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
