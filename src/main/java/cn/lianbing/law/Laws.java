package cn.lianbing.law;

import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored laws. Law texts are public; the phrases that items quote are not, so who asks for an article says whether it may have those. */
@ApplicationScoped
@Transactional
public class Laws {
  /** Excerpts show so many characters before what was found, and this many in all. */
  private static final int BEFORE = 24;
  private static final int EXCERPT = 120;
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  /** @param articles known of it; {@code full} false: only those that items quote */
  public record Row(long id, String law, String version, String title, String documentNumber, LocalDate inForce, LocalDate until, int articles, boolean full) implements Serializable {
    public LawVersion.Standing standing(LocalDate day) {
      return LawVersion.standing(inForce, until, day);
    }

    static Row of(LawVersion version, LawText text) {
      return new Row(version.id(), version.law(), version.name(), version.title(), version.data().documentNumber(), version.inForce(), version.until(), text == null ? 0 : text.articles(), text != null && !text.quotedOnly());
    }
  }

  /** What a list is narrowed to; null narrows nothing. */
  public record Filter(String name, LawVersion.Standing standing) {}

  /** An article in which something was found. */
  public record Hit(long lawVersionId, String law, String version, String label, String plain, String before, String found, String after) implements Serializable {}

  /** An import of a version's text. */
  public record TextRow(long id, int number, int articles, String fileName, String by, Instant at) implements Serializable {}

  /** All of a version but its articles. */
  public record Detail(Row row, LawData data, String replaces, String note, List<TextRow> texts, List<Row> family) implements Serializable {}

  /** An article with what it belongs to; {@code article} null where its text is not known or not for everybody. */
  public record Found(Row law, String label, Article article) implements Serializable {}

  private static final String FROM = """
       from LawVersion l left join LawText t on t.id = l.textId
       where (:name is null or l.law like :name or l.title like :name or l.name like :name)
         and (:standing is null or :standing = 'UPCOMING' and l.inForce > :day or :standing = 'LAPSED' and l.until < :day or :standing = 'IN_FORCE' and l.inForce <= :day and (l.until is null or l.until >= :day))""";

  public Page<Row> page(Filter filter, LocalDate day, Page.Request request) {
    var rows = store.createQuery("select l, t " + FROM + " order by l.law, l.inForce desc, l.id", Object[].class);
    var count = store.createQuery("select count(l) " + FROM, Long.class);
    for (var query : List.of(rows, count)) query.setParameter("name", Like.containing(filter.name())).setParameter("standing", filter.standing() == null ? null : filter.standing().name()).setParameter("day", day);
    return new Page<>(rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList().stream().map(one -> Row.of((LawVersion) one[0], (LawText) one[1])).toList(), count.getSingleResult(), request.page(), request.size());
  }

  /** Where a phrase stands, in the texts that hold now. */
  public Page<Hit> search(String phrase, boolean quotesToo, Page.Request request) {
    if (phrase == null || phrase.isBlank()) return new Page<>(List.of(), 0, request.page(), request.size());
    String from = " from LawVersion l join LawText t on t.id = l.textId join LawArticle a on a.lawTextId = t.id where a.text like :phrase and (:quotes = true or t.number > 0)";
    var hits = store.createQuery("select l, a" + from + " order by l.law, l.inForce desc, a.position", Object[].class);
    var count = store.createQuery("select count(a)" + from, Long.class);
    for (var query : List.of(hits, count)) query.setParameter("phrase", Like.containing(phrase)).setParameter("quotes", quotesToo);
    return new Page<>(hits.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList().stream().map(one -> hit((LawVersion) one[0], ((LawArticle) one[1]).article(), phrase.strip())).toList(), count.getSingleResult(), request.page(), request.size());
  }

  private static Hit hit(LawVersion law, Article article, String phrase) {
    String text = article.text().replace('\n', ' ');
    int at = Math.max(0, text.indexOf(phrase));
    int from = Math.max(0, at - BEFORE);
    int end = Math.min(text.length(), at + phrase.length());
    int to = Math.min(text.length(), Math.max(end, from + EXCERPT));
    return new Hit(law.id(), law.law(), law.name(), article.label(), article.plain(), (from > 0 ? "…" : "") + text.substring(from, at), text.substring(at, end), text.substring(end, to) + (to < text.length() ? "…" : ""));
  }

  /** @throws NotFound where there is none */
  public Detail detail(long id) {
    LawVersion version = get(id);
    LawText text = version.textId() == null ? null : store.find(LawText.class, version.textId());
    LawVersion former = version.replacesId() == null ? null : store.find(LawVersion.class, version.replacesId());
    List<TextRow> texts = store.createQuery("select t from LawText t where t.lawVersionId = :id and t.number > 0 order by t.number desc", LawText.class).setParameter("id", id).getResultStream().map(one -> new TextRow(one.id(), one.number(), one.articles(), one.fileName(), one.importedByName(), one.importedAt())).toList();
    List<Row> family = store.createQuery("select l, t from LawVersion l left join LawText t on t.id = l.textId where l.law = :law order by l.inForce desc, l.id", Object[].class).setParameter("law", version.law()).getResultStream().map(one -> Row.of((LawVersion) one[0], (LawText) one[1])).toList();
    return new Detail(Row.of(version, text), version.data(), former == null ? null : former.law() + "（" + former.name() + "）", text == null ? null : text.note(), texts, family);
  }

  /** All that is known of the text that holds, in order. */
  public List<Article> articles(long lawVersionId) {
    return store.createQuery("select a from LawVersion l join LawArticle a on a.lawTextId = l.textId where l.id = :id order by a.position, a.number, a.sub", LawArticle.class).setParameter("id", lawVersionId).getResultStream().map(LawArticle::article).toList();
  }

  /** Of any text, also one that holds no more. */
  public List<Article> articlesOfText(long lawTextId) {
    return store.createQuery("select a from LawArticle a where a.lawTextId = :id order by a.position, a.number, a.sub", LawArticle.class).setParameter("id", lawTextId).getResultStream().map(LawArticle::article).toList();
  }

  /** @param quotesToo the phrases that items quote are shown where there is no more */
  public Found article(String law, String version, String number, boolean quotesToo) {
    LawVersion of = find(law, version).orElseThrow(() -> new NotFound("law", law + " " + version));
    ArticleNumber asked = ArticleNumber.of(number).orElseThrow(() -> new NotFound("article", number));
    LawText text = of.textId() == null ? null : store.find(LawText.class, of.textId());
    Row row = Row.of(of, text);
    Article found = text == null ? null : articles(of.id()).stream().filter(one -> (one.kind() == LawArticle.Kind.ARTICLE || one.kind() == LawArticle.Kind.POINT) && one.articleNumber().equals(asked)).findFirst().orElse(null);
    if (row.full() && found == null) throw new NotFound("article", number);
    return new Found(row, found == null ? asked.label() : found.label(), row.full() || quotesToo ? found : null);
  }

  /** @throws NotFound where there is none */
  public LawVersion get(long id) {
    LawVersion found = store.find(LawVersion.class, id);
    if (found == null) throw new NotFound("law", id);
    return found;
  }

  public Optional<LawVersion> find(String law, String version) {
    return store.createQuery("select l from LawVersion l where l.law = :law and l.name = :version", LawVersion.class).setParameter("law", law).setParameter("version", version).getResultStream().findFirst();
  }

  public List<LawVersion> all() {
    return store.createQuery("select l from LawVersion l order by l.law, l.inForce", LawVersion.class).getResultList();
  }

  /** The version of the same law, or one that says it replaces it, that is in force on that day in its stead. */
  public Optional<LawVersion> successor(LawVersion version, LocalDate day) {
    return store.createQuery("select l from LawVersion l where l.id <> :id and (l.law = :law or l.replacesId = :id) and l.inForce > :from and l.inForce <= :day and (l.until is null or l.until >= :day) order by l.inForce desc, l.id desc", LawVersion.class)
        .setParameter("id", version.id()).setParameter("law", version.law()).setParameter("from", version.inForce()).setParameter("day", day).getResultStream().findFirst();
  }

  /** Whether the text that holds is an imported one. */
  public boolean full(LawVersion version) {
    return version.textId() != null && !store.find(LawText.class, version.textId()).quotedOnly();
  }

  /** The difference between the texts of two versions. */
  public List<Comparison.Pair> compare(long oldVersionId, long freshVersionId) {
    get(oldVersionId);
    get(freshVersionId);
    return Comparison.of(articles(oldVersionId), articles(freshVersionId));
  }
}
