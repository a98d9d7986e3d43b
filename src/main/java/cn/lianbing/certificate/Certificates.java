package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The register 台账. */
@ApplicationScoped
@Transactional
public class Certificates {
  @PersistenceContext EntityManager store;
  @Inject Units units;
  @Inject StepLog log;

  /** A certificate with all that is on it and known of it. */
  public record Sheet(long id, CertificateKind kind, String serial, String oldSerial, Long officerId, String holder, String idNumberMasked, long unitId, String unit, String category, Certificate.State state, LocalDate validFrom, LocalDate validTo, LocalDate issuedOn, LocalDate endedOn,
                      LocalDate suspendedUntil, Integer checkedYear, Long replacesId, Long replacedById, LocalDate lastOn, int version) implements Serializable {
    /** In force on that day: not by its state alone, since a card says itself when it ends. */
    public boolean inForce(LocalDate on) {
      return state == Certificate.State.VALID && !validFrom.isAfter(on) && !validTo.isBefore(on);
    }
  }

  private static final String SELECT = "select new cn.lianbing.certificate.Certificates$Sheet(c.id, c.kind, c.serial, c.oldSerial, c.officerId, c.holderName, case when o.idNumberMasked is null then c.idNumberMasked else o.idNumberMasked end, c.unitId, u.name, c.category, c.state, c.validFrom, c.validTo, c.issuedOn, c.endedOn, c.suspendedUntil, c.checkedYear, c.replacesId, r.id, c.lastOn, c.version)"
      + " from Certificate c join Unit u on u.id = c.unitId left join Officer o on o.id = c.officerId left join Certificate r on r.replacesId = c.id ";

  /** What a list is narrowed to; null and blank narrow nothing. @param text the beginning of a serial, an older serial or a name */
  public record Filter(String text, Long unitId, Certificate.State state, CertificateKind kind) {
    public static final Filter NONE = new Filter(null, null, null, null);
  }

  /**
   * The register within the caller's reach.
   *
   * @throws NotFound where the unit is not within it
   */
  public RegisterSearch.Found search(Caller caller, Filter filter, cn.lianbing.platform.Page.Request request) {
    return searched(caller, filter, (search, under) -> search.find(under, filter, request));
  }

  /** All that a search finds, some at a time, for files. @param below the id of the last one before; null at first */
  public List<RegisterSearch.Row> slice(Caller caller, Filter filter, Long below) {
    return searched(caller, filter, (search, under) -> search.slice(under, filter, below));
  }

  @FunctionalInterface
  private interface Searching<T> {
    T by(RegisterSearch search, String under) throws SQLException;
  }

  private <T> T searched(Caller caller, Filter filter, Searching<T> searching) {
    String under = filter.unitId() == null ? caller.reach() : units.get(caller, filter.unitId()).path();
    store.flush();
    try {
      return searching.by(new RegisterSearch(store.unwrap(Connection.class)), under);
    } catch (SQLException e) {
      throw new IllegalStateException("the register could not be searched", e);
    }
  }

  /** @throws NotFound where there is none that the caller may see */
  public Sheet sheet(Caller caller, long id) {
    get(caller, id);
    return store.createQuery(SELECT + "where c.id = :id", Sheet.class).setParameter("id", id).getResultList().get(0);
  }

  public List<StepLog.Line> history(Caller caller, long id) {
    get(caller, id);
    return log.ofCertificate(id);
  }

  /** One's own, or those of an officer within reach; the newest first. */
  public List<Sheet> ofOfficer(Caller caller, long officerId) {
    boolean mine = caller.officerId() != null && caller.officerId() == officerId;
    List<Sheet> all = store.createQuery(SELECT + "where c.officerId = :officer order by c.id desc", Sheet.class).setParameter("officer", officerId).getResultList();
    return mine ? all : all.stream().filter(one -> caller.reaches(units.get(one.unitId()).path())).toList();
  }

  Certificate get(Caller caller, long id) {
    return seen(caller, store.find(Certificate.class, id), id);
  }

  /** Held until the transaction ends. @throws Refused {@code changed-meanwhile} where it is no longer what the caller saw */
  Certificate held(Caller caller, StepData.Target target) {
    Certificate certificate = seen(caller, store.find(Certificate.class, target.id(), LockModeType.PESSIMISTIC_WRITE), target.id());
    if (certificate.version() != target.version()) throw new Refused("changed-meanwhile");
    return certificate;
  }

  private Certificate seen(Caller caller, Certificate certificate, long id) {
    if (certificate == null || !mine(caller, certificate) && !reached(caller, certificate)) throw new NotFound("certificate", id);
    return certificate;
  }

  static boolean mine(Caller caller, Certificate certificate) {
    return caller.officerId() != null && caller.officerId().equals(certificate.officerId());
  }

  boolean reached(Caller caller, Certificate certificate) {
    return caller.reaches(path(certificate));
  }

  String path(Certificate certificate) {
    return units.get(certificate.unitId()).path();
  }

  /** The one in force of that kind, or suspended or lost. */
  Optional<Certificate> live(long officerId, CertificateKind kind) {
    return store.createQuery("select c from Certificate c where c.officerId = :officer and c.kind = :kind and c.state in :live", Certificate.class).setParameter("officer", officerId).setParameter("kind", kind).setParameter("live", Certificate.State.LIVE).getResultStream().findFirst();
  }

  boolean everHeld(long officerId, CertificateKind kind) {
    return store.createQuery("select count(c) from Certificate c where c.officerId = :officer and c.kind = :kind and c.state <> :made", Long.class).setParameter("officer", officerId).setParameter("kind", kind).setParameter("made", Certificate.State.MADE).getSingleResult() > 0;
  }

  Optional<Certificate> bySerial(String serial) {
    return store.createQuery("select c from Certificate c where c.serial = :serial", Certificate.class).setParameter("serial", serial).getResultStream().findFirst();
  }

  Certificate add(Certificate certificate) {
    store.persist(certificate);
    store.flush();
    return certificate;
  }

  void flush() {
    store.flush();
  }
}
