package cn.lianbing.competition.award;

import cn.lianbing.competition.Competition;
import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Consents;
import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.PersonRow;
import cn.lianbing.competition.ranking.RankingList;
import cn.lianbing.competition.ranking.UnitRow;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Awards from a confirmed list by its places, and those that the host names; certificates that anybody can check by the code on them. */
@ApplicationScoped
@Transactional
public class Awarding {
  private static final int TOKEN_BYTES = 16;
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject ListReading lists;
  @Inject Consents consents;
  @Inject Units units;
  @Inject ProgramSettings settings;
  @Inject Event<Happened> happened;
  @Inject Clock clock;
  private SecretKey key;

  public record AwardRow(long id, long competitionId, String competition, int year, Award.Code code, Long officerId, String unit, String recipient, Integer place, RankingList.Board board, String serial, Instant grantedAt, Instant revokedAt, String revokeReason) implements Serializable {}

  /** What anybody may know. @param recipient masked, unless the person agreed; of a unit in full. All null where there is no such certificate */
  public record AwardAnswer(boolean valid, String state, String competition, Award.Code code, String recipient, String unit, Instant grantedAt) implements Serializable {
    static final AwardAnswer UNKNOWN = new AwardAnswer(false, "UNKNOWN", null, null, null, null, null);
  }

  @PostConstruct
  void derive() {
    key = settings.key("competition-award-token", "HmacSHA256");
  }

  /** @return how many. @throws Refused {@code list-not-confirmed}, {@code awards-granted}, {@code nobody-advances} */
  public int grant(Caller caller, long listId, List<Quota> quotas) {
    Competitions.demandManager(caller);
    ListReading.ListWhole list = lists.whole(caller, listId);
    if (list.list().state() != RankingList.State.CONFIRMED) throw new Refused("list-not-confirmed");
    Competition competition = locked(list.list().competitionId());
    long before = store.createQuery("select count(a) from Award a where a.listId = :list and a.revokedAt is null", Long.class).setParameter("list", listId).getSingleResult();
    if (before > 0) throw new Refused("awards-granted", before);
    List<PersonRow> persons = list.persons().stream().filter(row -> row.rank() != null).toList();
    List<UnitRow> ranked = list.units().stream().filter(row -> row.rank() != null).toList();
    List<Award.Code> dealt = Quota.deal(list.list().units() ? ranked.stream().map(UnitRow::rank).toList() : persons.stream().map(PersonRow::rank).toList(), quotas);
    if (dealt.isEmpty()) throw new Refused("nobody-advances");
    for (int i = 0; i < dealt.size(); i++) add(caller, competition, list.list().units() ? unit(listId, dealt.get(i), ranked.get(i), competition) : person(listId, dealt.get(i), persons.get(i), competition, list.list().board()));
    return dealt.size();
  }

  private static Award unit(long listId, Award.Code code, UnitRow row, Competition competition) {
    return new Award(competition.id(), listId, code, null, row.id(), row.name(), row.rank(), null);
  }

  private static Award person(long listId, Award.Code code, PersonRow row, Competition competition, RankingList.Board board) {
    return new Award(competition.id(), listId, code, board == RankingList.Board.TEAM ? null : row.id(), row.unitId(), row.name().replaceFirst("#\\d+$", ""), row.rank(), null);
  }

  /** 优秀组织奖, which no list gives; with a reason. */
  public long name(Caller caller, long competitionId, long unitId, String reason) {
    Competitions.demandManager(caller);
    Competition competition = locked(competitionId);
    Unit unit = units.get(caller, unitId);
    long before = store.createQuery("select count(a) from Award a where a.competitionId = :id and a.unitId = :unit and a.code = :code and a.revokedAt is null", Long.class).setParameter("id", competitionId).setParameter("unit", unitId).setParameter("code", Award.Code.ORGANISATION).getSingleResult();
    if (before > 0) throw new Refused("awards-granted", before);
    return add(caller, competition, new Award(competitionId, null, Award.Code.ORGANISATION, null, unitId, unit.name(), null, Reason.demanded(reason)));
  }

  public void revoke(Caller caller, long id, String reason) {
    Competitions.demandManager(caller);
    Award award = store.find(Award.class, id);
    if (award == null) throw new NotFound("award", id);
    if (award.revokedAt() != null) throw new Refused("award-revoked");
    award.revoke(Reason.demanded(reason), clock.instant());
    store.flush();
    happened.fire(Happened.done(caller, "competition.revokeAward", "award", id, units.get(award.unitId()).path(), award.serial() + ": " + award.revokeReason()));
  }

  /** Numbers run on within a year: whoever gives them holds the competition. */
  private long add(Caller caller, Competition competition, Award award) {
    long number = store.createQuery("select count(a) from Award a where a.serial like :like", Long.class).setParameter("like", "DBW-" + competition.year() + "-%").getSingleResult() + 1;
    award.grant("DBW-%d-%04d".formatted(competition.year(), number), caller.name(), clock.instant());
    store.persist(award);
    store.flush();
    happened.fire(Happened.done(caller, "competition.award", "award", award.id(), units.get(award.unitId()).path(), award.serial() + " " + award.code() + " " + award.recipient()));
    return award.id();
  }

  private Competition locked(long id) {
    Competition competition = store.find(Competition.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (competition == null) throw new NotFound("competition", id);
    // two competitions of one year share the numbers
    store.createNativeQuery("select id from competition where year = ?1 for update").setParameter(1, competition.year()).getResultList();
    return competition;
  }

  /** Of a competition: all for those who run it, else the own and the unit's. */
  public List<AwardRow> all(Caller caller, long competitionId) {
    competitions.seen(caller, competitionId);
    return query(" where a.competitionId = :id order by a.id", competitionId).stream().filter(one -> may(caller, one)).map(this::row).toList();
  }

  /** Those of the officer that the caller is. */
  public List<AwardRow> mine(Caller caller) {
    return caller.officerId() == null ? List.of() : query(" where a.officerId = :id and a.revokedAt is null order by a.id desc", caller.officerId()).stream().map(this::row).toList();
  }

  public AwardRow one(Caller caller, long id) {
    Award award = store.find(Award.class, id);
    if (award == null || !may(caller, award)) throw new NotFound("award", id);
    return row(award);
  }

  private boolean may(Caller caller, Award one) {
    boolean own = one.officerId() != null && one.officerId().equals(caller.officerId());
    return Competitions.watches(caller) || own || caller.reaches(units.get(one.unitId()).path());
  }

  private List<Award> query(String where, long id) {
    return store.createQuery("select a from Award a" + where, Award.class).setParameter("id", id).getResultList();
  }

  private AwardRow row(Award one) {
    Competition competition = competitions.get(one.competitionId());
    RankingList list = one.listId() == null ? null : store.find(RankingList.class, one.listId());
    return new AwardRow(one.id(), one.competitionId(), competition.title(), competition.year(), one.code(), one.officerId(), units.get(one.unitId()).name(), one.recipient(), one.place(), list == null ? null : list.board(), one.serial(), one.grantedAt(), one.revokedAt(), one.revokeReason());
  }

  /** Whether a certificate that somebody is shown was given. A wrong token and a serial that never was get the same answer. */
  public AwardAnswer verify(String serial, String token) {
    String asked = serial == null || serial.length() > 30 ? "" : serial.strip();
    boolean genuine = MessageDigest.isEqual(token(asked).getBytes(StandardCharsets.US_ASCII), (token == null ? "" : token).getBytes(StandardCharsets.UTF_8));
    List<Award> found = store.createQuery("select a from Award a where a.serial = :serial", Award.class).setParameter("serial", asked).getResultList();
    if (!genuine || found.isEmpty()) return AwardAnswer.UNKNOWN;
    Award one = found.get(0);
    boolean open = one.officerId() == null || !consents.of(one.competitionId(), Set.of(one.officerId())).isEmpty();
    return new AwardAnswer(one.revokedAt() == null, one.revokedAt() == null ? "GIVEN" : "REVOKED", competitions.get(one.competitionId()).title(), one.code(), open ? one.recipient() : ListReading.mask(one.recipient()), units.get(one.unitId()).name(), one.grantedAt());
  }

  /** What the code on a certificate carries: only this installation can make it, and it fits no other serial. */
  public String token(String serial) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(serial.getBytes(StandardCharsets.UTF_8)), TOKEN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }
}
