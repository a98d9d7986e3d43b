package cn.lianbing.practice;

import cn.lianbing.bank.Items;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What an officer has to do with an item. A wrong answer brings it into the book 错题本; being right on two different days takes it out.
 * What was wrong or is marked as a favourite is repeated, and goes on being repeated when it has left the book, at ever longer intervals.
 */
@Entity
@Table(name = "practice_card")
public class PracticeCard {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "officer_id") private long officerId;
  @Column(name = "item_id") private long itemId;
  @Column(name = "item_version_id") private Long itemVersionId;
  private String law;
  private String topic;
  private String stage;
  private String field;
  private int answers;
  @Column(name = "last_correct") private boolean lastCorrect;
  @Column(name = "last_on") private LocalDate lastOn;
  @Column(name = "in_book") private boolean inBook;
  @Column(name = "right_on") private LocalDate rightOn;
  private Double stability;
  private Double difficulty;
  @Column(name = "due_on") private LocalDate dueOn;
  private boolean favourite;
  private String note;
  @Version private int version;

  protected PracticeCard() {}

  PracticeCard(long officerId, long itemId) {
    this.officerId = officerId;
    this.itemId = itemId;
  }

  /** Where it is counted on the map: as the item's latest wording says. */
  void about(Items.Candidate item) {
    law = item.law();
    topic = item.topic();
    stage = item.stage();
    field = item.field();
  }

  /** @param retention the chance to know it at which it is due again */
  void answered(long versionId, boolean correct, LocalDate day, Fsrs fsrs, double retention) {
    if (dueOn != null || !correct) repeat(correct, day, fsrs, retention);
    if (!correct) {
      inBook = true;
      rightOn = null;
    } else if (inBook && rightOn == null) rightOn = day;
    else if (inBook && !rightOn.equals(day)) {
      inBook = false;
      rightOn = null;
    }
    itemVersionId = versionId;
    answers++;
    lastCorrect = correct;
    lastOn = lastOn == null || day.isAfter(lastOn) ? day : lastOn;
  }

  private void repeat(boolean correct, LocalDate day, Fsrs fsrs, double retention) {
    Fsrs.Rating rating = correct ? Fsrs.Rating.GOOD : Fsrs.Rating.AGAIN;
    int days = lastOn == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(lastOn, day));
    Fsrs.Memory memory = stability == null ? fsrs.first(rating) : fsrs.next(new Fsrs.Memory(stability, difficulty), rating, days);
    stability = memory.stability();
    difficulty = memory.difficulty();
    dueOn = day.plusDays(fsrs.interval(stability, retention));
  }

  /** A favourite is repeated from the same day on. Taken back, only what once was wrong goes on. */
  void mark(boolean asFavourite, LocalDate day) {
    favourite = asFavourite;
    if (asFavourite && dueOn == null) dueOn = day;
    if (!asFavourite && stability == null) dueOn = null;
  }

  void note(String words) {
    note = words == null || words.isBlank() ? null : words.strip();
  }

  public long itemId() {
    return itemId;
  }

  Long itemVersionId() {
    return itemVersionId;
  }

  public int answers() {
    return answers;
  }

  public boolean lastCorrect() {
    return lastCorrect;
  }

  public boolean inBook() {
    return inBook;
  }

  public LocalDate rightOn() {
    return rightOn;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  Double stability() {
    return stability;
  }

  public boolean favourite() {
    return favourite;
  }

  public String note() {
    return note;
  }
}
