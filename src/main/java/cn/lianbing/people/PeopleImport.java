package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes officers from a sheet, whole or not at all. Who has an identity number is found by it, others by name within their unit;
 * a blank cell leaves what is stored. A file can never give a role: accounts that it opens are officers', and they open with a
 * hash that no password has, since hashing thousands of passwords takes minutes and nobody should carry thousands of slips about.
 * Each gets its first password when somebody hands it out ({@link PasswordChange#reset}), to be changed at the first sign-in.
 */
@ApplicationScoped
@Transactional
public class PeopleImport {
  public static final List<String> COLUMNS = List.of("name", "idNumber", "unitCode", "unitName", "establishment", "education", "post", "phone", "state", "username");
  private static final int CHUNK = 500;
  @Inject Units units;
  @Inject Officers officers;
  @Inject Accounts accounts;
  @Inject PeopleAdministration administration;
  @Inject Passwords passwords;
  @Inject IdNumberVault vault;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A row whose cells are sound; null where the cell is blank. */
  record Line(int number, String name, IdNumber idNumber, long unitId, Officer.Establishment establishment, Officer.Education education, String post, String phone, Officer.State state, String username) {
    boolean sameAs(Officer officer, boolean hasNumber) {
      return officer.name().equals(name) && officer.unitId() == unitId && officer.establishment() == establishment && (idNumber == null || hasNumber)
          && same(education, officer.education()) && same(post, officer.post()) && same(phone, officer.phone()) && same(state, officer.state());
    }

    private static boolean same(Object cell, Object stored) {
      return cell == null || cell.equals(stored);
    }

    PeopleAdministration.OfficerData over(Officer officer) {
      return new PeopleAdministration.OfficerData(unitId, name, idNumber == null ? null : idNumber.text(), establishment, education != null || officer == null ? education : officer.education(), post != null || officer == null ? post : officer.post(), phone != null || officer == null ? phone : officer.phone(), state);
    }
  }

  /** What a line means for what is stored. */
  private record Step(Line line, Officer officer, Account account, boolean changes, boolean opensAccount) {}

  /** @param dryRun only look; nothing is stored */
  public ImportReport officers(Caller caller, SheetReader.Sheet sheet, boolean dryRun) {
    PeopleAdministration.demandManager(caller);
    if (!dryRun) units.oneImportAtATime();
    ImportColumns columns = new ImportColumns("officers", COLUMNS, sheet.headers());
    List<ImportReport.Error> errors = new ArrayList<>(columns.missing(List.of("name", columns.has("unitCode") ? "unitCode" : "unitName", "establishment")));
    List<Step> steps = new ArrayList<>();
    if (errors.isEmpty()) {
      sheet.errors().stream().filter(error -> columns.owns(error.field())).forEach(errors::add);
      List<Line> lines = OfficerLines.read(columns, sheet, units.within(caller), errors);
      steps.addAll(steps(caller, lines, columns, errors));
    }
    errors.sort(Comparator.comparingInt(ImportReport.Error::row));
    boolean write = !dryRun && errors.isEmpty();
    if (write) store(steps);
    int accepted = (int) steps.stream().filter(step -> step.changes || step.opensAccount).count();
    Set<Integer> bad = errors.stream().map(ImportReport.Error::row).collect(Collectors.toCollection(TreeSet::new));
    ImportReport report = new ImportReport(accepted, bad.size(), steps.size() - accepted, errors);
    if (!dryRun) tell(caller, report, steps, columns);
    return report;
  }

  private List<Step> steps(Caller caller, List<Line> lines, ImportColumns columns, List<ImportReport.Error> errors) {
    Stored stored = stored(lines, units.within(caller));
    Map<Object, Integer> seen = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    for (Line line : lines) {
      List<ImportReport.Error> wrong = new ArrayList<>();
      Officer officer = stored.byNumber(line, vault);
      boolean hasNumber = officer != null;
      if (officer != null && !stored.reach.contains(officer.unitId())) wrong.add(ImportReport.Error.of(line.number, columns.header("idNumber"), "idNumber.taken", line.idNumber.masked()));
      if (officer == null) {
        List<Officer> alike = stored.alike(line);
        if (alike.size() > 1) wrong.add(ImportReport.Error.of(line.number, columns.header("idNumber"), "officer.ambiguous", alike.size(), line.name));
        else if (alike.size() == 1) officer = alike.get(0);
      }
      Object key = officer != null ? officer.id() : line.idNumber != null ? line.idNumber : line.unitId + "/" + line.name;
      Integer earlier = seen.putIfAbsent(key, line.number);
      if (earlier != null) wrong.add(ImportReport.Error.of(line.number, columns.header(line.idNumber != null ? "idNumber" : "name"), "officer.twice", earlier));
      Account account = officer == null ? null : stored.byOfficer.get(officer.id());
      boolean opens = line.username != null && (account == null || !account.username().equalsIgnoreCase(line.username));
      if (opens && account != null) wrong.add(ImportReport.Error.of(line.number, columns.header("username"), "username.other", account.username()));
      else if (opens && !stored.names.add(line.username.toLowerCase(Locale.ROOT))) wrong.add(ImportReport.Error.of(line.number, columns.header("username"), "usernameTaken", line.username));
      if (wrong.isEmpty()) steps.add(new Step(line, officer, account, officer == null || !line.sameAs(officer, hasNumber), opens));
      errors.addAll(wrong);
    }
    return steps;
  }

  /**
   * What the lines may meet, read in a few questions.
   *
   * @param names of accounts, those that the file opens among them
   */
  private record Stored(Map<ByteBuffer, Officer> byNumber, Map<String, List<Officer>> byName, Map<Long, Account> byOfficer, Set<String> names, Set<Long> reach) {
    Officer byNumber(Line line, IdNumberVault vault) {
      return line.idNumber == null ? null : byNumber.get(ByteBuffer.wrap(vault.index(line.idNumber)));
    }

    /** Officers of that name in that unit who may be the line's: a number in the line is nobody else's. */
    List<Officer> alike(Line line) {
      return byName.getOrDefault(line.unitId + "/" + line.name, List.of()).stream().filter(one -> line.idNumber == null || one.idNumberMasked() == null).toList();
    }
  }

  private Stored stored(List<Line> lines, List<Units.Row> reach) {
    List<byte[]> indexes = lines.stream().map(Line::idNumber).filter(Objects::nonNull).map(vault::index).toList();
    List<Officer> numbered = inChunks(indexes, officers::byIndexes);
    List<Officer> near = officers.inUnits(lines.stream().map(Line::unitId).collect(Collectors.toSet()));
    List<Long> ids = Stream.concat(numbered.stream(), near.stream()).map(Officer::id).distinct().toList();
    return new Stored(numbered.stream().collect(Collectors.toMap(one -> ByteBuffer.wrap(one.idNumberIndex()), Function.identity(), (one, same) -> one)),
        near.stream().collect(Collectors.groupingBy(one -> one.unitId() + "/" + one.name())),
        inChunks(ids, accounts::ofOfficers).stream().collect(Collectors.toMap(Account::officerId, Function.identity(), (one, same) -> one)),
        inChunks(lines.stream().map(Line::username).filter(Objects::nonNull).toList(), accounts::byUsernames).stream().map(one -> one.username().toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new)),
        reach.stream().map(Units.Row::id).collect(Collectors.toSet()));
  }

  private static <A, B> List<B> inChunks(List<A> all, Function<List<A>, List<B>> ask) {
    List<B> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) found.addAll(ask.apply(all.subList(from, Math.min(all.size(), from + CHUNK))));
    return found;
  }

  private void store(List<Step> steps) {
    List<Officer> fresh = new ArrayList<>();
    Map<Officer, String> opening = new IdentityHashMap<>();
    for (Step step : steps) {
      Unit unit = units.get(step.line.unitId);
      Officer officer = step.officer != null ? step.officer : new Officer(unit, step.line.name, step.line.establishment);
      if (step.changes) administration.write(officer, step.account, unit, step.line.over(step.officer));
      if (step.officer == null) fresh.add(officer);
      if (step.opensAccount) opening.put(officer, step.line.username);
    }
    officers.add(fresh);
    List<Account> opened = new ArrayList<>();
    opening.forEach((officer, username) -> {
      Account account = new Account(username, officer.name(), units.get(officer.unitId()), Set.of(Role.OFFICER), passwords.unusable(), clock.instant());
      account.belongsTo(officer);
      opened.add(account);
    });
    accounts.add(opened);
  }

  private void tell(Caller caller, ImportReport report, List<Step> steps, ImportColumns columns) {
    long opened = steps.stream().filter(Step::opensAccount).count();
    String detail = "accepted %d, rejected %d, unchanged %d, accounts %d".formatted(report.accepted(), report.rejected(), report.duplicates(), opened) + (columns.unknown().isEmpty() ? "" : "; ignored columns: " + String.join(", ", columns.unknown()));
    happened.fire(new Happened(caller, "people.import", "officer", "-", caller.unitPath(), report.clean(), detail));
  }
}
