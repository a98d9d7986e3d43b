package cn.lianbing.roster;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What lecturers did or will do. Training says it, within its own transaction; the roster judges and keeps it. {@code ref} is the
 * session's id; a session may have several lecturers, and what is said of the session holds for each.
 */
@ApplicationScoped
@Transactional
public class Lectures {
  static final int LONGEST_TITLE = 200;
  @PersistenceContext EntityManager store;
  @Inject Dossiers dossiers;
  @Inject Units units;

  /**
   * Something against asking a lecturer. The sentence is {@code refused.<code>} with the arguments.
   *
   * @param hard  it cannot be planned; else a warning that whoever plans may pass over
   */
  public record Objection(String code, List<String> args, boolean hard) implements Serializable {}

  /**
   * Two that plan for one lecturer wait for each other, so that nobody is planned twice for the same time. Planning the same again
   * replaces it.
   *
   * @param hostUnitId null where no unit hosts it
   * @throws Refused {@code lecturer-not-appointed}, {@code lecturer-busy}, {@code lecturer-on-leave}, {@code lecturer-own-unit}, {@code lecturer-conflict}
   */
  public void plan(long lecturerId, long ref, Instant from, Instant to, String title, Long hostUnitId) {
    Dossier dossier = dossiers.locked(lecturerId);
    demand(dossier, from, to, hostUnitId, ref);
    Lecture lecture = find(lecturerId, ref).orElseGet(() -> new Lecture(lecturerId, ref));
    lecture.plan(from, to, title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title, hostUnitId);
    if (lecture.id() == null) store.persist(lecture);
    store.flush();
  }

  /** To another time, for all lecturers of the session or none. @throws Refused as {@link #plan} */
  public void move(long ref, Instant from, Instant to) {
    for (Lecture lecture : of(ref)) {
      if (lecture.state() == Lecture.State.CANCELLED) continue;
      demand(dossiers.locked(lecture.lecturerId()), from, to, lecture.hostUnitId(), ref);
      lecture.move(from, to);
    }
    store.flush();
  }

  /** The session does not take place. */
  public void cancel(long ref) {
    of(ref).forEach(Lecture::cancel);
    store.flush();
  }

  /** One lecturer is not asked after all; the session's others stay. */
  public void withdraw(long lecturerId, long ref) {
    find(lecturerId, ref).ifPresent(Lecture::cancel);
    store.flush();
  }

  /** It took place. @param minutes that count as spoken */
  public void held(long ref, int minutes) {
    if (minutes < 0) throw new IllegalArgumentException("minutes " + minutes);
    of(ref).stream().filter(one -> one.state() != Lecture.State.CANCELLED).forEach(one -> one.hold(minutes));
    store.flush();
  }

  /** How it was rated so far, in all; saying it again replaces it. @param sum of answers from 1 to 5; @param count of answers */
  public void rated(long ref, int sum, int count) {
    if (count < 0 || sum < count || sum > 5 * count) throw new IllegalArgumentException("a sum of %d of %d answers".formatted(sum, count));
    of(ref).forEach(one -> one.rate(sum, count));
    store.flush();
  }

  /** Everything against it, hard or a warning; empty: nothing. @param exceptRef the session that is being changed, null for a new one */
  public List<Objection> check(long lecturerId, Instant from, Instant to, Long hostUnitId, Long exceptRef) {
    return dossiers.of(lecturerId).against(from, to, host(hostUnitId), exceptRef);
  }

  private void demand(Dossier dossier, Instant from, Instant to, Long hostUnitId, long ref) {
    if (!from.isBefore(to)) throw new IllegalArgumentException("from %s to %s".formatted(from, to));
    dossier.against(from, to, host(hostUnitId), ref).stream().filter(Objection::hard).findFirst().ifPresent(one -> {
      throw new Refused(one.code(), one.args().toArray());
    });
  }

  Dossier.Host host(Long unitId) {
    if (unitId == null) return null;
    Unit unit = units.get(unitId);
    return new Dossier.Host(unit.id(), unit.path(), unit.name());
  }

  private Optional<Lecture> find(long lecturerId, long ref) {
    return store.createQuery("select l from Lecture l where l.lecturerId = :lecturer and l.ref = :ref", Lecture.class).setParameter("lecturer", lecturerId).setParameter("ref", ref).getResultStream().findFirst();
  }

  /** In one order everywhere, so that two that wait for each other's lecturers cannot meet. */
  private List<Lecture> of(long ref) {
    return store.createQuery("select l from Lecture l where l.ref = :ref order by l.lecturerId", Lecture.class).setParameter("ref", ref).getResultList();
  }
}
