package cn.lianbing.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A year's plan 系列 from the year's 工作要点: sessions belong to it, and its goal says how many there should be. */
@Entity
@Table(name = "training_series")
public class TrainingSeries {
  public enum State { OPEN, CLOSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private int year;
  private String title;
  private String basis;
  @Column(name = "unit_id") private long unitId;
  @Column(name = "goal_sessions") private int goal;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  @Version private int version;

  protected TrainingSeries() {}

  TrainingSeries(long unitId, SeriesKeeping.Data data) {
    this.unitId = unitId;
    describe(data);
  }

  void describe(SeriesKeeping.Data data) {
    year = data.year();
    title = data.title().strip();
    basis = data.basis();
    goal = data.goal();
  }

  void close() {
    state = State.CLOSED;
  }

  public Long id() {
    return id;
  }

  public int year() {
    return year;
  }

  public String title() {
    return title;
  }

  public String basis() {
    return basis;
  }

  public long unitId() {
    return unitId;
  }

  public int goal() {
    return goal;
  }

  public State state() {
    return state;
  }
}
