package cn.lianbing.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody handed in of a quiz. Theirs alone: others see sums over at least {@link cn.lianbing.roster.Rating#SHOWN_FROM} people. */
@Entity
@Table(name = "quiz_sheet")
public class QuizSheet {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "session_id") private long sessionId;
  @Column(name = "officer_id") private long officerId;
  @Enumerated(EnumType.STRING) private Quiz.Part part;
  private String form;
  @Column(name = "right_count") private int right;
  @Column(name = "handed_in_at") private Instant handedInAt;

  protected QuizSheet() {}

  QuizSheet(long sessionId, long officerId, Quiz.Part part, String form, int right, Instant now) {
    this.sessionId = sessionId;
    this.officerId = officerId;
    this.part = part;
    this.form = form;
    this.right = right;
    this.handedInAt = now;
  }

  public Long id() {
    return id;
  }

  public Quiz.Part part() {
    return part;
  }

  public String form() {
    return form;
  }

  public int right() {
    return right;
  }
}
