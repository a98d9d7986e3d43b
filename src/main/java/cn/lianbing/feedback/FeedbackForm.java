package cn.lianbing.feedback;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/**
 * The feedback on one session. OPEN while answers come; CLOSED for good at its time or earlier. Only then is anything of it shown,
 * and only from {@link cn.lianbing.roster.Rating#SHOWN_FROM} answers up: whoever watched figures change with each answer could tell what
 * the last one said.
 */
@Entity
@Table(name = "feedback_form")
public class FeedbackForm {
  public enum State { OPEN, CLOSED }

  @Id @Column(name = "session_id") private long sessionId;
  private String questions;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  @Column(name = "opened_by") private Long openedBy;
  @Column(name = "opened_at") private Instant openedAt;
  @Column(name = "closes_at") private Instant closesAt;
  private int slips;
  private Integer answers;
  @Column(name = "overall_sum") private Integer overallSum;
  @Column(name = "lecturer_sum") private Integer lecturerSum;
  @Version private int version;

  protected FeedbackForm() {}

  FeedbackForm(long sessionId, List<FeedbackQuestion> questions, Long by, Instant now, Instant closesAt) {
    this.sessionId = sessionId;
    this.questions = Json.write(questions);
    this.openedBy = by;
    this.openedAt = now;
    this.closesAt = closesAt;
  }

  /** @throws Refused {@code feedback-closed} */
  void demandOpen(Instant now) {
    if (state == State.CLOSED || !now.isBefore(closesAt)) throw new Refused("feedback-closed", Times.text(closesAt));
  }

  void print(int more) {
    slips += more;
  }

  /** @param overall sum of those answers, null where there are too few to be shown; @param lecturer likewise */
  void close(int count, Integer overall, Integer lecturer, Instant now) {
    state = State.CLOSED;
    if (now.isBefore(closesAt)) closesAt = now;
    answers = count;
    overallSum = overall;
    lecturerSum = lecturer;
  }

  public long sessionId() {
    return sessionId;
  }

  public List<FeedbackQuestion> questions() {
    return Json.list(questions, FeedbackQuestion[].class);
  }

  public State state() {
    return state;
  }

  public Long openedBy() {
    return openedBy;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closesAt() {
    return closesAt;
  }

  public int slips() {
    return slips;
  }

  public Integer answers() {
    return answers;
  }

  public Integer overallSum() {
    return overallSum;
  }

  public Integer lecturerSum() {
    return lecturerSum;
  }
}
