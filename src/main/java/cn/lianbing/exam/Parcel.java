package cn.lianbing.exam;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one request brings for one attempt, on its way through the {@link AnswerLog}: answers, a hand-in, or both. */
final class Parcel {
  /** CLOSE hands in for somebody whose time is over, and does nothing where it is not. */
  enum Kind { SAVE, HAND_IN, CLOSE }

  private final Kind kind;
  private final long attemptId;
  private final long officerId;
  private final int stamp;
  private final List<ExamTaking.Sent> answers;
  private final long since = System.nanoTime();
  private final CompletableFuture<Delivered> reply = new CompletableFuture<>();
  private Delivered result;
  private RuntimeException refusal;

  /** @param handedIn null for a parcel that only saves, and where nothing had to be closed */
  record Delivered(List<ExamTaking.Saved> saved, ExamTaking.HandedIn handedIn) {}

  /** @param stamp of the exam page's token; below 0: no such token */
  Parcel(Kind kind, long attemptId, long officerId, int stamp, List<ExamTaking.Sent> answers) {
    this.kind = kind;
    this.attemptId = attemptId;
    this.officerId = officerId;
    this.stamp = stamp;
    this.answers = List.copyOf(answers);
  }

  Kind kind() {
    return kind;
  }

  long attemptId() {
    return attemptId;
  }

  List<ExamTaking.Sent> answers() {
    return answers;
  }

  long since() {
    return since;
  }

  /** Whether it comes from the attempt's owner, with a token that still counts. */
  boolean isOf(long officer, int presentStamp) {
    return officerId == officer && (stamp < 0 || stamp == presentStamp);
  }

  CompletableFuture<Delivered> reply() {
    return reply;
  }

  /** What will be answered once the group is committed. */
  void came(Delivered delivered) {
    result = delivered;
    refusal = null;
  }

  void came(RuntimeException refused) {
    result = null;
    refusal = refused;
  }

  boolean refused() {
    return refusal != null;
  }

  void alsoCame(ExamTaking.HandedIn handedIn) {
    result = new Delivered(result.saved(), handedIn);
  }

  void answer() {
    if (refusal != null) reply.completeExceptionally(refusal);
    else reply.complete(result);
  }
}
