package cn.lianbing.casefile;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Looking at files by the checklist, and giving opinions on what was found. */
@ApplicationScoped
@Transactional
public class Reviewing {
  private static final int LONGEST = 500;
  @PersistenceContext EntityManager store;
  @Inject ReviewBatches batches;
  @Inject Checklists checklists;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param fileId and {@code item} null: about the unit as a whole */
  public record OpinionData(long unitId, Long fileId, String item, String wording) {}

  /**
   * @param version of the file that the reviewer looked at; who was later is told to look again
   * @throws Invalid for {@code findings…}; @throws Refused {@code review-closed}, {@code changed-meanwhile}
   */
  public void judge(Caller caller, long fileId, int version, List<Finding> findings) {
    Desk.demand(caller);
    ReviewFile file = store.find(ReviewFile.class, fileId, LockModeType.PESSIMISTIC_WRITE);
    if (file == null) throw new NotFound("reviewFile", fileId);
    ReviewBatch batch = batches.get(file.batchId());
    batch.demandOpen();
    if (file.version() != version) throw new Refused("changed-meanwhile");
    List<ChecklistItem> items = checklists.get(batch.checklistId()).items();
    file.judge(items, Finding.checked(items, findings), today(), caller.accountId());
    happened.fire(Happened.done(caller, "casefile.judge", "reviewFile", fileId, null, file.caseNumber() + ": " + file.score() / 10.0));
  }

  /** @return its id @throws Invalid for {@code unitId}, {@code fileId}, {@code item}, {@code wording} */
  public long opine(Caller caller, long batchId, OpinionData data) {
    Desk.demand(caller);
    ReviewBatch batch = batches.locked(batchId);
    batch.demandOpen();
    if (!batches.holds(batchId, data.unitId())) throw Invalid.field("unitId", "casefile.notDrawn");
    if (data.fileId() != null) {
      ReviewFile file = store.find(ReviewFile.class, data.fileId());
      if (file == null || file.batchId() != batchId || file.unitId() != data.unitId()) throw Invalid.field("fileId", "casefile.otherUnit");
    }
    if (data.item() != null && checklists.get(batch.checklistId()).items().stream().noneMatch(one -> one.code().equals(data.item()))) throw Invalid.field("item", "casefile.noItem");
    Opinion opinion = new Opinion(batchId, data.unitId(), data.fileId(), data.item(), wording(data.wording()), today(), caller.accountId());
    store.persist(opinion);
    store.flush();
    happened.fire(Happened.done(caller, "casefile.opine", "reviewOpinion", opinion.id(), null, opinion.wording()));
    return opinion.id();
  }

  /** @throws Refused {@code opinion-sent} once a letter tells it */
  public void takeBack(Caller caller, long opinionId) {
    Desk.demand(caller);
    Opinion opinion = store.find(Opinion.class, opinionId, LockModeType.PESSIMISTIC_WRITE);
    if (opinion == null) throw new NotFound("reviewOpinion", opinionId);
    opinion.demandUnsent();
    store.remove(opinion);
    happened.fire(Happened.done(caller, "casefile.takeBack", "reviewOpinion", opinionId, null, opinion.wording()));
  }

  private static String wording(String text) {
    if (text == null || text.isBlank()) throw Invalid.field("wording", "required");
    if (text.strip().length() > LONGEST) throw Invalid.field("wording", "tooLong", LONGEST);
    return text.strip();
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
