package cn.lianbing.competition.ranking;

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

/** A list of places: provisional and made anew at will, until it is confirmed; from then on it stands, and a correction is another edition that names it. */
@Entity
@Table(name = "ranking_list")
public class RankingList {
  public enum Scope { STAGE, COMPETITION, YEAR }

  public enum Board {
    PERSON, TEAM, DEPARTMENT, TOWNSHIP;

    public boolean units() {
      return this == DEPARTMENT || this == TOWNSHIP;
    }
  }

  public enum State { PROVISIONAL, CONFIRMED, REPLACED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "competition_id") private Long competitionId;
  @Column(name = "stage_id") private Long stageId;
  @Enumerated(EnumType.STRING) private Scope scope;
  @Enumerated(EnumType.STRING) private Board board;
  private Integer edition;
  @Column(name = "replaces_id") private Long replacesId;
  private String note;
  @Enumerated(EnumType.STRING) private State state = State.PROVISIONAL;
  private String head;
  @Column(name = "row_count") private int rowCount;
  private String sha256;
  @Column(name = "computed_at") private Instant computedAt;
  @Column(name = "confirmed_by") private String confirmedBy;
  @Column(name = "confirmed_at") private Instant confirmedAt;
  @Version private int version;

  protected RankingList() {}

  RankingList(long competitionId, Long stageId, Scope scope, Board board) {
    this.competitionId = competitionId;
    this.stageId = stageId;
    this.scope = scope;
    this.board = board;
  }

  void say(String newHead, int rows, String hash, Instant now) {
    head = newHead;
    rowCount = rows;
    sha256 = hash;
    computedAt = now;
  }

  void confirm(String finalHead, String hash, int number, Long replaces, String why, String by, Instant now) {
    head = finalHead;
    sha256 = hash;
    edition = number;
    replacesId = replaces;
    note = why;
    confirmedBy = by;
    confirmedAt = now;
    state = State.CONFIRMED;
  }

  void replaced() {
    state = State.REPLACED;
  }

  public Long id() {
    return id;
  }

  public Long competitionId() {
    return competitionId;
  }

  public Long stageId() {
    return stageId;
  }

  public Scope scope() {
    return scope;
  }

  public Board board() {
    return board;
  }

  public Integer edition() {
    return edition;
  }

  public Long replacesId() {
    return replacesId;
  }

  public String note() {
    return note;
  }

  public State state() {
    return state;
  }

  public String head() {
    return head;
  }

  public int rowCount() {
    return rowCount;
  }

  public String sha256() {
    return sha256;
  }

  public Instant computedAt() {
    return computedAt;
  }

  public String confirmedBy() {
    return confirmedBy;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }
}
