package cn.lianbing.exam.web;

import cn.lianbing.exam.Exam;
import cn.lianbing.exam.ExamNotice;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.Results;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an officer begins: what to do next, and the last results. */
@Named
@RequestScoped
public class HomePage {
  private static final int RESULTS = 4;
  private static final int FURTHER = 3;
  @Inject Exams exams;
  @Inject ExamNotice notices;
  @Inject Results results;
  @Inject CurrentUser user;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private ExamNotice.View next;
  private List<Exams.Mine> further;
  private List<Recent> recent;

  /** The best attempt at an exam whose results are out. */
  public record Recent(Exams.Mine exam, Results.Past best) {}

  @PostConstruct
  void load() {
    List<Exams.Mine> mine = exams.mine(user.caller());
    List<Exams.Mine> toDo = Stream.of(mine.stream().filter(one -> one.openAttemptId() != null), mine.stream().filter(one -> one.startable()), mine.stream().filter(one -> one.phase() == Exam.Phase.UPCOMING && !one.excused()))
        .flatMap(some -> some).distinct().toList();
    next = toDo.isEmpty() ? null : notices.of(user.caller(), toDo.get(0).id(), texts.texts());
    further = toDo.stream().skip(1).limit(FURTHER).toList();
    recent = mine.stream().filter(one -> one.bestScore() != null).map(one -> best(one)).flatMap(Optional::stream).sorted(Comparator.comparing((Recent one) -> one.best().submittedAt()).reversed()).limit(RESULTS).toList();
  }

  private Optional<Recent> best(Exams.Mine exam) {
    return results.past(user.caller(), exam.id()).stream().filter(one -> one.score() != null).max(Comparator.comparingInt(one -> one.score().score())).map(one -> new Recent(exam, one));
  }

  /** 上午好, by the district's time. */
  public String getGreeting() {
    int hour = getNow().atZone(Times.ZONE).getHour();
    return texts.of("exam.page.home.greeting." + (hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening"), user.caller().name());
  }

  public Instant getNow() {
    return clock.instant();
  }

  /** Null where there is nothing to sit. */
  public ExamNotice.View getNext() {
    return next;
  }

  /** Whole days until it opens, counted as people count: tomorrow is 1. */
  public long getDaysLeft() {
    return ChronoUnit.DAYS.between(getNow().atZone(Times.ZONE).toLocalDate(), next.exam().opensAt().atZone(Times.ZONE).toLocalDate());
  }

  public List<Exams.Mine> getFurther() {
    return further;
  }

  public List<Recent> getRecent() {
    return recent;
  }
}
