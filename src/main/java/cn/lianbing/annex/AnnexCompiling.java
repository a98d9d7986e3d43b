package cn.lianbing.annex;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the annex together: what was counted, what was entered, last year beside it, and the checks. */
@ApplicationScoped
@Transactional
public class AnnexCompiling {
  @Inject Counts counts;
  @Inject AnnexEntering entering;
  @Inject AnnexEditions editions;

  public Annex annex(Caller caller, Period period) {
    AnnexEntering.demandReader(caller);
    return Annex.of(Template.usual(), period, values(caller, period), last(caller, period.yearBefore()));
  }

  /** The records behind a figure; none where it is entered by hand alone. @throws NotFound where there is no such figure */
  public Optional<Counts.Records> records(Caller caller, Period period, String code) {
    AnnexEntering.demandReader(caller);
    if (Template.usual().figure(code) == null) throw new NotFound("figure", code);
    return Counts.counts(code) ? Optional.of(counts.records(caller, period, code)) : Optional.empty();
  }

  private Map<String, Value> values(Caller caller, Period period) {
    Map<String, Value> values = new HashMap<>(counts.all(caller, period));
    entering.of(caller, period).forEach((code, entered) -> values.put(code, new Value(entered.number(), entered.words(), Value.Origin.ENTERED, entered.source(), values.getOrDefault(code, Value.UNKNOWN).number())));
    return values;
  }

  /** What was frozen has been told to others: it stands before what the records say of that time today. */
  private Map<String, Value> last(Caller caller, Period before) {
    Optional<Content> frozen = editions.latest(before);
    if (frozen.isEmpty()) return values(caller, before);
    return frozen.get().figures().stream().collect(Collectors.toMap(Content.Row::code, row -> row.value().frozen()));
  }
}
