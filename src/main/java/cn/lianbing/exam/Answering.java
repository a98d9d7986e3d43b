package cn.lianbing.exam;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Saving answers and handing in. What can be told without the database is told here, before anything waits: whose attempt it is,
 * and whether an answer fits its question. Everything else {@link AnswerLog} judges. No transaction and no entity on this way.
 */
@ApplicationScoped
public class Answering {
  /** Above what a browser's counter can reach without losing count. */
  private static final long HIGHEST_SEQ = 1L << 53;
  @Inject PaperShapes shapes;
  @Inject Attempts attempts;
  @Inject AnswerLog log;
  @Inject PromptMarking marking;

  /**
   * Stores one answer. Completes once it is durable, or with {@link Refused} {@code attempt-closed} or {@code busy}.
   *
   * @throws NotFound for another's attempt
   * @throws Refused {@code unknown-option}
   */
  public CompletableFuture<ExamTaking.Saved> save(Caller caller, long attemptId, ExamTaking.Sent sent) {
    PaperShapes.Shape shape = own(caller, attemptId);
    check(shape, sent);
    return log.deliver(new Parcel(Parcel.Kind.SAVE, attemptId, caller.officerId(), stamp(caller), List.of(sent))).thenApply(delivered -> delivered.saved().get(0));
  }

  /**
   * Hands in, with answers that are still on their way. Called again, it changes nothing and completes with the same.
   *
   * @throws NotFound for another's attempt
   * @throws Refused {@code unknown-option}; nothing is handed in then. It completes with {@code attempt-closed} for a voided one
   */
  public CompletableFuture<ExamTaking.HandedIn> handIn(Caller caller, long attemptId, List<ExamTaking.Sent> last) {
    PaperShapes.Shape shape = own(caller, attemptId);
    last.forEach(sent -> check(shape, sent));
    // one a question, so a parcel is never larger than its paper
    Map<Integer, ExamTaking.Sent> newest = new LinkedHashMap<>();
    last.forEach(sent -> newest.merge(sent.no(), sent, (one, other) -> other.seq() > one.seq() ? other : one));
    return log.deliver(new Parcel(Parcel.Kind.HAND_IN, attemptId, caller.officerId(), stamp(caller), List.copyOf(newest.values()))).thenApply(delivered -> {
      marking.wake();
      return delivered.handedIn();
    });
  }

  private PaperShapes.Shape own(Caller caller, long attemptId) {
    PaperShapes.Shape shape = shapes.of(attemptId).orElseThrow(() -> new NotFound("attempt", attemptId));
    if (caller.officerId() != null && shape.officerId() == caller.officerId() && (caller.bound() == null || caller.bound().attemptId() == attemptId)) return shape;
    attempts.reportForeign(caller, attemptId);
    throw new NotFound("attempt", attemptId);
  }

  private static void check(PaperShapes.Shape shape, ExamTaking.Sent sent) {
    PaperShapes.Form form = shape.form(sent.no());
    if (form == null || sent.answer() == null) throw new Refused("unknown-option");
    if (sent.seq() < 1 || sent.seq() > HIGHEST_SEQ) throw Invalid.field("seq", "seq");
    sent.answer().check(form.type(), form.options(), form.blanks());
  }

  /** Below 0: no token of an exam page, so no stamp counts. */
  private static int stamp(Caller caller) {
    return caller.bound() == null ? -1 : caller.bound().stamp();
  }

  /** For callers that have nothing to do meanwhile. */
  static <T> T awaited(CompletableFuture<T> promised) {
    try {
      return promised.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }
}
