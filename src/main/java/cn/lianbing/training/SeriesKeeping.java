package cn.lianbing.training;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.List;

/** The yearly plans. */
@ApplicationScoped
@Transactional
public class SeriesKeeping {
  @PersistenceContext EntityManager store;
  @Inject Units units;
  @Inject Event<Happened> happened;

  public record Data(int year, String title, String basis, int goal) {}

  /** @param held sessions that took place; @param coming that stand in the calendar */
  public record Row(long id, int year, String title, String basis, String unit, int goal, TrainingSeries.State state, long held, long coming) implements Serializable {
    /** 0 to 100. */
    public int percent() {
      return goal == 0 ? 100 : (int) Math.min(100, held * 100 / goal);
    }
  }

  /** All plans, the newest year first: everybody may know what is planned. */
  public List<Row> all() {
    return store.createQuery("""
        select new cn.lianbing.training.SeriesKeeping$Row(t.id, t.year, t.title, t.basis, u.name, t.goal, t.state,
          (select count(s) from TrainingSession s where s.seriesId = t.id and s.state in (cn.lianbing.training.TrainingSession.State.HELD, cn.lianbing.training.TrainingSession.State.CLOSED)),
          (select count(s) from TrainingSession s where s.seriesId = t.id and s.state = cn.lianbing.training.TrainingSession.State.PUBLISHED))
        from TrainingSeries t join Unit u on u.id = t.unitId order by t.year desc, t.id""", Row.class).getResultList();
  }

  public long add(Caller caller, Data data) {
    Unit unit = units.get(caller.unitId());
    demand(caller, unit.path());
    check(data);
    TrainingSeries series = new TrainingSeries(unit.id(), data);
    store.persist(series);
    store.flush();
    happened.fire(Happened.done(caller, "training.addSeries", "trainingSeries", series.id(), unit.path(), series.title()));
    return series.id();
  }

  public void change(Caller caller, long id, Data data) {
    TrainingSeries series = kept(caller, id);
    check(data);
    series.describe(data);
    happened.fire(Happened.done(caller, "training.changeSeries", "trainingSeries", id, units.get(series.unitId()).path(), series.title()));
  }

  /** No session joins it any more. */
  public void close(Caller caller, long id) {
    TrainingSeries series = kept(caller, id);
    series.close();
    happened.fire(Happened.done(caller, "training.closeSeries", "trainingSeries", id, units.get(series.unitId()).path(), series.title()));
  }

  private TrainingSeries kept(Caller caller, long id) {
    TrainingSeries series = store.find(TrainingSeries.class, id);
    if (series == null) throw new NotFound("trainingSeries", id);
    demand(caller, units.get(series.unitId()).path());
    return series;
  }

  private static void demand(Caller caller, String path) {
    if (!caller.hasAny("TRAINER", "SYSTEM") || !caller.reaches(path)) throw new NotFound("trainingSeries", "-");
  }

  private static void check(Data data) {
    if (data.title() == null || data.title().isBlank()) throw Invalid.field("title", "required");
    if (data.title().strip().length() > 150) throw Invalid.field("title", "tooLong", 150);
    if (data.basis() != null && data.basis().length() > 200) throw Invalid.field("basis", "tooLong", 200);
    if (data.year() < 2000 || data.year() > 2100) throw Invalid.field("year", "training.year");
    if (data.goal() < 0 || data.goal() > 10_000) throw Invalid.field("goal", "training.goal");
  }
}
