package cn.lianbing.proposal;

import cn.lianbing.platform.Like;
import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemVersion;
import cn.lianbing.bank.Items;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shares of marks by unit and topic, from the attempt that the ranking counts. */
@ApplicationScoped
@Transactional
public class TopicShares {
  /** How many articles a session can take up. */
  private static final int MOST_ARTICLES = 6;
  @PersistenceContext EntityManager store;
  @Inject Items items;

  /**
   * Each answer of the counted attempts (the order is that of exam.Boards), with the department or township that the officer's unit
   * is or lies in on the exam's day. A question without a mark brought none.
   */
  private static final String ANSWERS = """
      with best as (select officer_id, unit_id, attempt_id, paper_id from (
          select c.officer_id, c.unit_id, a.id as attempt_id, a.paper_id,
            row_number() over (partition by c.officer_id order by a.score desc, timestampdiff(microsecond, a.started_at, a.submitted_at), a.submitted_at) as place
          from candidate c join attempt a on a.exam_id = c.exam_id and a.officer_id = c.officer_id and a.state in ('SUBMITTED', 'EXPIRED') and a.score is not null
          where c.exam_id = ?1) ranked where place = 1),
        home as (select u.id as unit_id, (select g.id from unit g where g.kind in ('DEPARTMENT', 'TOWNSHIP') and u.path like concat(g.path, '%') order by length(g.path) desc limit 1) as board_id from unit u),
        answer as (select h.board_id, b.officer_id, v.id as version_id, v.item_id, t.path, coalesce(m.marks, 0) as gained, q.marks as possible
          from best b join home h on h.unit_id = b.unit_id join paper_question q on q.paper_id = b.paper_id left join response_mark m on m.attempt_id = b.attempt_id and m.no = q.no
            join item_version v on v.id = q.item_version_id join topic t on t.id = v.topic_id)
      """;
  private static final String SUMS = "count(distinct officer_id), count(*), count(distinct item_id), sum(gained), sum(possible)";

  /** Of all who sat, by topic, first and second levels. */
  public Map<String, Share> all(long examId) {
    Map<String, Share> shares = new HashMap<>();
    for (int level = 1; level <= 2; level++) for (Object[] row : rows(store.createNativeQuery(ANSWERS + "select substring_index(path, '/', ?2), " + SUMS + " from answer group by 1").setParameter(1, examId).setParameter(2, level))) shares.put((String) row[0], share(row, 1));
    return shares;
  }

  /** By unit, then topic, first and second levels. Units of the board only: what lies in none counts among all. */
  public Map<Long, Map<String, Share>> units(long examId) {
    Map<Long, Map<String, Share>> units = new LinkedHashMap<>();
    for (int level = 1; level <= 2; level++)
      for (Object[] row : rows(store.createNativeQuery(ANSWERS + "select board_id, substring_index(path, '/', ?2), " + SUMS + " from answer where board_id is not null group by 1, 2 order by 1, 2").setParameter(1, examId).setParameter(2, level)))
        units.computeIfAbsent(((Number) row[0]).longValue(), id -> new HashMap<>()).put((String) row[1], share(row, 2));
    return units;
  }

  /** One unit's in one topic and what lies below it; null where fewer than five officers or ten answers stand behind it. */
  public Share of(long examId, long unitId, String topic) {
    Object[] row = rows(store.createNativeQuery(ANSWERS + "select " + SUMS + " from answer where board_id = ?2 and (path = ?3 or path like ?4)").setParameter(1, examId).setParameter(2, unitId).setParameter(3, topic).setParameter(4, under(topic))).get(0);
    if (((Number) row[0]).intValue() == 0) return null;
    Share share = share(row, 0);
    return share.enough() ? share : null;
  }

  /** The laws' articles whose questions brought the unit the fewest marks, most often missed first. */
  List<MissedArticle> missed(long examId, long unitId, String topic) {
    List<Object[]> rows = rows(store.createNativeQuery(ANSWERS + "select version_id, officer_id, gained < possible from answer where board_id = ?2 and (path = ?3 or path like ?4)").setParameter(1, examId).setParameter(2, unitId).setParameter(3, topic).setParameter(4, under(topic)));
    Map<Long, ItemVersion> versions = items.versions(rows.stream().map(row -> ((Number) row[0]).longValue()).distinct().toList());
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Object[] row : rows) {
      Set<String> once = new HashSet<>();
      for (Basis basis : versions.get(((Number) row[0]).longValue()).content().basis())
        if (once.add(basis.citation())) tallies.computeIfAbsent(basis.citation(), key -> new Tally(basis)).add(((Number) row[1]).longValue(), truth(row[2]));
    }
    return tallies.values().stream().filter(one -> one.missed > 0).sorted(Comparator.comparingInt((Tally one) -> -one.missed).thenComparingInt(one -> one.answers).thenComparing(one -> one.basis.citation())).limit(MOST_ARTICLES).map(Tally::article).toList();
  }

  /** What is known of one article. */
  private static final class Tally {
    private final Basis basis;
    private final Set<Long> officers = new HashSet<>();
    private int missed;
    private int answers;

    Tally(Basis basis) {
      this.basis = basis;
    }

    void add(long officer, boolean wrong) {
      officers.add(officer);
      answers++;
      if (wrong) missed++;
    }

    MissedArticle article() {
      boolean shown = officers.size() >= Share.FEWEST_OFFICERS;
      return new MissedArticle(basis.law(), basis.version(), basis.article(), shown ? missed : null, shown ? answers : null);
    }
  }

  private static String under(String topic) {
    return Like.literal(topic) + "/%";
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean flag ? flag : ((Number) value).intValue() != 0;
  }

  private static Share share(Object[] row, int from) {
    return new Share(((Number) row[from]).intValue(), ((Number) row[from + 1]).intValue(), ((Number) row[from + 2]).intValue(), ((Number) row[from + 3]).longValue(), ((Number) row[from + 4]).longValue());
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }
}
