package cn.lianbing.practice;

import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.law.Laws;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * A drill 练习: some questions with keys, explanations and articles, fetched whole so that it works on without a network. Unlike an exam it
 * hides nothing from the browser; therefore nobody gets one while an attempt of theirs is open.
 */
@ApplicationScoped
@Transactional
public class Drills {
  public static final int USUAL = 10;
  public static final int LARGEST = 50;
  private static final int ARTICLES_REMEMBERED = 5_000;
  @PersistenceContext EntityManager store;
  @Inject Askable askable;
  @Inject Items items;
  @Inject Laws laws;
  @Inject PracticeCards cards;
  @Inject ChoiceShares shares;
  @Inject Clock clock;
  private final Map<String, Optional<String>> articles = new ConcurrentHashMap<>();
  private volatile LocalDate articlesOf;

  /** ANY: what was never right first. DUE: what is to be repeated today. WRONG: the book. */
  public enum From { ANY, DUE, WRONG, FAVOURITE }

  /** What a drill is narrowed to; null narrows nothing. @param topic a path or the beginning of one */
  public record Wish(From from, String law, String topic, String stage, String field, ItemType type, int size) {
    boolean fits(Items.Candidate one) {
      return (law == null || law.equals(one.law())) && (topic == null || topic.equals(one.topic()) || one.topic().startsWith(topic + "/")) && (stage == null || stage.equals(one.stage())) && (field == null || field.equals(one.field())) && (type == null || type == one.type());
    }
  }

  /** @param text of the article; null where the library has only what items quote @param quote the phrase that decides */
  public record Article(String citation, String law, String version, String number, String text, String quote) {}

  /**
   * A question with all that is shown after it was answered, letters as shown.
   *
   * @param order  the author's letters in the order shown; comes back with the answer
   * @param choice the key of what is chosen, ordered or paired
   * @param blanks for FILL the variants of each blank
   * @param shares null below {@value ChoiceShares#LEAST} people
   */
  public record Drilled(int no, long itemId, long itemVersionId, String code, ItemType type, String order, String stem, String material, List<Option> options, List<Option> left, int blankCount, String topic, List<String> choice, List<List<String>> blanks, String rationale, List<Article> articles, ChoiceShares.Shares shares,
      boolean favourite, boolean inBook, String note) {}

  /** @throws Refused {@code practice-during-exam} while the caller sits an exam */
  public List<Drilled> draw(Caller caller, Wish wish, Texts texts) {
    notDuringExam(caller);
    List<Items.Candidate> chosen = chosen(caller, wish);
    Map<Long, Items.Keyed> keyed = items.keyed(chosen.stream().map(Items.Candidate::versionId).toList());
    Map<Long, PracticeCard> mine = cards.of(caller, chosen.stream().map(Items.Candidate::itemId).toList());
    Map<Long, ChoiceShares.Shares> others = shares.of(keyed.keySet());
    List<Drilled> drill = new ArrayList<>();
    for (Items.Candidate one : chosen) drill.add(drilled(drill.size() + 1, one, keyed.get(one.versionId()), mine.get(one.itemId()), others.get(one.versionId()), texts));
    return drill;
  }

  void notDuringExam(Caller caller) {
    if (!store.createNativeQuery("select 1 from attempt where officer_id = ?1 and state = 'OPEN' and deadline > utc_timestamp(3) limit 1").setParameter(1, PracticeCards.officer(caller)).getResultList().isEmpty()) throw new Refused("practice-during-exam");
  }

  private List<Items.Candidate> chosen(Caller caller, Wish wish) {
    Map<Long, PracticeCards.Standing> standings = cards.standings(caller);
    LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
    List<Items.Candidate> fitting = askable.now().values().stream().filter(wish::fits).filter(one -> from(wish.from(), standings.get(one.itemId()), today)).collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(fitting, ThreadLocalRandom.current());
    if (wish.from() == From.DUE) fitting.sort(Comparator.comparing(one -> standings.get(one.itemId()).dueOn()));
    if (wish.from() == From.ANY) fitting.sort(Comparator.comparing(one -> known(standings.get(one.itemId()))));
    return fitting.subList(0, Math.min(Math.min(LARGEST, Math.max(1, wish.size())), fitting.size()));
  }

  private static boolean known(PracticeCards.Standing standing) {
    return standing != null && standing.answered() && standing.lastCorrect();
  }

  private static boolean from(From from, PracticeCards.Standing standing, LocalDate today) {
    return switch (from) {
      case ANY -> true;
      case DUE -> standing != null && standing.dueOn() != null && !standing.dueOn().isAfter(today);
      case WRONG -> standing != null && standing.inBook();
      case FAVOURITE -> standing != null && standing.favourite();
    };
  }

  private Drilled drilled(int no, Items.Candidate item, Items.Keyed keyed, PracticeCard card, ChoiceShares.Shares others, Texts texts) {
    ItemContent content = keyed.version().content();
    Question question = new Question(no, item.versionId(), order(content), 1);
    List<Option> options = new ArrayList<>();
    for (String letter : split(question.letters())) options.add(new Option(question.shown(letter), content.type() == ItemType.TRUE_FALSE ? texts.get(letter.equals("A") ? "exam.true" : "exam.false") : text(content.options(), letter)));
    List<Option> left = new ArrayList<>();
    for (String number : split(question.left())) left.add(new Option(String.valueOf(left.size() + 1), text(content.left(), number)));
    List<Article> cited = content.cited().stream().map(this::article).toList();
    return new Drilled(no, item.itemId(), item.versionId(), item.code(), content.type(), question.optionOrder(), content.stem(), content.material(), options, left, content.blankCount(), item.topic(), key(content.type(), keyed, question), keyed.key().blanks(), content.rationale(), cited,
        others == null ? null : others.shown(question), card != null && card.favourite(), card != null && card.inBook(), card == null ? null : card.note());
  }

  private static List<String> key(ItemType type, Items.Keyed keyed, Question question) {
    List<String> key = keyed.key().choice();
    if (type == ItemType.MATCH) return split(question.left()).stream().map(number -> question.shown(key.get(number.charAt(0) - '1'))).toList();
    List<String> shown = key.stream().map(question::shown).toList();
    return type == ItemType.ORDER ? shown : shown.stream().sorted().toList();
  }

  static List<String> split(String letters) {
    return letters.isEmpty() ? List.of() : List.of(letters.split(""));
  }

  private static String text(List<Option> options, String key) {
    return options.stream().filter(one -> one.key().equals(key)).findFirst().map(Option::text).orElse("");
  }

  /** Options shuffled, as an exam does. */
  private static String order(ItemContent content) {
    if (content.type() == ItemType.TRUE_FALSE) return "AB";
    return shuffled(content.options()) + shuffled(content.left());
  }

  private static String shuffled(List<Option> options) {
    List<String> keys = new ArrayList<>(options.stream().map(Option::key).toList());
    Collections.shuffle(keys, ThreadLocalRandom.current());
    return String.join("", keys);
  }

  private Article article(Basis basis) {
    return new Article(basis.citation(), basis.law(), basis.version(), basis.plain(), text(basis), basis.quote());
  }

  /** Reading an article costs a whole law, so each node remembers them for a day. */
  private String text(Basis basis) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
    if (!today.equals(articlesOf) || articles.size() > ARTICLES_REMEMBERED) {
      articles.clear();
      articlesOf = today;
    }
    return articles.computeIfAbsent(basis.law() + "|" + basis.version() + "|" + basis.plain(), key -> {
      try {
        Laws.Found found = laws.article(basis.law(), basis.version(), basis.plain(), false);
        return Optional.ofNullable(found.article()).map(cn.lianbing.law.Article::text);
      } catch (NotFound e) {
        return Optional.empty();
      }
    }).orElse(null);
  }
}
