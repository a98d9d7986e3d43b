package cn.lianbing.bank;

import cn.lianbing.law.ArticleNumber;
import cn.lianbing.law.LawKeeping;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What items cite, and whether it stands there. */
@ApplicationScoped
@Transactional
public class Citations {
  @PersistenceContext EntityManager store;
  @Inject Laws laws;
  @Inject LawKeeping keeping;
  @Inject Clock clock;

  /** A citation of an item's latest wording. */
  public record Row(Basis basis, Long lawVersionId, String result, Instant checkedAt) implements Serializable {}

  /** Results of the last quote check over the latest wordings in use, by their name. */
  public Map<String, Long> results() {
    Map<String, Long> counts = new TreeMap<>();
    for (Object[] row : store.createQuery("select c.result, count(c) from Item i join ItemCitation c on c.itemVersionId = i.latestVersionId where i.state = cn.lianbing.bank.Item.State.IN_USE group by c.result", Object[].class).getResultList()) counts.put(row[0].toString(), (Long) row[1]);
    return counts;
  }

  /** Of an item's latest wording. */
  public List<Row> ofItem(String code) {
    return store.createQuery("select c from Item i join ItemCitation c on c.itemVersionId = i.latestVersionId where i.code = :code order by c.position", ItemCitation.class).setParameter("code", code).getResultStream().map(one -> new Row(one.basis(), one.lawVersionId(), one.result().name(), one.checkedAt())).toList();
  }

  /** How many items in use cite each article of a version, by the article's number: 36, 36-1. */
  public Map<String, Long> citing(long lawVersionId) {
    Map<String, Long> counts = new HashMap<>();
    for (Object[] row : store.createQuery("select c.article, c.sub, count(distinct i.id) from Item i join ItemCitation c on c.itemVersionId = i.latestVersionId where i.state = cn.lianbing.bank.Item.State.IN_USE and c.lawVersionId = :id group by c.article, c.sub", Object[].class).setParameter("id", lawVersionId).getResultList())
      counts.put(new ArticleNumber((Integer) row[0], (Integer) row[1]).plain(), (Long) row[2]);
    return counts;
  }

  void write(ItemVersion version, List<Basis> bases, QuoteCheck check, Map<String, LawVersion> known) {
    int position = 0;
    for (Basis basis : bases) {
      LawVersion law = known.get(key(basis.law(), basis.version()));
      store.persist(new ItemCitation(version, ++position, basis, law, check.check(basis, law), clock.instant()));
    }
  }

  /** Latest wordings that were stored before citations were kept get theirs. */
  void complete() {
    List<ItemVersion> missing = store.createQuery("select v from Item i join ItemVersion v on v.id = i.latestVersionId where not exists (select c.id from ItemCitation c where c.itemVersionId = v.id)", ItemVersion.class).getResultList();
    if (missing.isEmpty()) return;
    QuoteCheck check = new QuoteCheck(laws);
    Map<String, LawVersion> known = known();
    for (ItemVersion version : missing) write(version, version.content().cited(), check, known);
    store.flush();
    known.values().forEach(law -> show(law.id()));
  }

  /** Looks again at everything that cites a version. */
  void recheck(long lawVersionId) {
    LawVersion law = laws.get(lawVersionId);
    List<ItemCitation> citing = store.createQuery("select c from ItemCitation c where c.lawVersionId = :id or (c.lawVersionId is null and c.law = :law and c.lawName = :version)", ItemCitation.class).setParameter("id", lawVersionId).setParameter("law", law.law()).setParameter("version", law.name()).getResultList();
    QuoteCheck check = new QuoteCheck(laws);
    Instant now = clock.instant();
    for (ItemCitation one : citing) {
      if (one.lawVersionId() == null) one.of(law);
      one.checked(check.check(one.basis(), law), now);
    }
    store.flush();
  }

  /** The library shows what items quote of a version, as long as it has no more of it. */
  void show(long lawVersionId) {
    if (laws.full(laws.get(lawVersionId))) return;
    Map<ArticleNumber, Set<String>> phrases = new HashMap<>();
    for (Object[] row : store.createQuery("select c.article, c.sub, c.quote from Item i join ItemCitation c on c.itemVersionId = i.latestVersionId where c.lawVersionId = :id", Object[].class).setParameter("id", lawVersionId).getResultList())
      phrases.computeIfAbsent(new ArticleNumber((Integer) row[0], (Integer) row[1]), key -> new TreeSet<>()).add((String) row[2]);
    keeping.quoted(lawVersionId, phrases);
  }

  Map<String, LawVersion> known() {
    return laws.all().stream().collect(Collectors.toMap(law -> key(law.law(), law.name()), law -> law, (one, other) -> one, HashMap::new));
  }

  static String key(String law, String version) {
    return law + "_" + version;
  }
}
