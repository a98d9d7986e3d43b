package cn.lianbing.enrolment;

import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.training.TrainingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What enrolment and attendance need to know of a session, and the rules that follow from it alone.
 *
 * @param seats      null: as many as come
 */
record Gathering(long id, String title, long hostUnitId, String hostPath, String hostName, Instant startsAt, Instant endsAt, Integer seats, TrainingSession.State state, Instant enrolUntil, Instant cancelUntil, boolean restricted, Bucket bucket, boolean codeOpen) {
  private static final Duration BEFORE = Duration.ofHours(2);

  void demandOpen(Instant now) {
    if (state != TrainingSession.State.PUBLISHED || !now.isBefore(startsAt)) throw new Refused("session-not-open", title);
    if (!now.isBefore(deadline())) throw new Refused("enrolment-over", title, Times.text(deadline()));
  }

  Instant deadline() {
    return enrolUntil.isAfter(startsAt) ? startsAt : enrolUntil;
  }

  boolean room(long enrolled) {
    return seats == null || seats <= 0 || enrolled < seats;
  }

  /** Attendance is recorded from two hours before the beginning: people sit down, the organiser ticks. */
  void demandRecordable(Instant now) {
    if (state != TrainingSession.State.PUBLISHED && state != TrainingSession.State.HELD) throw new Refused("attendance-not-open", title);
    if (now.isBefore(startsAt.minus(BEFORE))) throw new Refused("attendance-too-early", title, Times.text(startsAt));
  }

  void demandOver(Instant now) {
    if (state != TrainingSession.State.PUBLISHED) throw new Refused("session-not-open", title);
    if (now.isBefore(endsAt)) throw new Refused("session-not-over", title, Times.text(endsAt));
  }

  boolean held() {
    return state == TrainingSession.State.HELD;
  }

  int minutes() {
    return (int) Duration.between(startsAt, endsAt).toMinutes();
  }

  LocalDate day() {
    return startsAt.atZone(Times.ZONE).toLocalDate();
  }
}
