package cn.lianbing.casefile;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Planning a review: when, by which checklist, of which units — drawn by lot or chosen — and which of their files. */
@ApplicationScoped
@Transactional
public class ReviewPlanning {
  @PersistenceContext EntityManager store;
  @Inject ReviewBatches batches;
  @Inject Checklists checklists;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;
  private final SecureRandom seeds = new SecureRandom();

  public record Plan(int year, String title, String basis, LocalDate startsOn, LocalDate endsOn, Long checklistId) {}

  public record FileData(long unitId, String caseNumber, String title, ReviewFile.Kind kind) {}

  /** What a lot drew, and the seed that draws it again from the same units. */
  public record Draw(long seed, List<Long> unitIds) {}

  /** @return its id @throws Invalid for {@code year}, {@code title}, {@code basis}, {@code startsOn}, {@code endsOn}, {@code checklistId} */
  public long plan(Caller caller, Plan plan) {
    Desk.demand(caller);
    check(plan, null);
    ReviewBatch batch = new ReviewBatch(plan, caller.accountId(), clock.instant());
    store.persist(batch);
    store.flush();
    say(caller, "casefile.plan", batch, batch.title());
    return batch.id();
  }

  /** The year and the checklist stay as they are. */
  public void change(Caller caller, long id, Plan plan) {
    Desk.demand(caller);
    ReviewBatch batch = batches.locked(id);
    Plan kept = new Plan(batch.year(), plan.title(), plan.basis(), plan.startsOn(), plan.endsOn(), batch.checklistId());
    check(kept, id);
    batch.describe(kept);
    say(caller, "casefile.change", batch, batch.title());
  }

  /** By choice; units that are in it already stay. @throws Invalid for {@code unitIds} */
  public void choose(Caller caller, long id, Collection<Long> unitIds) {
    Desk.demand(caller);
    ReviewBatch batch = open(id);
    if (unitIds == null || unitIds.isEmpty()) throw Invalid.field("unitIds", "required");
    List<String> names = new ArrayList<>();
    for (long unitId : unitIds) {
      Unit unit = units.get(caller, unitId);
      if (unit.state() == Unit.State.CLOSED || unit.kind() == Unit.Kind.DISTRICT) throw Invalid.field("unitIds", "casefile.unit", unit.name());
      if (enter(id, unitId, null)) names.add(unit.name());
    }
    say(caller, "casefile.choose", batch, String.join("、", names));
  }

  /** By lot among the departments and townships that are not in it yet. The seed goes into the log with the result. @throws Invalid for {@code count} */
  public Draw draw(Caller caller, long id, int count) {
    Desk.demand(caller);
    return draw(caller, id, count, seeds.nextLong() & 0xFFFF_FFFFL);
  }

  Draw draw(Caller caller, long id, int count, long seed) {
    ReviewBatch batch = open(id);
    List<Long> left = drawable(caller, id);
    if (count < 1 || count > left.size()) throw Invalid.field("count", "casefile.drawCount", left.size());
    List<Long> drawn = lot(left, count, seed);
    drawn.forEach(unitId -> enter(id, unitId, seed));
    say(caller, "casefile.draw", batch, "seed " + seed + ", " + left.size() + " → " + drawn);
    return new Draw(seed, drawn);
  }

  /** Anybody can repeat it with the seed from the log. */
  static List<Long> lot(List<Long> from, int count, long seed) {
    List<Long> mixed = new ArrayList<>(from.stream().sorted().toList());
    Collections.shuffle(mixed, new Random(seed));
    return List.copyOf(mixed.subList(0, count));
  }

  private List<Long> drawable(Caller caller, long id) {
    List<Long> left = new ArrayList<>(units.within(caller).stream().filter(row -> row.state() == Unit.State.ACTIVE && (row.kind() == Unit.Kind.DEPARTMENT || row.kind() == Unit.Kind.TOWNSHIP)).map(Units.Row::id).toList());
    left.removeIf(unitId -> batches.holds(id, unitId));
    return left;
  }

  private boolean enter(long id, long unitId, Long seed) {
    if (batches.holds(id, unitId)) return false;
    store.createNativeQuery("insert into review_unit (batch_id, unit_id, drawn, seed) values (?1, ?2, ?3, ?4)").setParameter(1, id).setParameter(2, unitId).setParameter(3, seed != null).setParameter(4, seed).executeUpdate();
    return true;
  }

  /** @throws Refused {@code review-unit-used} where files or opinions of it are there */
  public void leaveOut(Caller caller, long id, long unitId) {
    Desk.demand(caller);
    ReviewBatch batch = open(id);
    if (!batches.holds(id, unitId)) throw new NotFound("reviewUnit", unitId);
    Object used = store.createNativeQuery("select (select count(*) from review_file where batch_id = ?1 and unit_id = ?2) + (select count(*) from review_opinion where batch_id = ?1 and unit_id = ?2) + (select count(*) from supervision_letter where batch_id = ?1 and unit_id = ?2)").setParameter(1, id).setParameter(2, unitId).getSingleResult();
    if (((Number) used).intValue() > 0) throw new Refused("review-unit-used");
    store.createNativeQuery("delete from review_unit where batch_id = ?1 and unit_id = ?2").setParameter(1, id).setParameter(2, unitId).executeUpdate();
    say(caller, "casefile.leaveOut", batch, units.get(unitId).name());
  }

  /** @return its id @throws Invalid for {@code unitId}, {@code caseNumber}, {@code title}, {@code kind} */
  public long take(Caller caller, long id, FileData data) {
    Desk.demand(caller);
    ReviewBatch batch = open(id);
    if (!batches.holds(id, data.unitId())) throw Invalid.field("unitId", "casefile.notDrawn");
    if (data.caseNumber() == null || data.caseNumber().isBlank()) throw Invalid.field("caseNumber", "required");
    if (data.caseNumber().strip().length() > 60) throw Invalid.field("caseNumber", "tooLong", 60);
    if (data.title() == null || data.title().isBlank()) throw Invalid.field("title", "required");
    if (data.title().strip().length() > 150) throw Invalid.field("title", "tooLong", 150);
    if (data.kind() == null) throw Invalid.field("kind", "required");
    boolean taken = !store.createQuery("select f.id from ReviewFile f where f.batchId = :batch and f.unitId = :unit and f.caseNumber = :number").setParameter("batch", id).setParameter("unit", data.unitId()).setParameter("number", data.caseNumber().strip()).getResultList().isEmpty();
    if (taken) throw Invalid.field("caseNumber", "casefile.fileTwice", data.caseNumber().strip());
    ReviewFile file = new ReviewFile(id, data.unitId(), data.caseNumber().strip(), data.title().strip(), data.kind());
    store.persist(file);
    store.flush();
    say(caller, "casefile.take", batch, file.caseNumber());
    return file.id();
  }

  /** A file that was entered by mistake. @throws Refused {@code review-file-used} once it has been reviewed */
  public void giveBack(Caller caller, long fileId) {
    Desk.demand(caller);
    ReviewFile file = store.find(ReviewFile.class, fileId);
    if (file == null) throw new NotFound("reviewFile", fileId);
    ReviewBatch batch = open(file.batchId());
    if (file.reviewedOn() != null || !store.createQuery("select o.id from Opinion o where o.fileId = :id").setParameter("id", fileId).getResultList().isEmpty()) throw new Refused("review-file-used");
    store.remove(file);
    say(caller, "casefile.giveBack", batch, file.caseNumber());
  }

  /** @throws Refused {@code review-files-left} while files have not been looked at, {@code review-opinions-left} while opinions have not been sent */
  public void close(Caller caller, long id) {
    Desk.demand(caller);
    ReviewBatch batch = batches.locked(id);
    long left = store.createQuery("select count(f) from ReviewFile f where f.batchId = :id and f.reviewedOn is null", Long.class).setParameter("id", id).getSingleResult();
    if (left > 0) throw new Refused("review-files-left", left);
    long unsent = store.createQuery("select count(o) from Opinion o where o.batchId = :id and o.letterId is null", Long.class).setParameter("id", id).getSingleResult();
    if (unsent > 0) throw new Refused("review-opinions-left", unsent);
    batch.close();
    say(caller, "casefile.close", batch, batch.title());
  }

  private ReviewBatch open(long id) {
    ReviewBatch batch = batches.locked(id);
    batch.demandOpen();
    return batch;
  }

  private void check(Plan plan, Long self) {
    if (plan.year() < 2016 || plan.year() > 2100) throw Invalid.field("year", "casefile.year"); // the regulation is in force since 2016
    if (plan.title() == null || plan.title().isBlank()) throw Invalid.field("title", "required");
    if (plan.title().strip().length() > 100) throw Invalid.field("title", "tooLong", 100);
    if (plan.basis() == null || plan.basis().isBlank()) throw Invalid.field("basis", "required");
    if (plan.basis().strip().length() > 200) throw Invalid.field("basis", "tooLong", 200);
    if (plan.startsOn() == null) throw Invalid.field("startsOn", "required");
    if (plan.endsOn() == null) throw Invalid.field("endsOn", "required");
    if (plan.endsOn().isBefore(plan.startsOn())) throw Invalid.field("endsOn", "casefile.order");
    boolean taken = store.createQuery("select b.id from ReviewBatch b where b.year = :year and b.title = :title", Long.class).setParameter("year", plan.year()).setParameter("title", plan.title().strip()).getResultStream().anyMatch(other -> !other.equals(self));
    if (taken) throw Invalid.field("title", "casefile.titleTaken");
    if (plan.checklistId() == null) throw Invalid.field("checklistId", "required");
    if (self == null && checklists.get(plan.checklistId()).state() != Checklist.State.IN_USE) throw Invalid.field("checklistId", "casefile.checklistState");
  }

  private void say(Caller caller, String action, ReviewBatch batch, String detail) {
    String all = batch.title() + ": " + detail;
    happened.fire(Happened.done(caller, action, "reviewBatch", batch.id(), null, all.length() > 2000 ? all.substring(0, 2000) : all));
  }
}
