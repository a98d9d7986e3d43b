package cn.lianbing.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Figures that people set while the program runs, each with where it comes from. What the launcher hands over is in {@link ProgramSettings}. */
@ApplicationScoped
@Transactional
public class Settings {
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  /** @param source the rule or the decision that it rests on */
  public record Figure(int value, String source, Instant since) implements Serializable {}

  /** A migration puts every figure there, so that none is without a source. */
  public Figure figure(String name) {
    List<?> rows = store.createNativeQuery("select value, source, updated_at from setting where name = ?1").setParameter(1, name).getResultList();
    if (rows.isEmpty()) throw new IllegalStateException("no setting " + name);
    Object[] row = (Object[]) rows.get(0);
    return new Figure(Integer.parseInt((String) row[0]), (String) row[1], UtcColumn.time(row[2]));
  }

  /** Whoever calls it has asked whether the caller may. */
  public void set(String name, int value, String source) {
    store.createNativeQuery("update setting set value = ?2, source = ?3, updated_at = ?4 where name = ?1").setParameter(1, name).setParameter(2, String.valueOf(value)).setParameter(3, source).setParameter(4, UtcColumn.of(clock.instant())).executeUpdate();
  }
}
