package cn.lianbing.paper;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.ItemVersion;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
  @Inject Items items;
  @Inject Clock clock;

  /** @param maxMark tenths */
  public record Frozen(long poolId, int maxMark, int questions) {}

  /**
   * @param day that the exam opens: law versions must be in force on it
   * @throws Invalid for {@code blueprint}, with a violation for each line that the bank cannot fill
   */
  public Frozen freeze(long blueprintId, LocalDate day) {
    Pool pool = pool(blueprints.get(blueprintId).lines(), day);
    List<Invalid.Violation> shortages = Draw.shortages(pool).stream().map(one -> Invalid.Violation.of("blueprint", "blueprint.short", one.part() + 1, one.wanted(), one.found())).toList();
    if (!shortages.isEmpty()) throw new Invalid(shortages);
    PaperPool stored = new PaperPool(blueprintId, pool, clock.instant());
    store.persist(stored);
    store.flush();
    return new Frozen(stored.id(), pool.maxMark(), pool.parts().stream().mapToInt(part -> part.line().count()).sum());
  }

  /**
   * What a paper needs and what the bank has on that day.
   *
   * @param available  how many items meet each line, in their order
   * @param shortages  lines that cannot be filled; lines that overlap may lack items although each alone has enough
   */
  public record Supply(List<Integer> available, List<Draw.Shortage> shortages) {}

  public Supply supply(List<Line> lines, LocalDate day) {
    List<List<Long>> matching = matching(lines, day);
    List<Pool.Part> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) parts.add(new Pool.Part(lines.get(i), matching.get(i), List.of()));
    return new Supply(matching.stream().map(List::size).toList(), Draw.shortages(new Pool(parts)));
  }

  /** The blueprint's lines as they were when the pool was frozen. */
  public List<Line> lines(long poolId) {
    return get(poolId).parts().stream().map(Pool.Part::line).toList();
  }

  /** Draws and stores a paper. @return its id */
  public long draw(long poolId, long seed) {
    return store(poolId, get(poolId), List.of(seed)).get(0);
  }

  /** Draws and stores so many, each by a seed of its own that nobody can guess. @return their ids */
  public List<Long> draw(long poolId, int many) {
    SecureRandom random = new SecureRandom();
    return store(poolId, get(poolId), IntStream.range(0, many).mapToObj(i -> random.nextLong()).toList());
  }

  private List<Long> store(long poolId, Pool pool, List<Long> seeds) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<List<Question>> papers = seeds.stream().map(seed -> Draw.paper(pool, seed)).toList();
    String rows = IntStream.range(0, seeds.size()).mapToObj(i -> "(%d,%d,%d,'%s','%s')".formatted(seeds.get(i), poolId, pool.maxMark(), now, Papers.text(papers.get(i)))).collect(Collectors.joining(","));
    List<?> ids = store.createNativeQuery("insert into paper (seed, pool_id, max_mark, created_at, places) values " + rows + " returning id").getResultList();
    List<Long> stored = ids.stream().map(id -> ((Number) id).longValue()).toList();
    // One statement for all places: a round trip each would be most of what drawing costs.
    String places = IntStream.range(0, papers.size()).boxed().flatMap(i -> papers.get(i).stream().map(one -> "(%d,%d,%d,'%s',%d)".formatted(stored.get(i), one.no(), one.itemVersionId(), one.optionOrder(), one.marks()))).collect(Collectors.joining(","));
    store.createNativeQuery("insert into paper_question (paper_id, no, item_version_id, option_order, marks) values " + places).executeUpdate();
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

  private Pool pool(List<Line> lines, LocalDate day) {
    List<List<Long>> matching = matching(lines, day);
    Set<Long> all = new LinkedHashSet<>();
    matching.forEach(all::addAll);
    Map<Long, ItemVersion> versions = items.versions(all);
    List<Pool.Part> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) parts.add(new Pool.Part(lines.get(i), matching.get(i), matching.get(i).stream().map(id -> letters(versions.get(id))).toList()));
    return new Pool(parts);
  }

  private List<List<Long>> matching(List<Line> lines, LocalDate day) {
    return lines.stream().map(line -> items.matching(line.topic(), line.type(), line.difficultyFrom(), line.difficultyTo(), day)).toList();
  }

  private static String letters(ItemVersion version) {
    var content = version.content();
    return content.type() == ItemType.TRUE_FALSE ? "AB" : content.options().stream().map(Option::key).collect(Collectors.joining());
  }
}
