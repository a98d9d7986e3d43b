package cn.lianbing.competition;

import cn.lianbing.platform.Json;
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

/** A stage 阶段 of a competition. An exam's candidates are its entrants; of the others, who registered or went on. */
@Entity
@Table(name = "competition_stage")
public class Stage {
  public enum Kind { EXAM, PRACTICAL, LIVE_FINAL }

  public enum Entrants { INDIVIDUAL, TEAM }

  /** OPEN: entrants are in and scores come. CLOSED: nothing changes any more but by a correction with a reason. */
  public enum State { PLANNED, OPEN, CLOSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "competition_id") private Long competitionId;
  private int number;
  private String title;
  @Enumerated(EnumType.STRING) private Kind kind;
  @Enumerated(EnumType.STRING) private Entrants entrants;
  @Column(name = "exam_id") private Long examId;
  @Column(name = "max_mark") private int maxMark;
  private int weight;
  @Column(name = "drop_extremes") private boolean dropExtremes;
  @Column(name = "two_entries") private boolean twoEntries;
  private String advancement;
  @Column(name = "draw_groups") private Integer drawGroups;
  @Column(name = "draw_seed") private String drawSeed;
  @Column(name = "drawn_at") private Instant drawnAt;
  @Column(name = "live_board") private boolean liveBoard;
  @Enumerated(EnumType.STRING) private State state = State.PLANNED;
  @Version private int version;

  protected Stage() {}

  Stage(long competitionId, int number, StagePlan plan) {
    this.competitionId = competitionId;
    this.number = number;
    plan(plan);
  }

  void plan(StagePlan plan) {
    title = plan.title().strip();
    kind = plan.kind();
    entrants = plan.entrants();
    examId = plan.examId();
    maxMark = plan.maxMark();
    weight = plan.weight();
    dropExtremes = plan.dropExtremes();
    twoEntries = plan.twoEntries();
    advancement = plan.advancement() == null ? null : Json.write(plan.advancement());
    if (kind == Kind.EXAM) state = State.OPEN;
  }

  void open() {
    state = State.OPEN;
  }

  void close() {
    state = State.CLOSED;
  }

  void draw(int groups, String seed, Instant now) {
    drawGroups = groups;
    drawSeed = seed;
    drawnAt = now;
  }

  void show(boolean live) {
    liveBoard = live;
  }

  public Long id() {
    return id;
  }

  public Long competitionId() {
    return competitionId;
  }

  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  public Kind kind() {
    return kind;
  }

  public Entrants entrants() {
    return entrants;
  }

  public Long examId() {
    return examId;
  }

  public int maxMark() {
    return maxMark;
  }

  public int weight() {
    return weight;
  }

  public boolean dropExtremes() {
    return dropExtremes;
  }

  public boolean twoEntries() {
    return twoEntries;
  }

  /** Null: whoever registered. */
  public Advancement advancement() {
    return advancement == null ? null : Json.read(advancement, Advancement.class);
  }

  public Integer drawGroups() {
    return drawGroups;
  }

  public String drawSeed() {
    return drawSeed;
  }

  public Instant drawnAt() {
    return drawnAt;
  }

  public boolean liveBoard() {
    return liveBoard;
  }

  public State state() {
    return state;
  }
}
