package cn.lianbing.law;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Importing a law's text: look what was found in it, then store it, all or nothing. */
@ApplicationScoped
@Transactional
public class LawImport {
  private static final Pattern FILE_NAME = Pattern.compile("(.+?)[_＿]((?:19|20)\\d{2}[^_.]{0,20})(?:_[^.]*)?(?:\\.[A-Za-z]{1,4})?");
  @PersistenceContext EntityManager store;
  @Inject Laws laws;
  @Inject LawKeeping keeping;
  @Inject Event<Happened> happened;
  @Inject Event<LawChanged> changed;
  @Inject Clock clock;

  /**
   * What a file holds, before anything is stored.
   *
   * @param suggested what the file says of itself, or the library of a version of that name
   * @param known     the version that the suggestion names; null where it is new
   * @param same      the known version has just this text
   */
  public record Preview(LawDraft draft, String encoding, LawData suggested, Laws.Row known, boolean same) implements Serializable {}

  /** @throws Invalid for {@code file} where it cannot even be read */
  public Preview preview(Caller caller, byte[] file, String fileName) {
    LawKeeping.demand(caller);
    TextFile text = TextFile.read(file);
    LawDraft draft = LawTextReader.read(text.text());
    LawData suggested = suggestion(draft, plainName(fileName));
    LawVersion known = laws.find(suggested.law(), suggested.version()).orElse(null);
    if (known != null) {
      LawData stored = known.data();
      suggested = new LawData(known.law(), known.name(), first(stored.title(), suggested.title()), first(stored.documentNumber(), suggested.documentNumber()), first(stored.promulgated(), suggested.promulgated()), stored.inForce(), stored.until(), first(stored.source(), suggested.source()), stored.replacesId());
    }
    return new Preview(draft, text.encoding(), suggested, known == null ? null : laws.detail(known.id()).row(), known != null && same(known, draft));
  }

  /** @param articles stored; {@code changed} false where the version had just this text already */
  public record Stored(long lawVersionId, int articles, boolean changed) {}

  /**
   * @param data what to register
   * @throws Invalid for the data's fields, or for {@code file} where the text has an error
   */
  public Stored store(Caller caller, byte[] file, String fileName, LawData data) {
    LawKeeping.demand(caller);
    data.checked();
    LawDraft draft = LawTextReader.read(TextFile.read(file).text());
    draft.remarks().stream().filter(LawDraft.Remark::error).findFirst().ifPresent(one -> {
      throw Invalid.field("file", "law.faulty", one.line());
    });
    LawVersion version = laws.find(data.law(), data.version()).orElse(null);
    if (version == null) {
      version = new LawVersion(data.law(), data.version(), data.inForce(), data.until());
      store.persist(version);
      store.flush();
    }
    keeping.describe(version, data);
    boolean same = same(version, draft);
    Long former = laws.full(version) ? version.textId() : null;
    if (!same) keep(version, draft, plainName(fileName), Sha256.of(file), caller);
    store.flush();
    happened.fire(Happened.done(caller, "law.import", "law", version.id(), null, "%s_%s: %d".formatted(version.law(), version.name(), draft.articles().size())));
    changed.fire(new LawChanged(version.id(), same ? null : former));
    return new Stored(version.id(), draft.articles().size(), !same);
  }

  private void keep(LawVersion version, LawDraft draft, String fileName, byte[] hash, Caller caller) {
    int number = 1 + store.createQuery("select coalesce(max(t.number), 0) from LawText t where t.lawVersionId = :id", Integer.class).setParameter("id", version.id()).getSingleResult();
    Instant now = clock.instant();
    LawText text = new LawText(version.id(), number, draft, fileName, hash, caller, now);
    store.persist(text);
    store.flush();
    int position = 0;
    for (LawDraft.Article one : draft.articles()) store.persist(new LawArticle(text, ++position, one));
    version.holds(text);
  }

  private boolean same(LawVersion version, LawDraft draft) {
    if (!laws.full(version)) return false;
    List<Article> stored = laws.articles(version.id());
    if (stored.size() != draft.articles().size()) return false;
    for (int i = 0; i < stored.size(); i++) {
      LawDraft.Article one = draft.articles().get(i);
      if (!stored.get(i).label().equals(one.label()) || !stored.get(i).part().equals(String.join("\n", one.part())) || !Arrays.equals(ArticleText.hash(stored.get(i).text()), ArticleText.hash(one.text()))) return false;
    }
    return true;
  }

  /** 行政处罚法_2021修订.txt names both; else the title does, and the last year it was passed in. */
  private static LawData suggestion(LawDraft draft, String fileName) {
    Matcher named = FILE_NAME.matcher(fileName);
    String title = draft.title() == null ? fileName : draft.title();
    String law = named.matches() ? named.group(1) : title.replaceFirst("^中华人民共和国", "").replaceAll("[（(].*", "").strip();
    String version = named.matches() ? named.group(2) : draft.promulgated() == null ? null : draft.promulgated().getYear() + (draft.note().contains("修正") ? "修正" : draft.note().contains("修订") ? "修订" : "");
    LocalDate inForce = draft.inForce();
    return new LawData(cut(law, 100), cut(version, 40), cut(title, 200), cut(draft.documentNumber(), 100), draft.promulgated(), inForce, null, cut(draft.source(), 500), null);
  }

  private static String plainName(String fileName) {
    if (fileName == null) return "";
    String plain = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "");
    return plain.length() > 200 ? plain.substring(0, 200) : plain;
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  private static <T> T first(T stored, T found) {
    return stored != null ? stored : found;
  }
}
