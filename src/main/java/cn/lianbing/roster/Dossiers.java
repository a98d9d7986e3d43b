package cn.lianbing.roster;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads dossiers: one, or many with as many queries as one. */
@ApplicationScoped
@Transactional
public class Dossiers {
  @PersistenceContext EntityManager store;
  @Inject Units units;

  /** @throws NotFound where there is no such lecturer */
  Dossier of(long lecturerId) {
    Lecturer lecturer = store.find(Lecturer.class, lecturerId);
    if (lecturer == null) throw new NotFound("lecturer", lecturerId);
    return of(List.of(lecturer)).get(0);
  }

  /**
   * To plan by: until the transaction's end nobody else plans for this lecturer, and what others have planned is read as it
   * stands now and not as it was when the transaction began.
   */
  Dossier locked(long lecturerId) {
    Lecturer lecturer = store.find(Lecturer.class, lecturerId, LockModeType.PESSIMISTIC_WRITE);
    if (lecturer == null) throw new NotFound("lecturer", lecturerId);
    store.createQuery("select l from Lecture l where l.lecturerId = :lecturer", Lecture.class).setParameter("lecturer", lecturerId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    return of(List.of(lecturer)).get(0);
  }

  List<Dossier> of(Collection<Lecturer> lecturers) {
    if (lecturers.isEmpty()) return List.of();
    List<Long> ids = lecturers.stream().map(Lecturer::id).toList();
    Map<Long, List<Appointment>> appointments = by(Appointment.class, ids, Appointment::lecturerId);
    Map<Long, List<Leave>> leaves = by(Leave.class, ids, Leave::lecturerId);
    Map<Long, List<FreeTime>> free = by(FreeTime.class, ids, FreeTime::lecturerId);
    Map<Long, List<Conflict>> conflicts = by(Conflict.class, ids, Conflict::lecturerId);
    Map<Long, List<Lecture>> lectures = by(Lecture.class, ids, Lecture::lecturerId);
    Map<Long, Dossier.Home> homes = homes(lecturers);
    return lecturers.stream().map(one -> new Dossier(one, homes.get(one.id()), appointments.getOrDefault(one.id(), List.of()), leaves.getOrDefault(one.id(), List.of()), free.getOrDefault(one.id(), List.of()),
        conflicts.getOrDefault(one.id(), List.of()).stream().map(this::barred).toList(), lectures.getOrDefault(one.id(), List.of()))).toList();
  }

  private <T> Map<Long, List<T>> by(Class<T> type, List<Long> ids, Function<T, Long> lecturer) {
    return store.createQuery("select x from " + type.getSimpleName() + " x where x.lecturerId in :ids order by x.id", type).setParameter("ids", ids).getResultStream().collect(Collectors.groupingBy(lecturer));
  }

  private Dossier.Barred barred(Conflict conflict) {
    Unit unit = units.get(conflict.unitId());
    return new Dossier.Barred(unit.path(), unit.name(), conflict.reason());
  }

  private Map<Long, Dossier.Home> homes(Collection<Lecturer> lecturers) {
    Map<Long, Dossier.Home> homes = new HashMap<>();
    for (Lecturer one : lecturers) {
      if (one.officerId() == null) homes.put(one.id(), new Dossier.Home(null, one.employer(), true));
      else {
        Officer officer = store.find(Officer.class, one.officerId());
        Unit unit = units.get(officer.unitId());
        homes.put(one.id(), new Dossier.Home(unit.path(), unit.name(), officer.state() == Officer.State.ACTIVE || officer.state() == Officer.State.SECONDED));
      }
    }
    return homes;
  }
}
