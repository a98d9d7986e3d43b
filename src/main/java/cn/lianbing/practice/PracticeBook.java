package cn.lianbing.practice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The caller's wrong-answer book 错题本, favourites and notes, and what is to be repeated when. */
@ApplicationScoped
@Transactional
public class PracticeBook {
  /** Four weeks are as far as anybody plans. */
  public static final int AHEAD = 28;
  @PersistenceContext EntityManager store;
  @Inject Askable askable;
  @Inject Clock clock;

  public enum Kind { WRONG, FAVOURITE, NOTE }

  /**
   * An item in its latest wording.
   *
   * @param reworded the wording is another one than that which was answered last
   * @param asked    whether it is in use and not held back for an exam; else no drill has it and its words are not shown
   */
  public record Row(long itemId, String code, String stem, String law, String topic, int answers, boolean lastCorrect, boolean inBook, LocalDate rightOn, LocalDate dueOn, boolean favourite, String note, boolean reworded, boolean asked) implements Serializable {}

  public Page<Row> page(Caller caller, Kind kind, Page.Request request) {
    String from = " from PracticeCard c where c.officerId = :officer and " + switch (kind) {
      case WRONG -> "c.inBook = true";
      case FAVOURITE -> "c.favourite = true";
      case NOTE -> "c.note is not null";
    };
    long officer = PracticeCards.officer(caller);
    List<PracticeCard> cards = store.createQuery("select c" + from + " order by c.lastOn desc, c.id desc", PracticeCard.class).setParameter("officer", officer).setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    long total = store.createQuery("select count(c)" + from, Long.class).setParameter("officer", officer).getSingleResult();
    Map<Long, Object[]> words = words(cards);
    Set<Long> asked = askable.now().keySet();
    return new Page<>(cards.stream().map(card -> row(card, words.get(card.itemId()), asked.contains(card.itemId()))).toList(), total, request.page(), request.size());
  }

  private static Row row(PracticeCard card, Object[] words, boolean asked) {
    return new Row(card.itemId(), (String) words[1], asked ? (String) words[2] : null, (String) words[4], (String) words[5], card.answers(), card.lastCorrect(), card.inBook(), card.rightOn(), card.dueOn(), card.favourite(), card.note(), card.itemVersionId() != null && card.itemVersionId() != ((Number) words[3]).longValue(), asked);
  }

  private Map<Long, Object[]> words(List<PracticeCard> cards) {
    Map<Long, Object[]> words = new HashMap<>();
    if (cards.isEmpty()) return words;
    List<?> rows = store.createNativeQuery("select i.id, i.code, if(v.stem = '', left(v.material, 120), v.stem), v.id, l.law, t.path from item i join item_version v on v.id = i.latest_version_id join law_version l on l.id = v.law_version_id join topic t on t.id = v.topic_id where i.id in ("
        + String.join(",", cards.stream().map(card -> String.valueOf(card.itemId())).toList()) + ")").getResultList();
    for (Object one : rows) words.put(((Number) ((Object[]) one)[0]).longValue(), (Object[]) one);
    return words;
  }

  /** How much is to be repeated on a day. */
  public record Day(LocalDate day, int items) implements Serializable {}

  /**
   * @param today    what is due, overdue included
   * @param forecast the next {@value #AHEAD} days from tomorrow, if all goes as planned and nothing new is added
   * @param wrong    in the book
   */
  public record Plan(LocalDate day, int today, List<Day> forecast, int wrong, int favourites) implements Serializable {
    public boolean idle() {
      return today == 0 && forecast.stream().allMatch(one -> one.items() == 0);
    }

    /** Of the day with most, at least one: what a chart is drawn against. */
    public int highest() {
      return Math.max(1, forecast.stream().mapToInt(Day::items).max().orElse(1));
    }
  }

  public Plan plan(Caller caller) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
    int due = 0;
    int wrong = 0;
    int favourites = 0;
    Map<LocalDate, Integer> days = new HashMap<>();
    List<Object[]> rows = store.createQuery("select c.itemId, c.dueOn, c.inBook, c.favourite from PracticeCard c where c.officerId = :officer", Object[].class).setParameter("officer", PracticeCards.officer(caller)).getResultList();
    Set<Long> asked = askable.now().keySet();
    for (Object[] row : rows) {
      LocalDate dueOn = (LocalDate) row[1];
      if ((Boolean) row[2]) wrong++;
      if ((Boolean) row[3]) favourites++;
      if (dueOn == null || !asked.contains((Long) row[0])) continue;
      if (dueOn.isAfter(today)) days.merge(dueOn, 1, Integer::sum);
      else due++;
    }
    List<Day> forecast = new ArrayList<>();
    for (int i = 1; i <= AHEAD; i++) forecast.add(new Day(today.plusDays(i), days.getOrDefault(today.plusDays(i), 0)));
    return new Plan(today, due, forecast, wrong, favourites);
  }
}
