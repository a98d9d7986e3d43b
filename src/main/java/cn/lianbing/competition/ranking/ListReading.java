package cn.lianbing.competition.ranking;

import cn.lianbing.competition.BoardUnits;
import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Consents;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists as a caller may read them. Those who run the competition see all; everybody else the confirmed ones, with the full names of
 * themselves, of people within their reach, and of who agreed; other names are masked. In public nobody has a reach.
 */
@ApplicationScoped
@Transactional
public class ListReading {
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject Consents consents;
  @Inject BoardUnits boardUnits;

  /** @param replacedBy the edition that corrects this one; null where it stands */
  public record ListRow(long id, long competitionId, Long stageId, RankingList.Scope scope, RankingList.Board board, RankingList.State state, Integer edition, String sha256, int rows, Instant computedAt, String confirmedBy, Instant confirmedAt, Head head, Integer replacedBy) implements Serializable {
    public boolean units() {
      return board.units();
    }
  }

  /** A page of a list: of one of the two kinds of rows, the other is empty. */
  public record ListPart(ListRow list, List<PersonRow> persons, List<UnitRow> units, long total, int page, int size) implements Serializable {}

  /** A list in whole. */
  public record ListWhole(ListRow list, List<PersonRow> persons, List<UnitRow> units) {}

  /** Of a competition, those that stand first. */
  public List<ListRow> all(Caller caller, long competitionId) {
    competitions.seen(caller, competitionId);
    return lists(competitionId).stream().filter(one -> visible(caller, one)).map(this::row).toList();
  }

  public ListRow one(Caller caller, long id) {
    return row(seen(caller, id));
  }

  public ListPart page(Caller caller, long id, Page.Request request) {
    RankingList list = seen(caller, id);
    try {
      Connection connection = store.unwrap(Connection.class);
      int count = Math.min(request.size(), list.rowCount() - request.offset());
      if (list.board().units()) return new ListPart(row(list), List.of(), ListStore.read(connection, id, request.offset(), count, UnitRow[].class), list.rowCount(), request.page(), request.size());
      return new ListPart(row(list), named(caller, list, ListStore.read(connection, id, request.offset(), count, PersonRow[].class)), List.of(), list.rowCount(), request.page(), request.size());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For files. */
  public ListWhole whole(Caller caller, long id) {
    RankingList list = seen(caller, id);
    try {
      Connection connection = store.unwrap(Connection.class);
      if (list.board().units()) return new ListWhole(row(list), List.of(), ListStore.all(connection, id, UnitRow[].class));
      return new ListWhole(row(list), named(caller, list, ListStore.all(connection, id, PersonRow[].class)), List.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the caller stands, or the caller's unit; empty where it is not in the list. */
  public Optional<ListPart> own(Caller caller, long id) {
    RankingList list = seen(caller, id);
    Long own = ownId(caller, list);
    if (own == null) return Optional.empty();
    try {
      int position = ListStore.position(store.unwrap(Connection.class), id, own);
      if (position < 0) return Optional.empty();
      return Optional.of(page(caller, id, new Page.Request(position + 1, 1)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Long ownId(Caller caller, RankingList list) {
    if (list.board() == RankingList.Board.PERSON) return caller.officerId();
    if (caller.unitId() == null) return null;
    BoardUnits.Group group = boardUnits.all().get(caller.unitId());
    if (list.board().units()) return group.id();
    return store.createQuery("select r.id from Registration r where r.competitionId = :id and r.unitId = :unit", Long.class).setParameter("id", list.competitionId()).setParameter("unit", group.id()).getResultStream().findFirst().orElse(null);
  }

  /** The canonical form, of which anybody can compute the hash; it has full names, so it is for those who run the competition. */
  public byte[] canonical(Caller caller, long id) {
    if (!Competitions.watches(caller)) throw new NotFound("rankingList", id);
    RankingList list = seen(caller, id);
    StringBuilder lines = new StringBuilder(list.head()).append('\n');
    try {
      ListStore.each(store.unwrap(Connection.class), id, lines::append);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether it still has the hash that it was confirmed with. */
  public boolean intact(Caller caller, long id) {
    RankingList list = seen(caller, id);
    try {
      return ListStore.hash(store.unwrap(Connection.class), id, list.head()).equals(list.sha256());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<PersonRow> named(Caller caller, RankingList list, List<PersonRow> rows) {
    if (list.board() != RankingList.Board.PERSON || Competitions.watches(caller)) return rows;
    Set<Long> agreed = consents.of(list.competitionId(), rows.stream().map(PersonRow::id).toList());
    Map<Long, BoardUnits.Group> groups = caller.hasAny("UNIT_ADMIN", "TRAINER") ? boardUnits.all() : Map.of();
    List<PersonRow> named = new ArrayList<>(rows.size());
    for (PersonRow row : rows) {
      boolean own = caller.officerId() != null && caller.officerId() == row.id();
      boolean mine = groups.containsKey(row.unitId()) && caller.reaches(groups.get(row.unitId()).path());
      named.add(own || mine || agreed.contains(row.id()) ? row : masked(row));
    }
    return named;
  }

  /** 王*明, 赵*; and no id that tells who it is. */
  static PersonRow masked(PersonRow row) {
    return new PersonRow(row.rank(), 0, mask(row.name().replaceFirst("#\\d+$", "")), row.unitId(), row.unit(), row.presence(), row.score(), row.millis(), row.at(), row.suddenDeath(), row.group(), row.tie(), row.plusOne(), row.last());
  }

  public static String mask(String name) {
    return name.length() <= 2 ? name.charAt(0) + "*" : name.charAt(0) + "*".repeat(name.length() - 2) + name.charAt(name.length() - 1);
  }

  private RankingList seen(Caller caller, long id) {
    RankingList list = store.find(RankingList.class, id);
    if (list == null || !visible(caller, list)) throw new NotFound("rankingList", id);
    competitions.seen(caller, list.competitionId());
    return list;
  }

  private static boolean visible(Caller caller, RankingList list) {
    return Competitions.watches(caller) || list.state() != RankingList.State.PROVISIONAL;
  }

  private ListRow row(RankingList one) {
    Integer by = one.state() != RankingList.State.REPLACED ? null : store.createQuery("select l.edition from RankingList l where l.replacesId = :id", Integer.class).setParameter("id", one.id()).getResultStream().findFirst().orElse(null);
    return new ListRow(one.id(), one.competitionId(), one.stageId(), one.scope(), one.board(), one.state(), one.edition(), one.sha256(), one.rowCount(), one.computedAt(), one.confirmedBy(), one.confirmedAt(), Head.read(one.head()), by);
  }

  private List<RankingList> lists(long competitionId) {
    return store.createQuery("select l from RankingList l where l.competitionId = :id", RankingList.class).setParameter("id", competitionId).getResultStream()
        .sorted(java.util.Comparator.comparing((RankingList one) -> one.state() == RankingList.State.REPLACED).thenComparing(RankingList::scope).thenComparing(one -> one.stageId() == null ? 0 : one.stageId()).thenComparing(RankingList::board).thenComparing(RankingList::id)).collect(Collectors.toList());
  }
}
