package cn.lianbing.proposal;

import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import cn.lianbing.roster.LecturerSearch;
import cn.lianbing.training.Clashes;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The session that a proposal could become: when, with whom, about what. */
@ApplicationScoped
@Transactional
public class ProposedSessions {
  static final LocalTime BEGINS = LocalTime.of(9, 30);
  /** Three 学时. */
  static final Duration LENGTH = Duration.ofMinutes(135);
  /** A lecturer has to be asked and people told. */
  private static final int DAYS_AHEAD = 14;
  private static final int WEEKS_TRIED = 6;
  private static final int LECTURERS_SHOWN = 3;
  private static final int LONGEST_ASKED = 60;
  private static final int LONGEST_DESCRIPTION = 2000;
  @PersistenceContext EntityManager store;
  @Inject LecturerSearch search;
  @Inject Clashes clashes;
  @Inject Clock clock;

  /** @param lecturers those on the topic who can be asked for that day, the most fitting first; empty: nobody found */
  public record Suggestion(String title, Form form, Instant from, Instant to, List<LecturerSearch.Candidate> lecturers) implements Serializable {
    /** Who is asked at one click; null where nobody was found. */
    public Long lecturerId() {
      return lecturers.isEmpty() ? null : lecturers.get(0).lecturerId();
    }
  }

  /** The first Thursday from two weeks ahead on which nothing stands against it and somebody can speak; else the first without a clash. */
  public Suggestion of(Caller caller, long unitId, String topic) {
    LocalDate day = clock.instant().atZone(Times.ZONE).toLocalDate().plusDays(DAYS_AHEAD).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
    Suggestion first = null;
    for (int week = 0; week < WEEKS_TRIED; week++) {
      Instant from = day.plusWeeks(week).atTime(BEGINS).atZone(Times.ZONE).toInstant();
      Instant to = from.plus(LENGTH);
      if (drafted(from, to, unitId) || !clashes.of(new Clashes.Slot(from, to, unitId, place(), unitId, List.of(), Set.of(unitId), null)).isEmpty()) continue;
      List<LecturerSearch.Candidate> lecturers = lecturers(caller, new LecturerSearch.Ask(asked(topic), unitId, from, to));
      Suggestion found = new Suggestion(title(topic), Form.MICRO_TALK, from, to, lecturers);
      if (!lecturers.isEmpty()) return found;
      if (first == null) first = found;
    }
    Instant from = day.atTime(BEGINS).atZone(Times.ZONE).toInstant();
    return first != null ? first : new Suggestion(title(topic), Form.MICRO_TALK, from, from.plus(LENGTH), List.of());
  }

  /** Whom nothing at all speaks against comes first; who stands in another draft at that time is not asked twice. */
  private List<LecturerSearch.Candidate> lecturers(Caller caller, LecturerSearch.Ask ask) {
    List<?> found = store.createNativeQuery("select x.lecturer_id from session_lecturer x join training_session s on s.id = x.session_id where s.state in ('DRAFT', 'SUBMITTED') and s.starts_at < ?2 and s.ends_at > ?1")
        .setParameter(1, UtcColumn.of(ask.from())).setParameter(2, UtcColumn.of(ask.to())).getResultList();
    Set<Long> drafted = found.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
    return search.find(caller, ask).stream().filter(one -> one.possible() && one.onTopic() && !drafted.contains(one.lecturerId())).sorted(Comparator.comparing((LecturerSearch.Candidate one) -> !one.against().isEmpty())).limit(LECTURERS_SHOWN).toList();
  }

  /** Drafts stand in nobody's way until they are published, but two proposals of one unit need not propose the same morning. */
  private boolean drafted(Instant from, Instant to, long unitId) {
    return !store.createNativeQuery("select 1 from training_session where state = 'DRAFT' and place_unit_id = ?3 and starts_at < ?2 and ends_at > ?1 limit 1").setParameter(1, UtcColumn.of(from)).setParameter(2, UtcColumn.of(to)).setParameter(3, unitId).getResultList().isEmpty();
  }

  /** A draft for the unit's people in the unit. What was missed is said by article; how the unit did is not, since everybody reads it once it is published. */
  SessionPlan plan(Caller caller, TrainingProposal proposal, Suggestion suggestion, Long lecturerId) {
    String articles = proposal.articles().stream().map(MissedArticle::citation).distinct().collect(Collectors.joining("；"));
    String description = articles.isEmpty() ? null : Texts.operators().of("proposal.description", articles);
    if (description != null && description.length() > LONGEST_DESCRIPTION) description = description.substring(0, LONGEST_DESCRIPTION);
    return new SessionPlan(suggestion.title(), suggestion.form(), words(proposal.topic()), null, description, null, caller.unitId(), null, proposal.unitId(), place(), suggestion.from(), suggestion.to(), null, false, null, null, Bucket.PROFESSIONAL, false,
        lecturerId == null ? List.of() : List.of(lecturerId), Set.of(proposal.unitId()));
  }

  private static String title(String topic) {
    return Texts.operators().of("proposal.session", words(topic));
  }

  private static String place() {
    return Texts.operators().get("proposal.place");
  }

  /** 行政处罚/听证程序 is 行政处罚：听证程序 to people. */
  public static String words(String topic) {
    return topic.replace('/', '：');
  }

  /** The roster compares characters, so the last part says most; the whole where it is short enough. */
  private static String asked(String topic) {
    String plain = topic.replace("/", "");
    return plain.length() <= LONGEST_ASKED ? plain : plain.substring(plain.length() - LONGEST_ASKED);
  }
}
