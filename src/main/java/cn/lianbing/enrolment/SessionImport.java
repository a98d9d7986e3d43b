package cn.lianbing.enrolment;

import cn.lianbing.credit.Bucket;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Times;
import cn.lianbing.training.PastSessions;
import cn.lianbing.training.SessionPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Takes last year's list of sessions, which has heads and no names: they come in as closed sessions, all or none. */
@ApplicationScoped
@Transactional
public class SessionImport {
  public static final List<String> COLUMNS = SessionLines.COLUMNS;
  public static final Set<String> REQUIRED = SessionLines.REQUIRED;
  private static final String NO_ROOM = "-";
  @Inject PastSessions past;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param dryRun only look; nothing is stored */
  public ImportReport sessions(Caller caller, SheetReader.Sheet sheet, boolean dryRun) {
    if (!caller.hasAny("TRAINER", "UNIT_ADMIN", "SYSTEM")) throw new NotFound("trainingSession", "-");
    List<ImportReport.Error> errors = new ArrayList<>();
    List<SessionLines.Line> lines = SessionLines.read(sheet, units.within(caller), units.within(Caller.system()), clock.instant().atZone(Times.ZONE).toLocalDate(), errors);
    errors.sort(Comparator.comparingInt(ImportReport.Error::row));
    Set<PastSessions.Same> stored = stored(lines);
    List<SessionLines.Line> fresh = lines.stream().filter(line -> !stored.contains(line.key())).toList();
    int duplicates = lines.size() - fresh.size();
    if (!dryRun && errors.isEmpty()) store(caller, fresh);
    int rejected = (int) errors.stream().map(ImportReport.Error::row).distinct().count();
    ImportReport report = new ImportReport(fresh.size(), rejected, duplicates, errors);
    if (!dryRun) happened.fire(new Happened(caller, "enrolment.import", "trainingSession", "-", caller.unitPath(), report.clean(), "accepted %d, rejected %d, unchanged %d".formatted(report.accepted(), rejected, duplicates)));
    return report;
  }

  /** The same beginning, host and title: it is there already, whoever wrote it. */
  private Set<PastSessions.Same> stored(List<SessionLines.Line> lines) {
    if (lines.isEmpty()) return Set.of();
    Instant first = lines.stream().map(SessionLines.Line::from).min(Comparator.naturalOrder()).orElseThrow();
    Instant last = lines.stream().map(SessionLines.Line::from).max(Comparator.naturalOrder()).orElseThrow();
    return Set.copyOf(past.between(first, last));
  }

  /** In the order of time, so that their numbers follow it. */
  private void store(Caller caller, List<SessionLines.Line> lines) {
    lines.stream().sorted(Comparator.comparing(SessionLines.Line::from)).forEach(line -> past.add(caller, plan(line), line.attended()));
  }

  private SessionPlan plan(SessionLines.Line line) {
    try {
      return new SessionPlan(line.title(), line.form(), null, null, line.about(), null, line.hostUnitId(), null, line.placeUnitId() == null ? line.hostUnitId() : line.placeUnitId(), line.place() == null ? NO_ROOM : line.place(), line.from(), line.to(), null, false, null, null, Bucket.PROFESSIONAL, false, List.of(), Set.of());
    } catch (Invalid e) {
      throw new IllegalStateException("row " + line.number() + " was checked", e);
    }
  }
}
