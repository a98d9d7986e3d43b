package cn.lianbing.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A unit 单位 of the district: the root 区, an enforcement department, a township, or a part of one. */
@Entity
@Table(name = "unit")
public class Unit {
  public enum Kind { DISTRICT, DEPARTMENT, TOWNSHIP, BRIGADE }

  public enum State { ACTIVE, CLOSED }

  /** 规格: 正科级, 副科级, 股级. */
  public enum Rank { SECTION, DEPUTY_SECTION, OFFICE }

  /** 层级: 县级, 乡镇级. */
  public enum Level { COUNTY, TOWNSHIP }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String code;
  private String name;
  @Enumerated(EnumType.STRING) private Kind kind;
  @Column(name = "parent_id") private Long parentId;
  private String path = "";
  @Column(name = "credit_code") private String creditCode;
  private int sort;
  @Enumerated(EnumType.STRING) private State state = State.ACTIVE;
  @Column(name = "publishes_enforcement") private boolean publishes;
  @Column(name = "publishes_since") private LocalDate publishesSince;
  @Enumerated(EnumType.STRING) @Column(name = "unit_rank") private Rank rank;
  @Column(name = "ranked_since") private LocalDate rankedSince;
  @Enumerated(EnumType.STRING) private Level level;
  @Version private int version;

  protected Unit() {}

  Unit(String code, String name, Kind kind, int sort) {
    this.code = code;
    this.name = name;
    this.kind = kind;
    this.sort = sort;
  }

  /** The path needs the id, so the unit is placed after it has been stored. */
  void placeUnder(Unit parent) {
    parentId = parent == null ? null : parent.id;
    path = (parent == null ? "/" : parent.path) + id + "/";
  }

  void describe(String newName, Kind newKind, int newSort) {
    name = newName;
    kind = newKind;
    sort = newSort;
  }

  void state(UnitFacts facts) {
    publishes = facts.publishes();
    publishesSince = facts.publishesSince();
    rank = facts.rank();
    rankedSince = facts.rankedSince();
    level = facts.level();
  }

  void close() {
    state = State.CLOSED;
  }

  void reopen() {
    state = State.ACTIVE;
  }

  public Long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public Long parentId() {
    return parentId;
  }

  /** Ids from the root down, {@code /1/7/}; the subtree is what begins with it. */
  public String path() {
    return path;
  }

  public State state() {
    return state;
  }

  public int sort() {
    return sort;
  }

  /** What the annual report tells of it. */
  public UnitFacts facts() {
    return new UnitFacts(publishes, publishesSince, rank, rankedSince, level);
  }
}
