package cn.lianbing.paper;

import cn.lianbing.bank.ItemFlags;
import cn.lianbing.bank.ItemVersion;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Assembling papers 组卷: first the pool is frozen, when an exam is scheduled; then each candidate's paper is drawn from it. */
@ApplicationScoped
@Transactional
public class PaperAssembly {
  @PersistenceContext EntityManager store;
  @Inject Blueprints blueprints;
  @Inject FormSets sets;
  @Inject Exposures exposures;
  @Inject ItemExclusions exclusions;
  @Inject Items items;
  @Inject ItemFlags flags;
  @Inject Clock clock;

  /** @param maxMark tenths */
  public record Frozen(long poolId, int maxMark, int questions) {}

  /**
   * Freezes what an exam's papers are drawn from: the blueprint's forms where it uses some, else all items that meet its lines.
   *
   * @param day that the exam opens: law versions must be in force on it
   * @throws Invalid for {@code blueprint}, with a violation for each line that the bank cannot fill and each item of a form that may not be asked on that day
   */
  public Frozen freeze(long blueprintId, LocalDate day) {
    Blueprint blueprint = blueprints.get(blueprintId);
    Pool pool = blueprint.formSetId() == null ? byChance(blueprint, day) : byForms(sets.get(blueprint.formSetId()).content(), day);
    PaperPool stored = new PaperPool(blueprintId, pool, clock.instant());
    store.persist(stored);
    store.flush();
    exposures.expect(stored.id(), pool, day);
    return new Frozen(stored.id(), pool.maxMark(), pool.parts().stream().mapToInt(part -> part.line().count()).sum());
  }

  private Pool byChance(Blueprint blueprint, LocalDate day) {
    if (blueprint.demands().needForms()) throw Invalid.field("blueprint", "blueprint.needsForms");
    Pool pool = pool(blueprint.lines(), matching(blueprint.lines(), blueprint.demands(), day));
    List<Invalid.Violation> shortages = Draw.shortages(pool).stream().map(one -> Invalid.Violation.of("blueprint", "blueprint.short", one.part() + 1, one.wanted(), one.found())).toList();
    if (!shortages.isEmpty()) throw new Invalid(shortages);
    return pool;
  }

  private Pool byForms(FormSet.Content content, LocalDate day) {
    Set<Long> wanted = content.forms().stream().flatMap(List::stream).flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Long> allowed = items.candidates(day).stream().map(Items.Candidate::versionId).collect(Collectors.toSet());
    List<Invalid.Violation> gone = wanted.stream().filter(version -> !allowed.contains(version)).map(version -> Invalid.Violation.of("blueprint", "blueprint.formItem", items.codeOf(version))).toList();
    if (!gone.isEmpty()) throw new Invalid(gone);
    return formPool(content);
  }

  /** What forms are drawn from, as they stand. */
  Pool formPool(FormSet.Content content) {
    List<List<Long>> matching = new ArrayList<>();
    for (int line = 0; line < content.lines().size(); line++) {
      Set<Long> versions = new LinkedHashSet<>();
      for (List<List<Long>> form : content.forms()) versions.addAll(form.get(line));
      matching.add(List.copyOf(versions));
    }
    return new Pool(pool(content.lines(), matching).parts(), content.forms());
  }

  /**
   * What a paper needs and what the bank has on that day.
   *
   * @param available  how many items meet each line, in their order
   * @param shortages  lines that cannot be filled; lines that overlap may lack items although each alone has enough
   */
  public record Supply(List<Integer> available, List<Draw.Shortage> shortages) {}

  public Supply supply(List<Line> lines, LocalDate day) {
    List<List<Long>> matching = matching(lines, Demands.NONE, day);
    List<Pool.Part> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) parts.add(new Pool.Part(lines.get(i), matching.get(i), List.of()));
    return new Supply(matching.stream().map(List::size).toList(), Draw.shortages(new Pool(parts)));
  }

  /** The blueprint's lines as they were when the pool was frozen. */
  public List<Line> lines(long poolId) {
    return get(poolId).parts().stream().map(Pool.Part::line).toList();
  }

  /**
   * What of a frozen pool rests on law that has moved since, by item.
   *
   * @param lastDay of the exam: a lapse after it does not concern it
   */
  public List<ItemFlags.Touched> touched(long poolId, LocalDate lastDay) {
    return flags.touched(get(poolId).parts().stream().flatMap(part -> part.versions().stream()).collect(Collectors.toSet())).stream().filter(one -> !one.lapse() || !one.since().isAfter(lastDay)).toList();
  }

  /** Draws and stores a paper. @return its id */
  public long draw(long poolId, long seed) {
    return store(poolId, get(poolId), List.of(seed)).get(0);
  }

  /** Draws and stores so many, each by a seed of its own that nobody can guess. @return their ids */
  public List<Long> drawMany(long poolId, int many) {
    SecureRandom random = new SecureRandom();
    return store(poolId, get(poolId), IntStream.range(0, many).mapToObj(i -> random.nextLong()).toList());
  }

  private List<Long> store(long poolId, Pool pool, List<Long> seeds) {
    LocalDateTime now = UtcColumn.of(clock.instant());
    List<List<Question>> papers = seeds.stream().map(seed -> Draw.paper(pool, seed)).toList();
    String rows = IntStream.range(0, seeds.size()).mapToObj(i -> "(%d,%d,%d,'%s','%s')".formatted(seeds.get(i), poolId, pool.maxMark(), now, Papers.text(papers.get(i)))).collect(Collectors.joining(","));
    List<?> ids = store.createNativeQuery("insert into paper (seed, pool_id, max_mark, created_at, places) values " + rows + " returning id").getResultList();
    List<Long> stored = ids.stream().map(id -> ((Number) id).longValue()).toList();
    // One statement for all places: a round trip each would be most of what drawing costs.
    String places = IntStream.range(0, papers.size()).boxed().flatMap(i -> papers.get(i).stream().map(one -> "(%d,%d,%d,%d,'%s',%d)".formatted(stored.get(i), one.no(), one.itemVersionId(), one.part(), one.optionOrder(), one.marks()))).collect(Collectors.joining(","));
    store.createNativeQuery("insert into paper_question (paper_id, no, item_version_id, part, option_order, marks) values " + places).executeUpdate();
    return stored;
  }

  /** The paper as its seed draws it now, which must be what was stored. */
  public List<Question> rebuild(long paperId) {
    Object[] row = (Object[]) store.createNativeQuery("select pool_id, seed from paper where id = ?1").setParameter(1, paperId).getSingleResult();
    return Draw.paper(get(((Number) row[0]).longValue()), ((Number) row[1]).longValue());
  }

  private Pool get(long id) {
    PaperPool found = store.find(PaperPool.class, id);
    if (found == null) throw new NotFound("pool", id);
    return found.pool();
  }

  private Pool pool(List<Line> lines, List<List<Long>> matching) {
    Set<Long> all = new LinkedHashSet<>();
    matching.forEach(all::addAll);
    Map<Long, ItemVersion> versions = items.versions(all);
    List<Pool.Part> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) parts.add(new Pool.Part(lines.get(i), matching.get(i), matching.get(i).stream().map(id -> Places.of(versions.get(id).content())).toList()));
    return new Pool(parts);
  }

  /** Of two items that exclude each other the second is left out of the whole pool, so that no paper can hold both. */
  private List<List<Long>> matching(List<Line> lines, Demands demands, LocalDate day) {
    List<Items.Candidate> askable = askable(demands, day);
    Set<Long> there = askable.stream().map(Items.Candidate::itemId).collect(Collectors.toSet());
    for (AssemblyTask.Exclusion pair : exclusions.pairs()) if (there.contains(pair.first())) there.remove(pair.second());
    return lines.stream().map(line -> askable.stream().filter(item -> there.contains(item.itemId()) && line.covers(item)).map(Items.Candidate::versionId).toList()).toList();
  }

  /** All that may be asked on that day and has not been seen too often. */
  List<Items.Candidate> askable(Demands demands, LocalDate day) {
    List<Items.Candidate> all = items.candidates(day);
    if (demands.exposureLimit() == null) return all;
    Map<Long, Integer> seen = exposures.before(day);
    return all.stream().filter(item -> seen.getOrDefault(item.itemId(), 0) < demands.exposureLimit()).toList();
  }
}
