package cn.lianbing.competition;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an officer agreed that a competition's public pages show the full name (个人信息保护法第二十五条): nobody gives it for another, and it ends at once when it is taken back. */
@ApplicationScoped
@Transactional
public class Consents {
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  public void give(Caller caller, long competitionId) {
    competitions.seen(caller, competitionId);
    store.createNativeQuery("insert into competition_consent (competition_id, officer_id, given_at) values (?1, ?2, ?3) on duplicate key update given_at = if(withdrawn_at is null, given_at, ?3), withdrawn_at = null").setParameter(1, competitionId).setParameter(2, officer(caller)).setParameter(3, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "competition.consent", "competition", competitionId, caller.unitPath(), null));
  }

  public void withdraw(Caller caller, long competitionId) {
    competitions.seen(caller, competitionId);
    store.createNativeQuery("update competition_consent set withdrawn_at = ?3 where competition_id = ?1 and officer_id = ?2 and withdrawn_at is null").setParameter(1, competitionId).setParameter(2, officer(caller)).setParameter(3, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "competition.withdrawConsent", "competition", competitionId, caller.unitPath(), null));
  }

  public boolean given(Caller caller, long competitionId) {
    return caller.officerId() != null && !of(competitionId, List.of(caller.officerId())).isEmpty();
  }

  /** Which of these officers agreed and still do. */
  public Set<Long> of(long competitionId, Collection<Long> officerIds) {
    if (officerIds.isEmpty()) return Set.of();
    String those = officerIds.stream().map(String::valueOf).collect(Collectors.joining(","));
    List<?> rows = store.createNativeQuery("select officer_id from competition_consent where competition_id = ?1 and withdrawn_at is null and officer_id in (" + those + ")").setParameter(1, competitionId).getResultList();
    return rows.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toCollection(HashSet::new));
  }

  private static long officer(Caller caller) {
    if (caller.officerId() == null) throw new NotFound("officer", "-");
    return caller.officerId();
  }
}
