package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Identity numbers in full, for an authority that must have them to make a certificate. Each time is written into the audit log, with what for and how many. */
@ApplicationScoped
@Transactional
public class IdNumbers {
  @PersistenceContext EntityManager store;
  @Inject IdNumberVault vault;
  @Inject Event<Happened> happened;

  /** Only the certificate desk sees them. */
  public static boolean may(Caller caller) {
    return caller.has("SUPERVISOR");
  }

  /**
   * @param purpose as the audit log will say it: a document number
   * @return by the officer's id; whoever has none is missing
   * @throws NotFound for other callers
   */
  public Map<Long, String> of(Caller caller, Collection<Long> officerIds, String purpose) {
    if (!may(caller)) throw new NotFound("idNumbers", "-");
    Map<Long, String> numbers = new HashMap<>();
    if (officerIds.isEmpty()) return numbers;
    for (Object[] row : store.createQuery("select o.id, o.idNumberCipher from Officer o where o.id in :ids and o.idNumberCipher is not null", Object[].class).setParameter("ids", officerIds).getResultList()) numbers.put((Long) row[0], vault.decrypt((byte[]) row[1]).text());
    happened.fire(Happened.done(caller, "people.idNumbers", "officer", "-", null, purpose + ": " + numbers.size()));
    return numbers;
  }
}
