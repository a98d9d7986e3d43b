package cn.lianbing.roster;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Who can speak on a topic, there, then. Candidates are ranked by points that are said one by one; who cannot be asked stands at
 * the end with the reason, since "why not him" is the next question. See {@link Fit} for the points.
 */
@ApplicationScoped
@Transactional
public class LecturerSearch {
  static final Duration LONGEST = Duration.ofDays(5);
  static final int TOPIC_LENGTH = 60;
  @PersistenceContext EntityManager store;
  @Inject Dossiers dossiers;
  @Inject Lectures lectures;
  @Inject Units units;

  /** @param topic null or blank: any; @param placeUnitId where it is or who hosts it, null where that is open */
  public record Ask(String topic, Long placeUnitId, Instant from, Instant to) implements Serializable {}

  /** Why somebody fits: the sentence is {@code roster.why.<code>} with the arguments; what it adds to the points. */
  public record Reason(String code, List<String> args, int points) implements Serializable {}

  /**
   * @param points  of the reasons together
   * @param against empty, or what speaks against it; a hard one excludes
   */
  public record Candidate(long lecturerId, String name, String post, String unit, boolean onTopic, int points, List<Reason> why, List<Lectures.Objection> against) implements Serializable {
    public boolean possible() {
      return against.stream().noneMatch(Lectures.Objection::hard);
    }
  }

  /**
   * Those who can be asked first, the most points before the others, the less loaded before the more loaded where these are equal;
   * then those who cannot.
   *
   * @throws Invalid for {@code from}, {@code to}, {@code topic}
   */
  public List<Candidate> find(Caller caller, Ask ask) {
    check(ask);
    Dossier.Host host = lectures.host(ask.placeUnitId());
    List<Dossier> roster = dossiers.of(known(caller));
    double mean = Rating.mean(roster.stream().flatMap(one -> one.lectures().stream()).toList());
    return roster.stream().map(one -> Fit.of(one, ask, host, mean)).map(one -> RosterKeeping.keeps(caller) ? one : discreet(one)).sorted(Comparator.comparing((Candidate one) -> !one.possible()).thenComparing(one -> !one.onTopic()).thenComparing(one -> -one.points()).thenComparing(Candidate::name)).toList();
  }

  /** That somebody must keep out may be known, why not by everybody: it tells of families. */
  private static Candidate discreet(Candidate one) {
    List<Lectures.Objection> against = one.against().stream().map(it -> it.code().equals("lecturer-conflict") ? new Lectures.Objection("lecturer-conflict-unsaid", it.args().subList(0, 2), true) : it).toList();
    return new Candidate(one.lecturerId(), one.name(), one.post(), one.unit(), one.onTopic(), one.points(), one.why(), against);
  }

  /** What the caller reaches, and what the units above keep for all below them: the city's roster is there for the townships. */
  private List<Lecturer> known(Caller caller) {
    Unit own = caller.unitId() == null ? null : units.get(caller.unitId());
    return store.createQuery("""
        select l from Lecturer l join Unit k on k.id = l.unitId
        where (k.path like :reach or :own like concat(k.path, '%') or l.officerId in (select o.id from Officer o join Unit u on u.id = o.unitId where u.path like :reach))
          and exists (select a.id from Appointment a where a.lecturerId = l.id) order by l.id""", Lecturer.class)
        .setParameter("reach", caller.reach() + "%").setParameter("own", own == null ? "-" : own.path())
        // fields and topics of all with one query each, not one for each lecturer
        .setHint("eclipselink.batch.type", "IN").setHint("eclipselink.batch", "l.topics").setHint("eclipselink.batch", "l.fields").getResultList();
  }

  private static void check(Ask ask) {
    if (ask.from() == null) throw Invalid.field("from", "required");
    if (ask.to() == null) throw Invalid.field("to", "required");
    if (!ask.from().isBefore(ask.to())) throw Invalid.field("to", "lecturer.ask.order");
    if (Duration.between(ask.from(), ask.to()).compareTo(LONGEST) > 0) throw Invalid.field("to", "lecturer.ask.long", LONGEST.toDays());
    if (ask.topic() != null && ask.topic().length() > TOPIC_LENGTH) throw Invalid.field("topic", "tooLong", TOPIC_LENGTH);
  }

  /** The sentence of a reason. */
  public static String text(Reason reason, Texts texts) {
    return texts.of("roster.why." + reason.code(), reason.args().toArray());
  }

  /** The sentence of an objection. */
  public static String text(Lectures.Objection objection, Texts texts) {
    return texts.of("refused." + objection.code(), objection.args().toArray());
  }
}
