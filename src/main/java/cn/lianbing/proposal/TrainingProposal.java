package cn.lianbing.proposal;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.Refused;
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

/**
 * A weak topic of a unit in an exam and what came of it. OPEN until somebody makes it a draft, PLANNED, or says why not, DISMISSED;
 * one that was dismissed may be planned after all, and one whose session was cancelled may be planned again. The figures are those
 * of the day it was counted; counting again changes only what is OPEN.
 */
@Entity
@Table(name = "training_proposal")
public class TrainingProposal {
  public enum State { OPEN, PLANNED, DISMISSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "exam_id") private long examId;
  @Column(name = "unit_id") private long unitId;
  private String topic;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  @Column(name = "session_id") private Long sessionId;
  private String reason;
  private int officers;
  private int answers;
  private int items;
  private long gained;
  private long possible;
  @Column(name = "district_officers") private Integer districtOfficers;
  @Column(name = "district_answers") private Integer districtAnswers;
  @Column(name = "district_items") private Integer districtItems;
  @Column(name = "district_gained") private Long districtGained;
  @Column(name = "district_possible") private Long districtPossible;
  @Column(name = "weak_below") private int weakBelow;
  private String articles;
  @Column(name = "counted_at") private Instant countedAt;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_at") private Instant decidedAt;
  @Version private int version;

  protected TrainingProposal() {}

  TrainingProposal(long examId, long unitId, String topic) {
    this.examId = examId;
    this.unitId = unitId;
    this.topic = topic;
  }

  void count(WeakTopics.Weak weak, int below, List<MissedArticle> missed, Instant now) {
    if (state != State.OPEN) return;
    Share unit = weak.unit();
    officers = unit.officers();
    answers = unit.answers();
    items = unit.items();
    gained = unit.gained();
    possible = unit.possible();
    Share all = weak.all();
    districtOfficers = all == null ? null : all.officers();
    districtAnswers = all == null ? null : all.answers();
    districtItems = all == null ? null : all.items();
    districtGained = all == null ? null : all.gained();
    districtPossible = all == null ? null : all.possible();
    weakBelow = below;
    articles = Json.write(missed);
    countedAt = now;
  }

  /** @throws Refused {@code proposal-decided} for one that has a session already */
  void demandOpen(boolean sessionCancelled) {
    if (state == State.PLANNED && !sessionCancelled) throw new Refused("proposal-decided");
  }

  void plan(long session, Long by, Instant now) {
    state = State.PLANNED;
    sessionId = session;
    reason = null;
    decidedBy = by;
    decidedAt = now;
  }

  /** @throws Refused {@code proposal-decided} */
  void dismiss(String why, Long by, Instant now) {
    if (state != State.OPEN) throw new Refused("proposal-decided");
    state = State.DISMISSED;
    reason = why;
    decidedBy = by;
    decidedAt = now;
  }

  public Long id() {
    return id;
  }

  public long examId() {
    return examId;
  }

  public long unitId() {
    return unitId;
  }

  public String topic() {
    return topic;
  }

  public State state() {
    return state;
  }

  public Long sessionId() {
    return sessionId;
  }

  public String reason() {
    return reason;
  }

  public Share unit() {
    return new Share(officers, answers, items, gained, possible);
  }

  /** Of all who sat; null where it cannot be shown. */
  public Share all() {
    return districtAnswers == null ? null : new Share(districtOfficers, districtAnswers, districtItems, districtGained, districtPossible);
  }

  /** Percent. */
  public int weakBelow() {
    return weakBelow;
  }

  public List<MissedArticle> articles() {
    return Json.list(articles, MissedArticle[].class);
  }

  public Instant countedAt() {
    return countedAt;
  }
}
