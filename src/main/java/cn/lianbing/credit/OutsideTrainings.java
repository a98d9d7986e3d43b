package cn.lianbing.credit;

import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The stored claims for training elsewhere. They move with the officer: the unit where the officer is now sees and decides them. */
@ApplicationScoped
@Transactional
public class OutsideTrainings {
  @PersistenceContext EntityManager store;
  @Inject Officers officers;
  @Inject Units units;

  /** A claim for lists. */
  public record Row(long id, long officerId, String officer, String unit, String title, String organiser, LocalDate from, LocalDate to, int hundredths, Bucket bucket, OutsideTraining.State state, String reason, String evidenceName, Instant createdAt) implements Serializable {}

  private static final String ROW = "select new cn.lianbing.credit.OutsideTrainings$Row(t.id, t.officerId, o.name, u.name, t.title, t.organiser, t.from, t.to, t.hundredths, t.bucket, t.state, t.reason, t.evidenceName, t.createdAt) from OutsideTraining t join Officer o on o.id = t.officerId join Unit u on u.id = o.unitId";

  /** Within reach, those that wait first, then the newest. @param state null: all */
  public Page<Row> within(Caller caller, OutsideTraining.State state, Page.Request request) {
    List<Row> rows = store.createQuery(ROW + " where u.path like :reach and (:state is null or t.state = :state) order by case when t.state = cn.lianbing.credit.OutsideTraining.State.SUBMITTED then 0 else 1 end, t.id desc", Row.class)
        .setParameter("reach", caller.reach() + "%").setParameter("state", state).setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    long total = store.createQuery("select count(t) from OutsideTraining t join Officer o on o.id = t.officerId join Unit u on u.id = o.unitId where u.path like :reach and (:state is null or t.state = :state)", Long.class).setParameter("reach", caller.reach() + "%").setParameter("state", state).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  /** One officer's, the newest first. @throws NotFound where the officer is neither the caller nor within reach */
  public List<Row> of(Caller caller, long officerId) {
    officers.get(caller, officerId);
    return store.createQuery(ROW + " where t.officerId = :officer order by t.id desc", Row.class).setParameter("officer", officerId).getResultList();
  }

  /** @throws NotFound where it is neither the caller's own nor within reach */
  public OutsideTraining get(Caller caller, long id) {
    return visible(caller, id, store.find(OutsideTraining.class, id));
  }

  /** The same, held until the end of the transaction: of two who decide at once the second sees what the first did. */
  OutsideTraining held(Caller caller, long id) {
    return visible(caller, id, store.find(OutsideTraining.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private OutsideTraining visible(Caller caller, long id, OutsideTraining training) {
    if (training == null) throw new NotFound("outsideTraining", id);
    boolean own = caller.officerId() != null && caller.officerId() == training.officerId();
    if (!own && !caller.reaches(path(training))) throw new NotFound("outsideTraining", id);
    return training;
  }

  /** Of the unit where the officer is now. */
  String path(OutsideTraining training) {
    return units.get(officers.get(training.officerId()).unitId()).path();
  }

  void add(OutsideTraining training, byte[] evidence) {
    store.persist(training);
    store.flush();
    if (evidence != null) store.createNativeQuery("insert into outside_training_evidence (outside_training_id, content) values (?1, ?2)").setParameter(1, training.id()).setParameter(2, evidence).executeUpdate();
  }

  /** @throws NotFound where there is none or the claim is not the caller's to see */
  public byte[] evidence(Caller caller, long id) {
    get(caller, id);
    List<?> found = store.createNativeQuery("select content from outside_training_evidence where outside_training_id = ?1").setParameter(1, id).getResultList();
    if (found.isEmpty()) throw new NotFound("evidence", id);
    return (byte[]) found.get(0);
  }
}
