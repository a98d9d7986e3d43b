package cn.lianbing.training;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** The slides and hand-outs of a session. Who may see the session may read them. */
@ApplicationScoped
@Transactional
public class SessionMaterials {
  static final int MOST = 20;
  @PersistenceContext EntityManager store;
  @Inject TrainingSessions sessions;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  public record Row(long id, String name, String type, int size) implements Serializable {
    /** At least 1. */
    public int kilobytes() {
      return Math.max(1, size / 1024);
    }
  }

  @SuppressWarnings("unchecked")
  public List<Row> of(Caller caller, long sessionId) {
    sessions.row(caller, sessionId);
    List<Object[]> rows = store.createNativeQuery("select id, name, type, size from session_material where session_id = ?1 order by id").setParameter(1, sessionId).getResultList();
    return rows.stream().map(row -> new Row(((Number) row[0]).longValue(), (String) row[1], (String) row[2], ((Number) row[3]).intValue())).toList();
  }

  /** @return its id; @throws Refused {@code materials-many} */
  public long add(Caller caller, long sessionId, Attachment file) {
    TrainingSession session = sessions.kept(caller, sessionId);
    if (of(caller, sessionId).size() >= MOST) throw new Refused("materials-many", MOST);
    store.createNativeQuery("insert into session_material (session_id, name, type, content, size, added_at) values (?1, ?2, ?3, ?4, ?5, ?6)").setParameter(1, sessionId).setParameter(2, file.name()).setParameter(3, file.type()).setParameter(4, file.content()).setParameter(5, file.content().length)
        .setParameter(6, UtcColumn.of(clock.instant())).executeUpdate();
    long id = ((Number) store.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
    say(caller, "training.attach", session, file.name());
    return id;
  }

  public void remove(Caller caller, long sessionId, long id) {
    TrainingSession session = sessions.kept(caller, sessionId);
    String name = file(caller, sessionId, id).name();
    store.createNativeQuery("delete from session_material where id = ?1 and session_id = ?2").setParameter(1, id).setParameter(2, sessionId).executeUpdate();
    say(caller, "training.detach", session, name);
  }

  private void say(Caller caller, String action, TrainingSession session, String name) {
    happened.fire(Happened.done(caller, action, "trainingSession", session.id(), units.get(session.hostUnitId()).path(), name));
  }

  /** @throws NotFound where there is none, or the session is not the caller's to see */
  @SuppressWarnings("unchecked")
  public Attachment file(Caller caller, long sessionId, long id) {
    sessions.row(caller, sessionId);
    List<Object[]> rows = store.createNativeQuery("select name, type, content from session_material where id = ?1 and session_id = ?2").setParameter(1, id).setParameter(2, sessionId).getResultList();
    if (rows.isEmpty()) throw new NotFound("material", id);
    return new Attachment((String) rows.get(0)[0], (String) rows.get(0)[1], (byte[]) rows.get(0)[2]);
  }
}
