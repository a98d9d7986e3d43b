package cn.lianbing.roster;

import cn.lianbing.platform.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of one candidate, of 100: up to 40 for the topic (at most 20 where only the field is near), 20 for the rating, 20 for little load this year, 15 for a time that
 * the lecturer told as free (5 where none was told), 5 for having been there before. What carries no points is said all the same:
 * until when the term runs.
 */
final class Fit {
  private static final int TOPIC = 40;
  private static final int RATING = 20;
  private static final int LOAD = 20;
  /** Without a limit of one's own, load is measured against this. */
  private static final int USUAL_LIMIT = 12;
  private static final int FREE = 15;
  private static final int NOTHING_TOLD = 5;
  private static final int KNOWN_THERE = 5;

  private Fit() {}

  static LecturerSearch.Candidate of(Dossier dossier, LecturerSearch.Ask ask, Dossier.Host host, double rosterMean) {
    LocalDate day = Dossier.day(ask.from());
    TopicMatch match = TopicMatch.best(ask.topic(), dossier.lecturer().topics(), dossier.lecturer().fields());
    List<LecturerSearch.Reason> why = new ArrayList<>();
    topic(why, match, ask.topic());
    dossier.appointment(day).filter(one -> one.holdsOn(day)).ifPresent(one -> why.add(reason("term", 0, Times.text(one.lastDay()), one.letterNumber())));
    time(why, dossier, ask);
    load(why, dossier, day.getYear());
    rating(why, Rating.of(dossier.lectures(), rosterMean));
    if (host != null) dossier.lastAt(host.id()).ifPresent(one -> why.add(reason("there", KNOWN_THERE, host.name(), Times.text(Dossier.day(one.from())))));
    int points = why.stream().mapToInt(LecturerSearch.Reason::points).sum();
    return new LecturerSearch.Candidate(dossier.lecturer().id(), dossier.name(), dossier.lecturer().post(), dossier.home().name(), match.nearness() > 0, points, why, dossier.against(ask.from(), ask.to(), host, null));
  }

  private static void topic(List<LecturerSearch.Reason> why, TopicMatch match, String asked) {
    if (asked == null || asked.isBlank()) return;
    int points = (int) Math.round(TOPIC * match.nearness());
    if (match.field() != null) why.add(reason("field", points, match.topic()));
    else if (match.nearness() == 1) why.add(reason("topic", points, match.topic()));
    else if (match.nearness() > 0) why.add(reason("topicNear", points, match.topic()));
    else why.add(reason("topicNone", 0, asked.strip()));
  }

  private static void time(List<LecturerSearch.Reason> why, Dossier dossier, LecturerSearch.Ask ask) {
    if (!dossier.toldTimes()) why.add(reason("timeUntold", NOTHING_TOLD));
    else if (dossier.free(ask.from(), ask.to())) why.add(reason("timeFree", FREE));
  }

  private static void load(List<LecturerSearch.Reason> why, Dossier dossier, int year) {
    int load = dossier.load(year, null);
    Integer limit = dossier.lecturer().loadLimit();
    int points = (int) Math.round(LOAD * Math.max(0, 1 - (double) load / (limit == null ? USUAL_LIMIT : limit)));
    if (limit == null) why.add(reason("load", points, String.valueOf(year), String.valueOf(load)));
    else why.add(reason("loadOf", points, String.valueOf(year), String.valueOf(load), String.valueOf(limit)));
  }

  /** Whoever has no rating yet counts as the roster's mean: newcomers are neither favoured nor kept out. */
  private static void rating(List<LecturerSearch.Reason> why, Rating rating) {
    int points = (int) Math.round(RATING * (rating.weighted() - 1) / 4);
    if (rating.shown()) why.add(reason("rating", points, Rating.text(rating.weighted()), String.valueOf(rating.n())));
    else why.add(reason("ratingNone", points, Rating.text(rating.weighted())));
  }

  private static LecturerSearch.Reason reason(String code, int points, String... args) {
    return new LecturerSearch.Reason(code, List.of(args), points);
  }
}
