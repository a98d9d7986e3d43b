package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/** Keeping what the annual report tells of units, within the caller's reach. */
@ApplicationScoped
@Transactional
public class UnitReporting {
  static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  public UnitFacts facts(Caller caller, long id) {
    return units.get(caller, id).facts();
  }

  /** @throws Invalid for {@code publishesSince}, {@code rankedSince}: missing, in the future, or before there could be any */
  public void state(Caller caller, long id, UnitFacts facts) {
    PeopleAdministration.demandManager(caller);
    Unit unit = units.get(caller, id);
    if (facts.publishes()) check("publishesSince", facts.publishesSince());
    if (facts.rank() != null) check("rankedSince", facts.rankedSince());
    unit.state(facts);
    happened.fire(Happened.done(caller, "people.stateUnit", "unit", id, unit.path(), unit.name()));
  }

  private void check(String field, LocalDate day) {
    if (day == null) throw Invalid.field(field, "required");
    if (day.isBefore(EARLIEST) || day.isAfter(clock.instant().atZone(Times.ZONE).toLocalDate())) throw Invalid.field(field, "unit.since");
  }
}
