package cn.lianbing.certificate;

import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was done, in order; and who may do what. */
@ApplicationScoped
@Transactional
public class StepLog {
  @PersistenceContext EntityManager store;
  @Inject Officers officers;
  @Inject Clock clock;

  /** @param actor who recorded it; null for the program */
  public record Line(long id, boolean ofApplication, Step step, String fromState, String toState, LocalDate on, Authority authority, String basis, Boolean verified, String document, Reason reason, String note, String actor, String second, Instant recordedAt) implements Serializable {
    /** Key of the state's name: an application and a certificate name theirs apart. */
    public String stateKey() {
      return (ofApplication ? "certificate.applicationState." : "certificate.state.") + toState;
    }
  }

  void add(Caller caller, Long secondActor, CertificateApplication application, Enum<?> from, Measure measure) {
    add(new CertificateStep(application.id(), null, from, application.state(), measure, caller.accountId(), secondActor, clock.instant()));
  }

  void add(Caller caller, Long secondActor, Certificate certificate, Enum<?> from, Measure measure) {
    add(new CertificateStep(null, certificate.id(), from, certificate.state(), measure, caller.accountId(), secondActor, clock.instant()));
  }

  /** One of thousands, whose order among themselves tells nothing. */
  void addLater(Caller caller, Long secondActor, Certificate certificate, Enum<?> from, Measure measure) {
    store.persist(new CertificateStep(null, certificate.id(), from, certificate.state(), measure, caller.accountId(), secondActor, clock.instant()));
  }

  /** At once: what is stored together later would be numbered in any order. */
  void add(CertificateStep step) {
    store.persist(step);
    store.flush();
  }

  /** The application that led to it, up to the card, and its own life. Oldest first. */
  List<Line> ofCertificate(long id) {
    return lines("s.certificate_id = ?1 or s.step not in ('MAKE', 'ISSUE') and s.application_id in (select a.id from certificate_application a where a.certificate_id = ?1)", id);
  }

  List<Line> ofApplication(long id) {
    return lines("s.application_id = ?1", id);
  }

  @SuppressWarnings("unchecked")
  private List<Line> lines(String where, long id) {
    List<Object[]> rows = store.createNativeQuery("""
        select s.id, s.application_id is not null, s.step, s.from_state, s.to_state, s.on_date, s.authority, s.basis, s.basis_verified, s.document_number, s.reason, s.note, a.name, b.name, s.recorded_at
        from certificate_step s left join account a on a.id = s.actor_id left join account b on b.id = s.second_actor_id where\s""" + where + " order by s.on_date, s.id").setParameter(1, id).getResultList();
    return rows.stream().map(row -> new Line(Rows.id(row[0]), truth(row[1]), Step.valueOf((String) row[2]), (String) row[3], (String) row[4], Rows.day(row[5]), row[6] == null ? null : Authority.valueOf((String) row[6]), (String) row[7], row[8] == null ? null : truth(row[8]), (String) row[9],
        row[10] == null ? null : Reason.valueOf((String) row[10]), (String) row[11], (String) row[12], (String) row[13], Rows.time(row[14]))).toList();
  }

  /**
   * Whether the caller may record that step with that authority: the officer speaks for oneself, the unit's administrator for the
   * unit, the certificate desk for all above. Nobody decides on the own certificate.
   *
   * @param mine  whether it is the caller's own
   * @param reach whether its unit is within the caller's reach
   */
  static void demand(Caller caller, Step step, Authority authority, boolean mine, boolean reach) {
    if (!may(caller, step, mine, reach)) throw new Refused("forbidden");
    if (authority == null) return; // said better where the measure is checked
    boolean speaks = switch (authority) {
      case HOLDER -> mine && caller.has("OFFICER");
      case OWN_ORGAN -> reach && (caller.has("UNIT_ADMIN") || caller.has("SUPERVISOR") && step == Step.RECALL);
      default -> caller.has("SUPERVISOR");
    };
    if (!speaks) throw new Refused("certificate-authority");
    if (mine && authority != Authority.HOLDER) throw new Refused("certificate-own");
  }

  static boolean may(Caller caller, Step step, boolean mine, boolean reach) {
    return step.roles().contains("OFFICER") && caller.has("OFFICER") && mine || step.roles().contains("UNIT_ADMIN") && caller.has("UNIT_ADMIN") && reach || step.roles().contains("SUPERVISOR") && caller.has("SUPERVISOR");
  }

  /** The authorities for which the caller may record the step. */
  static List<Authority> authorities(Caller caller, Step step, boolean mine, boolean reach) {
    return java.util.Arrays.stream(Authority.values()).filter(one -> {
      try {
        demand(caller, step, one, mine, reach);
        return true;
      } catch (Refused no) {
        return false;
      }
    }).toList();
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean flag ? flag : ((Number) value).intValue() != 0;
  }
}
