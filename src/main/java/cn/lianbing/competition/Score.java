package cn.lianbing.competition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** What one judge gave an entrant. Where two must enter, it counts once the second person read the same from the judge's sheet. */
@Entity
@Table(name = "competition_score")
public class Score {
  public enum State { ENTERED, DIFFERS, CONFIRMED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "entrant_id") private Long entrantId;
  private String judge;
  private int tenths;
  @Column(name = "entered_by") private Long enteredBy;
  @Column(name = "entered_at") private Instant enteredAt;
  @Column(name = "second_tenths") private Integer secondTenths;
  @Column(name = "second_by") private Long secondBy;
  @Column(name = "second_at") private Instant secondAt;
  @Enumerated(EnumType.STRING) private State state;
  private String reason;
  @Version private int version;

  protected Score() {}

  Score(long entrantId, String judge) {
    this.entrantId = entrantId;
    this.judge = judge;
  }

  /** The first entry, or one that replaces it: the second person has to read anew. */
  void enter(int given, Long by, Instant now, boolean single, String why) {
    tenths = given;
    enteredBy = by;
    enteredAt = now;
    secondTenths = null;
    secondBy = null;
    secondAt = null;
    state = single ? State.CONFIRMED : State.ENTERED;
    reason = why;
  }

  void again(int given, Long by, Instant now) {
    secondTenths = given;
    secondBy = by;
    secondAt = now;
    state = given == tenths ? State.CONFIRMED : State.DIFFERS;
  }

  /**
   * The mean of judges in hundredths of a mark, rounded half up (away from negative infinity); with three judges or more the highest and
   * the lowest may be left out, one of each.
   */
  public static int mean(List<Integer> tenths, boolean dropExtremes) {
    List<Integer> sorted = tenths.stream().sorted().toList();
    List<Integer> counted = dropExtremes && sorted.size() >= 3 ? sorted.subList(1, sorted.size() - 1) : sorted;
    long sum = counted.stream().mapToLong(Integer::longValue).sum();
    return (int) Math.floorDiv(sum * 20 + counted.size(), 2L * counted.size());
  }

  public Long id() {
    return id;
  }

  public Long entrantId() {
    return entrantId;
  }

  public String judge() {
    return judge;
  }

  public int tenths() {
    return tenths;
  }

  public Long enteredBy() {
    return enteredBy;
  }

  public Instant enteredAt() {
    return enteredAt;
  }

  public Integer secondTenths() {
    return secondTenths;
  }

  public State state() {
    return state;
  }

  public String reason() {
    return reason;
  }
}
