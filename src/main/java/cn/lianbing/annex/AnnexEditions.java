package cn.lianbing.annex;

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
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Freezing, keeping and comparing editions. */
@ApplicationScoped
@Transactional
public class AnnexEditions {
  private static final int LONGEST_NOTE = 300;
  @PersistenceContext EntityManager store;
  @Inject AnnexCompiling compiling;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param intact whether the content still has the hash that it was frozen with */
  public record Row(long id, LocalDate from, LocalDate to, int number, String sha256, String note, String frozenBy, Instant frozenAt, boolean intact) implements Serializable {
    public Period period() {
      return new Period(from, to);
    }
  }

  public record Edition(Row row, Content content) implements Serializable {}

  /** A figure or a paragraph that is not the same in both; null where one has none. */
  public record Difference(String figure, String before, String after) implements Serializable {}

  /**
   * @return its id
   * @throws Invalid for every figure that is missing or does not fit, {@code note}
   * @throws Refused {@code annex-unchanged} where the period's latest edition says the same
   */
  public long freeze(Caller caller, Period period, String note) {
    AnnexEntering.demandKeeper(caller);
    if (note != null && note.strip().length() > LONGEST_NOTE) throw Invalid.field("note", "tooLong", LONGEST_NOTE);
    Annex annex = compiling.annex(caller, period);
    demandConsistent(annex);
    Content content = annex.content();
    List<AnnexEdition> before = of(period);
    if (!before.isEmpty() && before.get(0).canonical().equals(content.canonical())) throw new Refused("annex-unchanged", before.get(0).number());
    AnnexEdition edition = new AnnexEdition(content, before.isEmpty() ? 1 : before.get(0).number() + 1, note == null || note.isBlank() ? null : note.strip(), caller.accountId(), caller.name(), clock.instant());
    store.persist(edition);
    store.flush();
    happened.fire(Happened.done(caller, "annex.freeze", "annexEdition", edition.id(), null, content.title() + " #" + edition.number() + " " + edition.sha256()));
    return edition.id();
  }

  /** Says all of them at once, each with both its figures. */
  static void demandConsistent(Annex annex) {
    List<Invalid.Violation> wrong = new ArrayList<>();
    for (String code : annex.missing()) wrong.add(Invalid.Violation.of(code, "annex.missing." + code));
    for (Annex.Judged one : annex.broken()) wrong.add(Invalid.Violation.of(one.check().these().get(0), "annex.check." + one.check().code(), one.left().toPlainString(), one.right().toPlainString()));
    if (!wrong.isEmpty()) throw new Invalid(wrong);
  }

  /** All, the newest first. @param period null: of all periods */
  public List<Row> all(Caller caller, Period period) {
    AnnexEntering.demandReader(caller);
    return (period == null ? store.createQuery("select e from AnnexEdition e order by e.id desc", AnnexEdition.class).getResultList() : of(period)).stream().map(AnnexEditions::row).toList();
  }

  public Edition edition(Caller caller, long id) {
    AnnexEntering.demandReader(caller);
    AnnexEdition edition = store.find(AnnexEdition.class, id);
    if (edition == null) throw new NotFound("annexEdition", id);
    return new Edition(row(edition), Content.read(edition.canonical()));
  }

  /** The canonical form, of which everybody can compute the hash. */
  public String canonical(Caller caller, long id) {
    AnnexEntering.demandReader(caller);
    AnnexEdition edition = store.find(AnnexEdition.class, id);
    if (edition == null) throw new NotFound("annexEdition", id);
    return edition.canonical();
  }

  /** What is not the same; of two periods too. */
  public List<Difference> compare(Caller caller, long before, long after) {
    return differences(edition(caller, before).content(), edition(caller, after).content());
  }

  static List<Difference> differences(Content before, Content after) {
    Map<String, Content.Row> one = before.figures().stream().collect(Collectors.toMap(Content.Row::code, Function.identity()));
    Map<String, Content.Row> other = after.figures().stream().collect(Collectors.toMap(Content.Row::code, Function.identity()));
    Set<String> codes = new LinkedHashSet<>(before.figures().stream().map(Content.Row::code).toList());
    codes.addAll(other.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String code : codes) {
      String was = one.containsKey(code) ? one.get(code).value().text() : null;
      String is = other.containsKey(code) ? other.get(code).value().text() : null;
      if (was == null || !was.equals(is)) differences.add(new Difference(code, was, is));
    }
    return differences;
  }

  /** Empty where none of that period has been frozen. */
  Optional<Content> latest(Period period) {
    return of(period).stream().findFirst().map(one -> Content.read(one.canonical()));
  }

  private List<AnnexEdition> of(Period period) {
    return store.createQuery("select e from AnnexEdition e where e.from = :from and e.to = :to order by e.number desc", AnnexEdition.class).setParameter("from", period.from()).setParameter("to", period.to()).getResultList();
  }

  private static Row row(AnnexEdition one) {
    return new Row(one.id(), one.from(), one.to(), one.number(), one.sha256(), one.note(), one.frozenBy(), one.frozenAt(), one.intact());
  }
}
