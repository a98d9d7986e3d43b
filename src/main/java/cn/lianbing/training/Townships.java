package cn.lianbing.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the year's sessions went: one tile a township, at its rough place. Drawn from our own data; nothing is fetched. */
@ApplicationScoped
@Transactional
public class Townships {
  private static final int COLUMNS = 6;
  @PersistenceContext EntityManager store;

  /**
   * @param name     without 镇, 乡, 街道
   * @param x        column from the west, 1–6; @param y row from the north
   * @param step     0 to 4: how dark its tile is
   */
  public record Tile(long unitId, String name, String fullName, int x, int y, int sessions, int people, int step) implements Serializable {
    Tile in(int newStep) {
      return new Tile(unitId, name, fullName, x, y, sessions, people, newStep);
    }
  }

  /** By code of the division: where it lies, schematically. Others fill free places. */
  private static final Map<String, int[]> PLACES = Map.ofEntries(
      Map.entry("411203100", new int[] {1, 1}), Map.entry("411203001", new int[] {2, 1}), Map.entry("411203205", new int[] {4, 1}), Map.entry("411203206", new int[] {5, 1}), Map.entry("411203103", new int[] {6, 1}),
      Map.entry("411203101", new int[] {1, 2}), Map.entry("411203200", new int[] {2, 2}), Map.entry("411203203", new int[] {3, 2}), Map.entry("411203207", new int[] {5, 2}), Map.entry("411203210", new int[] {6, 2}),
      Map.entry("411203102", new int[] {2, 3}), Map.entry("411203212", new int[] {4, 3}), Map.entry("411203211", new int[] {5, 3}));

  /** @param byPeople colours by people reached instead of sessions */
  @SuppressWarnings("unchecked")
  public List<Tile> of(int year, boolean byPeople) {
    List<Object[]> rows = store.createNativeQuery("""
        select t.id, t.code, t.name, count(s.id), coalesce(sum(coalesce(s.attended_count, (select count(*) from attendance a where a.session_id = s.id and a.state in ('PRESENT', 'PARTIAL')))), 0)
        from unit t left join unit p on p.path like concat(t.path, '%') left join training_session s on s.place_unit_id = p.id and s.year = ?1 and s.state in ('HELD', 'CLOSED')
        where t.kind = 'TOWNSHIP' and t.state = 'ACTIVE' group by t.id, t.code, t.name order by t.sort, t.id""").setParameter(1, year).getResultList();
    List<Tile> tiles = new ArrayList<>();
    Map<String, Boolean> taken = new HashMap<>();
    PLACES.values().forEach(place -> taken.put(place[0] + "," + place[1], true));
    int free = 0;
    for (Object[] row : rows) {
      int[] place = PLACES.get((String) row[1]);
      while (place == null) {
        int[] next = {free % COLUMNS + 1, free / COLUMNS + 1};
        free++;
        if (taken.putIfAbsent(next[0] + "," + next[1], true) == null) place = next;
      }
      String name = (String) row[2];
      tiles.add(new Tile(((Number) row[0]).longValue(), shorter(name), name, place[0], place[1], ((Number) row[3]).intValue(), ((Number) row[4]).intValue(), 0));
    }
    int most = tiles.stream().mapToInt(tile -> byPeople ? tile.people() : tile.sessions()).max().orElse(0);
    return tiles.stream().map(tile -> tile.in(step(byPeople ? tile.people() : tile.sessions(), most))).toList();
  }

  /** 0 only for nothing; else 1 to 4 in proportion to the most. */
  static int step(int value, int most) {
    return value == 0 || most == 0 ? 0 : Math.max(1, (int) Math.ceil(4.0 * value / most));
  }

  static String shorter(String name) {
    String cut = name.replaceFirst("(街道|镇|乡)$", "");
    return cut.isEmpty() ? name : cut;
  }
}
