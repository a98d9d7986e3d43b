package cn.lianbing.roster;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Everything the roster knows of one lecturer, as far as the reader may see it. */
@ApplicationScoped
@Transactional
public class LecturerCards {
  @PersistenceContext EntityManager store;
  @Inject Lecturers lecturers;
  @Inject Dossiers dossiers;
  @Inject Units units;

  /**
   * @param keeper    the unit that keeps the record
   * @param rating    null below {@link Rating#SHOWN_FROM} answers
   * @param conflicts only for whoever keeps the roster and for the lecturer: they tell of families
   * @param self      the reader is the lecturer
   */
  public record Card(Lecturers.Row row, Long officerId, String keeper, String email, String phone, String about, List<LawField> fields, List<String> topics, List<TermRow> terms, List<Talk> talks, List<ConflictRow> conflicts, RatingRow rating, boolean self) implements Serializable {}

  /** @param current holds today */
  public record TermRow(long id, String letterNumber, Appointment.Source source, LocalDate from, LocalDate to, LocalDate lastDay, boolean renewal, Appointment.Exit exit, String exitNote, boolean current) implements Serializable {}

  /** A lecture. @param rating 4.27; null below {@link Rating#SHOWN_FROM} answers; @param orphan planned for a day that no term covers */
  public record Talk(long ref, String title, String host, Instant from, Instant to, Lecture.State state, Integer minutes, String rating, int answers, boolean orphan) implements Serializable {}

  public record ConflictRow(long id, String unit, String reason) implements Serializable {}

  /** @param weighted 4.27, see {@link Rating}; @param plain of the answers alone; @param mean of the roster */
  public record RatingRow(String weighted, String plain, int n, String mean) implements Serializable {}

  /** @throws NotFound where there is none within reach */
  public Card of(Caller caller, long id) {
    Lecturer lecturer = lecturers.get(caller, id);
    Dossier dossier = dossiers.of(id);
    boolean self = Lecturers.isSelf(caller, lecturer);
    LocalDate today = lecturers.today();
    List<TermRow> terms = lecturers.appointments(id).stream().map(one -> new TermRow(one.id(), one.letterNumber(), one.source(), one.from(), one.to(), one.lastDay(), one.renewal(), one.exit(), one.exitNote(), one.holdsOn(today))).toList();
    List<Talk> talks = dossier.lectures().stream().sorted(Comparator.comparing(Lecture::from).reversed()).map(one -> talk(one, dossier)).toList();
    return new Card(lecturers.row(id), lecturer.officerId(), units.get(lecturer.unitId()).name(), lecturer.email(), lecturer.phone(), lecturer.about(), lecturer.fields(), lecturer.topics(), terms, talks, self || RosterKeeping.keeps(caller) ? conflicts(id) : List.of(), rating(dossier), self);
  }

  private Talk talk(Lecture one, Dossier dossier) {
    boolean enough = one.ratingCount() >= Rating.SHOWN_FROM;
    boolean orphan = one.state() == Lecture.State.PLANNED && !dossier.appointedOn(Dossier.day(one.from()));
    return new Talk(one.ref(), one.title(), one.hostUnitId() == null ? null : units.get(one.hostUnitId()).name(), one.from(), one.to(), one.state(), one.minutes(), enough ? Rating.text((double) one.ratingSum() / one.ratingCount()) : null, enough ? one.ratingCount() : 0, orphan);
  }

  private List<ConflictRow> conflicts(long id) {
    return store.createQuery("select c from Conflict c where c.lecturerId = :lecturer order by c.id", Conflict.class).setParameter("lecturer", id).getResultStream().map(one -> new ConflictRow(one.id(), units.get(one.unitId()).name(), one.reason())).toList();
  }

  private RatingRow rating(Dossier dossier) {
    Rating rating = Rating.of(dossier.lectures(), mean());
    return rating.shown() ? new RatingRow(Rating.text(rating.weighted()), Rating.text(rating.plain()), rating.n(), Rating.text(rating.rosterMean())) : null;
  }

  private double mean() {
    Object[] sums = (Object[]) store.createNativeQuery("select coalesce(sum(rating_sum), 0), coalesce(sum(rating_count), 0) from lecture where rating_count >= ?1").setParameter(1, Rating.SHOWN_FROM).getSingleResult();
    double answers = ((Number) sums[1]).doubleValue();
    return answers == 0 ? Rating.MIDDLE : ((Number) sums[0]).doubleValue() / answers;
  }
}
