package cn.lianbing.law;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Registering versions, their days and those of single articles; what items quote where there is no text. */
@ApplicationScoped
@Transactional
public class LawKeeping {
  @PersistenceContext EntityManager store;
  @Inject Laws laws;
  @Inject Event<Happened> happened;
  @Inject Event<LawChanged> changed;
  @Inject Clock clock;

  /** What is registered of a version, without its text. */
  public void correct(Caller caller, long id, LawData data) {
    demand(caller);
    LawVersion version = laws.get(id);
    describe(version, data.checked());
    store.flush();
    happened.fire(Happened.done(caller, "law.correct", "law", id, null, version.law() + "_" + version.name() + " " + days(version)));
    changed.fire(new LawChanged(id, null));
  }

  /** An article that holds from or to another day than its version. Null: as the version. */
  public void validity(Caller caller, long articleId, LocalDate from, LocalDate to) {
    demand(caller);
    LawArticle article = store.find(LawArticle.class, articleId);
    if (article == null) throw new NotFound("article", articleId);
    if (from != null && to != null && to.isBefore(from)) throw Invalid.field("to", "law.until");
    LawText text = store.find(LawText.class, article.lawTextId());
    article.valid(from, to);
    store.flush();
    happened.fire(Happened.done(caller, "law.validity", "article", articleId, null, "%s %s—%s".formatted(article.label(), from == null ? "" : from, to == null ? "" : to)));
    changed.fire(new LawChanged(text.lawVersionId(), null));
  }

  /**
   * A version that a file of items names. What the library knows of its end stays where the file names none.
   *
   * @return the version, new or known
   */
  public LawVersion cited(Caller caller, String law, String name, LocalDate inForce, LocalDate until) {
    LawVersion known = laws.find(law, name).orElse(null);
    if (known != null && known.inForce().equals(inForce) && (until == null || until.equals(known.until()))) return known;
    if (known == null) {
      known = new LawVersion(law, name, inForce, until);
      store.persist(known);
      store.flush();
      succeed(known);
    } else known.dates(inForce, until == null ? known.until() : until);
    store.flush();
    happened.fire(Happened.done(caller, "law.register", "law", known.id(), null, law + "_" + name + " " + days(known)));
    changed.fire(new LawChanged(known.id(), null));
    return known;
  }

  /** What items quote of a version whose text was not imported; where it was, nothing happens. */
  public void quoted(long lawVersionId, Map<ArticleNumber, ? extends Collection<String>> phrases) {
    LawVersion version = laws.get(lawVersionId);
    if (laws.full(version) || phrases.isEmpty()) return;
    LawText text = version.textId() == null ? null : store.find(LawText.class, version.textId());
    if (text == null) {
      text = new LawText(lawVersionId, clock.instant());
      store.persist(text);
      store.flush();
      version.holds(text);
    }
    Map<ArticleNumber, LawArticle> known = store.createQuery("select a from LawArticle a where a.lawTextId = :id", LawArticle.class).setParameter("id", text.id()).getResultStream().collect(Collectors.toMap(one -> one.article().articleNumber(), one -> one));
    for (var one : new TreeMap<>(phrases).entrySet()) {
      String says = one.getValue().stream().filter(phrase -> !phrase.isBlank()).map(String::strip).distinct().sorted().collect(Collectors.joining("\n"));
      LawArticle article = known.get(one.getKey());
      if (article == null) {
        article = new LawArticle(text, one.getKey().number() * 100 + one.getKey().sub(), new LawDraft.Article(0, LawArticle.Kind.ARTICLE, one.getKey(), one.getKey().label(), List.of(), says));
        store.persist(article);
        known.put(one.getKey(), article);
      } else article.says(says);
    }
    text.has(known.size());
    store.flush();
  }

  /** Takes over what is registered, and ends what comes before. */
  void describe(LawVersion version, LawData data) {
    if (!version.law().equals(data.law()) || !version.name().equals(data.version())) throw Invalid.field("version", "law.renamed");
    if (data.replacesId() != null && data.replacesId().equals(version.id())) throw Invalid.field("replaces", "law.replacesItself");
    LawVersion former = data.replacesId() == null ? null : laws.get(data.replacesId());
    version.describe(data);
    version.replaces(former);
    succeed(version);
  }

  /** A version that comes in force ends the one before it, on the day before, where no other end is known; so does one that came after this one. */
  private void succeed(LawVersion version) {
    if (version.until() == null) store.createQuery("select min(l.inForce) from LawVersion l where l.law = :law and l.inForce > :from", LocalDate.class).setParameter("law", version.law()).setParameter("from", version.inForce()).getResultStream().filter(Objects::nonNull).findFirst().ifPresent(version::endBefore);
    LawVersion former = version.replacesId() != null ? laws.get(version.replacesId())
        : store.createQuery("select l from LawVersion l where l.law = :law and l.inForce < :from order by l.inForce desc, l.id desc", LawVersion.class).setParameter("law", version.law()).setParameter("from", version.inForce()).getResultStream().findFirst().orElse(null);
    if (former == null) return;
    if (Objects.equals(former.law(), version.law()) && version.replacesId() == null) version.replaces(former);
    if (former.until() != null || !former.inForce().isBefore(version.inForce())) return;
    former.endBefore(version.inForce());
    store.flush();
    changed.fire(new LawChanged(former.id(), null));
  }

  static void demand(Caller caller) {
    if (!caller.hasAny("EXAM_ADMIN", "SYSTEM")) throw new Refused("forbidden");
  }

  private static String days(LawVersion version) {
    return version.inForce() + "—" + (version.until() == null ? "" : version.until());
  }
}
