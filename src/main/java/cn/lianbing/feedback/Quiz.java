package cn.lianbing.feedback;

import cn.lianbing.platform.Json;
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
 * A short quiz before and after a session, to see what it brought. It has two forms of the same topics and about the same
 * difficulty; each person draws which one comes first and gets the other one afterwards. So nobody sees a question twice, and where one
 * form happens to be easier, that counts on both sides.
 */
@Entity
@Table(name = "quiz")
public class Quiz {
  public enum State { OPEN, CLOSED }

  /** BEFORE until the session begins, AFTER from its end on. */
  public enum Part { BEFORE, AFTER }

  @Id @Column(name = "session_id") private long sessionId;
  private String topics;
  @Column(name = "per_topic") private int perTopic;
  @Column(name = "form_a") private String formA;
  @Column(name = "form_b") private String formB;
  @Column(name = "after_until") private Instant afterUntil;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  @Column(name = "made_by") private Long madeBy;
  @Version private int version;

  protected Quiz() {}

  Quiz(long sessionId, List<String> topics, int perTopic, QuizDraw.Forms forms, Instant afterUntil, Long by) {
    this.sessionId = sessionId;
    this.topics = Json.write(topics);
    this.perTopic = perTopic;
    this.formA = Json.write(forms.a());
    this.formB = Json.write(forms.b());
    this.afterUntil = afterUntil;
    this.madeBy = by;
  }

  void close() {
    state = State.CLOSED;
  }

  public long sessionId() {
    return sessionId;
  }

  public List<String> topics() {
    return Json.list(topics, String[].class);
  }

  public int perTopic() {
    return perTopic;
  }

  /** Item versions in order: the first {@link #perTopic} are of the first topic. @param name A or B */
  public List<Long> form(String name) {
    return Json.list(name.equals("A") ? formA : formB, Long[].class);
  }

  public String topicOf(int place) {
    return topics().get(place / perTopic);
  }

  public Instant afterUntil() {
    return afterUntil;
  }

  public State state() {
    return state;
  }

  public Long madeBy() {
    return madeBy;
  }
}
