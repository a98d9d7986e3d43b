package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored applications. */
@ApplicationScoped
@Transactional
public class CertificateApplications {
  @PersistenceContext EntityManager store;
  @Inject Units units;
  @Inject StepLog log;

  public record Row(long id, String number, CertificateKind kind, CertificateApplication.Purpose purpose, long officerId, String name, String idNumberMasked, long unitId, String unit, String category, String duties, CertificateApplication.State state, Long checkId,
                    LocalDate publishedOn, LocalDate publishedUntil, String sendDocument, Long certificateId, LocalDate lastOn, Long batchId, int version) implements Serializable {}

  /** What a list is narrowed to; null narrows nothing. @param text number or name, or the document under which it was sent */
  public record Filter(CertificateApplication.State state, CertificateKind kind, Long unitId, String text, boolean openOnly) {
    public static Filter in(CertificateApplication.State state) {
      return new Filter(state, null, null, null, false);
    }
  }

  private static final String SELECT = "select new cn.lianbing.certificate.CertificateApplications$Row(a.id, a.number, a.kind, a.purpose, a.officerId, o.name, o.idNumberMasked, a.unitId, u.name, a.category, a.duties, a.state, a.checkId, a.publishedOn, a.publishedUntil, a.sendDocument, a.certificateId, a.lastOn, a.batchId, a.version)";
  private static final String FROM = """
       from CertificateApplication a join Officer o on o.id = a.officerId join Unit u on u.id = a.unitId
       where u.path like :reach and u.path like :under and (:state is null or a.state = :state) and (:kind is null or a.kind = :kind)
         and (:text is null or o.name like :text or a.number like :text or a.sendDocument like :text) and (:all = true or a.state not in :ended)""";

  /** Applications within reach, the oldest first where they wait, else the newest. */
  public Page<Row> page(Caller caller, Filter filter, Page.Request request) {
    Unit unit = filter.unitId() == null ? null : store.find(Unit.class, filter.unitId());
    String under = filter.unitId() == null ? "/%" : unit == null ? "-" : unit.path() + "%";
    TypedQuery<Row> rows = store.createQuery(SELECT + FROM + (filter.state() == null ? " order by a.id desc" : " order by a.lastOn, a.id"), Row.class);
    TypedQuery<Long> count = store.createQuery("select count(a)" + FROM, Long.class);
    for (TypedQuery<?> query : List.of(rows, count)) query.setParameter("reach", caller.reach() + "%").setParameter("under", under).setParameter("state", filter.state()).setParameter("kind", filter.kind()).setParameter("text", Like.containing(filter.text())).setParameter("all", !filter.openOnly()).setParameter("ended", CertificateApplication.State.ENDED);
    return new Page<>(rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList(), count.getSingleResult(), request.page(), request.size());
  }

  /** How many wait at each stage within reach. */
  public Map<CertificateApplication.State, Long> stages(Caller caller) {
    Map<CertificateApplication.State, Long> stages = new EnumMap<>(CertificateApplication.State.class);
    store.createQuery("select a.state, count(a) from CertificateApplication a join Unit u on u.id = a.unitId where u.path like :reach group by a.state", Object[].class).setParameter("reach", caller.reach() + "%").getResultList().forEach(row -> stages.put((CertificateApplication.State) row[0], (Long) row[1]));
    return stages;
  }

  /** What went to the province under a document, for its list. */
  public List<Row> sent(Caller caller, String document) {
    if (!caller.reach().equals("/")) throw new NotFound("certificateList", document);
    return store.createQuery(SELECT + " from CertificateApplication a join Officer o on o.id = a.officerId join Unit u on u.id = a.unitId where a.sendDocument = :document order by u.sort, u.id, a.id", Row.class).setParameter("document", document).getResultList();
  }

  public List<Row> ofOfficer(long officerId) {
    return store.createQuery(SELECT + " from CertificateApplication a join Officer o on o.id = a.officerId join Unit u on u.id = a.unitId where a.officerId = :officer order by a.id desc", Row.class).setParameter("officer", officerId).getResultList();
  }

  /** @throws NotFound where there is none that the caller may see */
  public Row row(Caller caller, long id) {
    get(caller, id);
    return store.createQuery(SELECT + " from CertificateApplication a join Officer o on o.id = a.officerId join Unit u on u.id = a.unitId where a.id = :id", Row.class).setParameter("id", id).getSingleResult();
  }

  public List<StepLog.Line> history(Caller caller, long id) {
    get(caller, id);
    return log.ofApplication(id);
  }

  CertificateApplication get(Caller caller, long id) {
    return seen(caller, store.find(CertificateApplication.class, id), id);
  }

  /** Held until the transaction ends. @throws Refused {@code changed-meanwhile} where it is no longer what the caller saw */
  CertificateApplication held(Caller caller, StepData.Target target) {
    CertificateApplication application = seen(caller, store.find(CertificateApplication.class, target.id(), LockModeType.PESSIMISTIC_WRITE), target.id());
    if (application.version() != target.version()) throw new Refused("changed-meanwhile");
    return application;
  }

  private CertificateApplication seen(Caller caller, CertificateApplication application, long id) {
    if (application == null || !mine(caller, application) && !reached(caller, application)) throw new NotFound("certificateApplication", id);
    return application;
  }

  static boolean mine(Caller caller, CertificateApplication application) {
    return caller.officerId() != null && caller.officerId().equals(application.officerId());
  }

  boolean reached(Caller caller, CertificateApplication application) {
    return caller.reaches(path(application));
  }

  String path(CertificateApplication application) {
    return units.get(application.unitId()).path();
  }

  Optional<CertificateApplication> open(long officerId, CertificateKind kind) {
    return store.createQuery("select a from CertificateApplication a where a.officerId = :officer and a.kind = :kind and a.state not in :ended", CertificateApplication.class).setParameter("officer", officerId).setParameter("kind", kind).setParameter("ended", CertificateApplication.State.ENDED).getResultStream().findFirst();
  }

  Optional<CertificateApplication> ofCertificate(long certificateId) {
    return store.createQuery("select a from CertificateApplication a where a.certificateId = :certificate", CertificateApplication.class).setParameter("certificate", certificateId).getResultStream().findFirst();
  }

  Optional<CertificateApplication> byNumber(String number) {
    return store.createQuery("select a from CertificateApplication a where a.number = :number", CertificateApplication.class).setParameter("number", number).getResultStream().findFirst();
  }

  CertificateApplication add(CertificateApplication application) {
    store.persist(application);
    store.flush();
    return application;
  }

  /** @param prefix and the year: SL2026-0187 */
  String number(String prefix, int year) {
    String name = prefix + year;
    store.createNativeQuery("insert into certificate_number (name, last) values (?1, 1) on duplicate key update last = last + 1").setParameter(1, name).executeUpdate();
    int last = ((Number) store.createNativeQuery("select last from certificate_number where name = ?1").setParameter(1, name).getSingleResult()).intValue();
    return "%s-%04d".formatted(name, last);
  }
}
