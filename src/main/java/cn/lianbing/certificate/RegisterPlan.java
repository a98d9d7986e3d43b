package cn.lianbing.certificate;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Texts;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the lines of another register mean for ours: who is meant, what is new, what differs, what would end. Nothing is stored before {@link #store}. */
final class RegisterPlan {
  private static final int CHUNK = 500;

  /** @param step null where the state stays; @param changed what differs besides, as the log will say it; null for nothing */
  private record Act(RegisterLines.Line line, Certificate stored, Officer officer, Step step, String changed) {
    boolean nothing() {
      return stored != null && step == null && changed == null;
    }
  }

  /** A qualification that was taken away. */
  record Revoked(long officerId, LocalDate on, String serial) {}

  private final LocalDate today;
  private final List<Act> acts = new ArrayList<>();
  private final List<Certificate> missing = new ArrayList<>();
  private final List<Reconciliation.RegisterDifference> differences = new ArrayList<>();
  private final Map<Long, String> unitNames = new HashMap<>();
  private final List<ImportReport.Error> errors;
  private int live;
  private int onlyHere;
  private List<Reconciliation.RegisterItem> here = List.of();

  private RegisterPlan(LocalDate today, List<ImportReport.Error> errors) {
    this.today = today;
    this.errors = errors;
  }

  static RegisterPlan of(EntityManager store, List<RegisterLines.Line> lines, boolean complete, LocalDate today, List<ImportReport.Error> errors) {
    RegisterPlan plan = new RegisterPlan(today, errors);
    store.createQuery("select u from Unit u", Unit.class).getResultList().forEach(unit -> plan.unitNames.put(unit.id(), unit.name()));
    Map<String, Certificate> stored = chunks(lines.stream().map(RegisterLines.Line::serial).toList(), some -> store.createQuery("select c from Certificate c where c.serial in :serials", Certificate.class).setParameter("serials", some).getResultList()).stream().collect(Collectors.toMap(Certificate::serial, Function.identity()));
    People people = People.of(store, lines);
    for (RegisterLines.Line line : lines) plan.add(line, stored.get(line.serial()), people);
    plan.compare(store, lines, complete);
    plan.demandOneEach(store, lines);
    return plan;
  }

  private void add(RegisterLines.Line line, Certificate stored, People people) {
    List<Officer> found = people.of(line);
    if (found.size() > 1) wrong(line, "name", "officer.ambiguous", found.size(), line.name());
    Officer officer = found.size() == 1 ? found.get(0) : null;
    if (officer != null && !officer.name().equals(line.name())) wrong(line, "name", "certificate.import.otherName", officer.name());
    if (stored == null) {
      acts.add(new Act(line, null, officer, null, null));
      return;
    }
    boolean same = stored.holderName().equals(line.name()) && (stored.officerId() == null || officer == null || stored.officerId().equals(officer.id())) && stored.kind() == line.kind();
    if (!same) {
      wrong(line, "serial", stored.kind() == line.kind() ? "certificate.import.otherHolder" : "certificate.import.otherKind", stored.holderName());
      return;
    }
    Step step = step(stored.state(), line);
    if (step == null && stored.state() != line.state()) wrong(line, "state", "certificate.import.noWay", Texts.in(Texts.CHINESE).get("certificate.state." + stored.state()));
    if (stored.state() != line.state()) differ(line, "state", Texts.in(Texts.CHINESE).get("certificate.state." + stored.state()), Texts.in(Texts.CHINESE).get("certificate.state." + line.state()));
    acts.add(new Act(line, stored, officer, step, changed(stored, line, officer)));
  }

  /** The step that leads from here to what the file says; null where there is none. A card that only ran out is not for a file to revive. */
  private static Step step(Certificate.State from, RegisterLines.Line line) {
    if (from == line.state()) return null;
    Step step = switch (line.state()) {
      case SUSPENDED -> Step.SUSPEND;
      case VALID -> Step.RESTORE;
      case LOST -> Step.REPORT_LOST;
      case LAPSED -> Step.LAPSE;
      case REVOKED -> Step.REVOKE;
      default -> Step.CANCEL;
    };
    return from.allows(step) ? step : null;
  }

  private String changed(Certificate stored, RegisterLines.Line line, Officer officer) {
    List<String> changed = new ArrayList<>();
    put(changed, line, "unit", unitNames.get(stored.unitId()), unitNames.get(line.unitId()));
    put(changed, line, "validFrom", stored.validFrom(), line.validFrom());
    put(changed, line, "validTo", stored.validTo(), line.validTo());
    if (line.category() != null) put(changed, line, "category", stored.category(), line.category());
    if (stored.officerId() == null && officer != null) put(changed, line, "name", null, officer.name());
    String said = String.join("；", changed);
    return said.isEmpty() ? null : said.substring(0, Math.min(500, said.length()));
  }

  private void put(List<String> changed, RegisterLines.Line line, String field, Object here, Object there) {
    if (Objects.equals(here, there)) return;
    String name = RegisterLines.header(Texts.CHINESE, field);
    changed.add("%s：%s→%s".formatted(name, here == null ? "" : here, there));
    differ(line, field, here == null ? "" : here.toString(), there.toString());
  }

  private void differ(RegisterLines.Line line, String field, String here, String there) {
    differences.add(new Reconciliation.RegisterDifference(line.number(), line.serial(), line.name(), RegisterLines.header(Texts.CHINESE, field), here, there));
  }

  private void compare(EntityManager store, List<RegisterLines.Line> lines, boolean complete) {
    Set<String> named = lines.stream().map(RegisterLines.Line::serial).collect(Collectors.toCollection(HashSet::new));
    live = store.createQuery("select count(c) from Certificate c where c.state in :live", Long.class).setParameter("live", Certificate.State.LIVE).getSingleResult().intValue();
    List<Object[]> rows = store.createQuery("select c.id, c.serial, c.holderName, c.unitId, c.state from Certificate c where c.state in :live order by c.unitId, c.id", Object[].class).setParameter("live", Certificate.State.LIVE).getResultList();
    List<Object[]> absent = rows.stream().filter(row -> !named.contains((String) row[1])).toList();
    onlyHere = absent.size();
    here = absent.stream().limit(Reconciliation.LISTED).map(row -> new Reconciliation.RegisterItem(null, (String) row[1], (String) row[2], unitNames.get((Long) row[3]), (Certificate.State) row[4])).toList();
    if (complete) missing.addAll(chunks(absent.stream().map(row -> (Long) row[0]).toList(), some -> store.createQuery("select c from Certificate c where c.id in :ids", Certificate.class).setParameter("ids", some).getResultList()));
  }

  /** Nobody holds two of one kind. */
  private void demandOneEach(EntityManager store, List<RegisterLines.Line> lines) {
    Set<Long> gone = missing.stream().map(Certificate::id).collect(Collectors.toSet());
    Set<String> named = lines.stream().map(RegisterLines.Line::serial).collect(Collectors.toSet());
    Map<String, String> held = new HashMap<>();
    List<Long> ids = acts.stream().filter(act -> act.officer() != null).map(act -> act.officer().id()).distinct().toList();
    chunks(ids, some -> store.createQuery("select c from Certificate c where c.officerId in :officers and c.state in :live", Certificate.class).setParameter("officers", some).setParameter("live", Certificate.State.LIVE).getResultList()).stream()
        .filter(one -> !named.contains(one.serial()) && !gone.contains(one.id())).forEach(one -> held.put(one.officerId() + "/" + one.kind(), one.serial()));
    Map<String, String> persons = new HashMap<>();
    for (Act act : acts) {
      if (!Certificate.State.LIVE.contains(act.line().state())) continue;
      String key = act.officer() != null ? act.officer().id() + "/" + act.line().kind() : act.line().person() != null ? act.line().person() + "/" + act.line().kind() : null;
      String other = key == null ? null : (act.officer() != null ? held : persons).putIfAbsent(key, act.line().serial());
      if (other != null) wrong(act.line(), "serial", "certificate.import.second", other);
    }
  }

  int accepted() {
    return (int) acts.stream().filter(act -> !act.nothing()).count() + missing.size();
  }

  int live() {
    return live;
  }

  /** How many in force it would end. */
  int ends() {
    return missing.size() + (int) acts.stream().filter(act -> act.step() != null && Step.ENDING.contains(act.step()) && Certificate.State.LIVE.contains(act.stored().state())).count();
  }

  /** Whose qualification the file says is gone, and we did not know it. Ask before {@link #store}. */
  List<Revoked> revoked() {
    return acts.stream().filter(act -> act.officer() != null && act.line().state() == Certificate.State.REVOKED && (act.stored() == null || act.stored().state() != Certificate.State.REVOKED))
        .map(act -> new Revoked(act.officer().id(), act.line().endedOn() == null ? today : act.line().endedOn(), act.line().serial())).toList();
  }

  Reconciliation reconciliation() {
    List<Reconciliation.RegisterItem> there = acts.stream().filter(act -> act.stored() == null).limit(Reconciliation.LISTED).map(act -> new Reconciliation.RegisterItem(act.line().number(), act.line().serial(), act.line().name(), unitNames.get(act.line().unitId()), act.line().state())).toList();
    int matched = (int) acts.stream().filter(act -> act.officer() != null).count();
    return new Reconciliation(there, here, differences.stream().limit(Reconciliation.LISTED).toList(), (int) acts.stream().filter(Act::nothing).count(), matched, onlyHere, differences.size(), acts.size());
  }

  /** Endings first: whoever gets another card has given up the old one by then. */
  void store(EntityManager store, StepLog log, Caller caller, Long second) {
    for (Certificate one : missing) end(one, Measure.bySystem(Step.CANCEL, today, Reason.NOT_IN_REGISTER, null), log, caller, second);
    acts.stream().filter(act -> act.step() != null && Step.ENDING.contains(act.step())).forEach(act -> follow(act, log, caller, second));
    store.flush();
    acts.stream().filter(act -> act.step() != null && !Step.ENDING.contains(act.step())).forEach(act -> follow(act, log, caller, second));
    store.flush();
    acts.stream().filter(act -> act.changed() != null).forEach(act -> change(act, log, caller, second));
    List<Act> fresh = acts.stream().filter(act -> act.stored() == null).toList();
    for (int from = 0; from < fresh.size(); from += CHUNK) {
      Map<Act, Certificate> made = new LinkedHashMap<>();
      for (Act act : fresh.subList(from, Math.min(fresh.size(), from + CHUNK))) made.put(act, begin(act));
      made.values().forEach(store::persist);
      store.flush();
      made.forEach((act, one) -> log.addLater(caller, second, one, null, Measure.bySystem(Step.IMPORT, one.lastOn(), null, null)));
    }
    store.flush();
  }

  private static void end(Certificate one, Measure measure, StepLog log, Caller caller, Long second) {
    Certificate.State from = one.state();
    one.happen(measure, measure.on());
    log.addLater(caller, second, one, from, measure);
  }

  private void follow(Act act, StepLog log, Caller caller, Long second) {
    LocalDate on = act.line().endedOn() == null || act.line().endedOn().isBefore(act.stored().lastOn()) ? today : act.line().endedOn();
    Certificate.State from = act.stored().state();
    Measure measure = Measure.bySystem(act.step(), on, act.step() == Step.REPORT_LOST ? Reason.LOST : Reason.REGISTER_SAYS, null);
    act.stored().happen(measure, today);
    log.addLater(caller, second, act.stored(), from, measure);
  }

  private void change(Act act, StepLog log, Caller caller, Long second) {
    act.stored().hold(holder(act));
    act.stored().span(act.line().validFrom(), act.line().validTo());
    act.stored().became(act.line().name(), act.line().category() == null ? act.stored().category() : act.line().category());
    log.addLater(caller, second, act.stored(), act.stored().state(), Measure.bySystem(Step.IMPORT, today, null, act.changed()));
  }

  private Certificate begin(Act act) {
    RegisterLines.Line line = act.line();
    Certificate one = new Certificate(line.kind(), line.serial(), holder(act), line.category(), line.validFrom(), line.validTo(), line.issuedOn() == null ? line.validFrom() : line.issuedOn());
    one.imported(line.state(), line.oldSerial(), line.issuedOn(), Certificate.State.LIVE.contains(line.state()) ? null : line.endedOn() == null ? line.validTo() : line.endedOn());
    return one;
  }

  private static Certificate.Holder holder(Act act) {
    Long officer = act.officer() != null ? act.officer().id() : act.stored() == null ? null : act.stored().officerId();
    return new Certificate.Holder(officer, act.line().unitId(), act.line().name(), officer != null ? null : act.line().index(), officer != null ? null : act.line().masked());
  }

  private void wrong(RegisterLines.Line line, String column, String code, Object... arguments) {
    errors.add(ImportReport.Error.of(line.number(), RegisterLines.header(Texts.CHINESE, column), code, arguments));
  }

  private static <A, B> List<B> chunks(Collection<A> all, Function<List<A>, List<B>> ask) {
    List<A> list = List.copyOf(all);
    List<B> found = new ArrayList<>();
    for (int from = 0; from < list.size(); from += CHUNK) found.addAll(ask.apply(list.subList(from, Math.min(list.size(), from + CHUNK))));
    return found;
  }

  /** The officers whom the lines may mean: by identity number, else by name within the unit. */
  private record People(Map<ByteBuffer, Officer> byNumber, Map<String, List<Officer>> byName) {
    static People of(EntityManager store, List<RegisterLines.Line> lines) {
      Map<ByteBuffer, Officer> byNumber = new HashMap<>();
      chunks(lines.stream().map(RegisterLines.Line::index).filter(Objects::nonNull).toList(), some -> store.createQuery("select o.idNumberIndex, o from Officer o where o.idNumberIndex in :indexes", Object[].class).setParameter("indexes", some).getResultList()).forEach(row -> byNumber.put(ByteBuffer.wrap((byte[]) row[0]), (Officer) row[1]));
      List<Officer> near = chunks(lines.stream().map(RegisterLines.Line::unitId).collect(Collectors.toSet()), some -> store.createQuery("select o from Officer o where o.unitId in :units", Officer.class).setParameter("units", some).getResultList());
      return new People(byNumber, near.stream().collect(Collectors.groupingBy(one -> one.unitId() + "/" + one.name())));
    }

    /** A number in the line is nobody else's, so a namesake with another number is not meant. */
    List<Officer> of(RegisterLines.Line line) {
      Officer known = line.person() == null ? null : byNumber.get(ByteBuffer.wrap(line.index()));
      if (known != null) return List.of(known);
      return byName.getOrDefault(line.unitId() + "/" + line.name(), List.of()).stream().filter(one -> line.person() == null || one.idNumberMasked() == null).toList();
    }
  }
}
