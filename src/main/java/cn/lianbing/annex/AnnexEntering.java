package cn.lianbing.annex;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What only people know of a period, and what they know better than the records; each with its source. */
@ApplicationScoped
@Transactional
public class AnnexEntering {
  private static final int LONGEST = 1000;
  private static final int LONGEST_SOURCE = 300;
  private static final BigDecimal MOST = new BigDecimal("999999999");
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** Who entered a figure when. */
  public record Entered(String figure, BigDecimal number, String words, String source, String by, Instant at) implements Serializable {}

  /** By the figures' codes. */
  public Map<String, Entered> of(Caller caller, Period period) {
    demandReader(caller);
    return store.createQuery("select e from AnnexEntry e where e.from = :from and e.to = :to", AnnexEntry.class).setParameter("from", period.from()).setParameter("to", period.to()).getResultStream()
        .map(one -> new Entered(one.figure(), one.number(), one.words(), one.source(), one.enteredBy(), one.enteredAt())).collect(Collectors.toMap(Entered::figure, one -> one));
  }

  /** @throws Invalid for {@code number}, {@code words}, {@code source} */
  public void enter(Caller caller, Period period, String code, BigDecimal number, String words, String source) {
    demandKeeper(caller);
    Template.Figure figure = figure(code);
    BigDecimal checked = figure.words() ? null : number(number);
    String said = figure.words() ? text("words", words, LONGEST) : null;
    String from = text("source", source, LONGEST_SOURCE);
    AnnexEntry entry = find(period, code).orElseGet(() -> new AnnexEntry(period, code));
    String before = entry.id() == null ? "-" : entry.number() == null ? entry.words() : entry.number().toPlainString();
    entry.say(checked, said, from, caller.accountId(), caller.name(), clock.instant());
    if (entry.id() == null) store.persist(entry);
    store.flush();
    say(caller, "annex.enter", period, code + ": " + before + " → " + (said == null ? checked.toPlainString() : said));
  }

  /** What was counted stands again. */
  public void clear(Caller caller, Period period, String code) {
    demandKeeper(caller);
    AnnexEntry entry = find(period, figure(code).code()).orElseThrow(() -> new NotFound("annexEntry", code));
    store.remove(entry);
    say(caller, "annex.clear", period, code);
  }

  private Optional<AnnexEntry> find(Period period, String code) {
    return store.createQuery("select e from AnnexEntry e where e.from = :from and e.to = :to and e.figure = :figure", AnnexEntry.class).setParameter("from", period.from()).setParameter("to", period.to()).setParameter("figure", code).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
  }

  private static Template.Figure figure(String code) {
    Template.Figure figure = Template.usual().figure(code);
    if (figure == null) throw new NotFound("figure", code);
    return figure;
  }

  private static BigDecimal number(BigDecimal number) {
    if (number == null) throw Invalid.field("number", "required");
    if (number.signum() < 0 || number.precision() > 20 || number.compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > 2) throw Invalid.field("number", "annex.number");
    return number;
  }

  private static String text(String field, String text, int longest) {
    if (text == null || text.isBlank()) throw Invalid.field(field, "required");
    if (text.strip().length() > longest) throw Invalid.field(field, "tooLong", longest);
    return text.strip();
  }

  private void say(Caller caller, String action, Period period, String detail) {
    String all = period.name() + " " + detail;
    happened.fire(Happened.done(caller, action, "annex", period.from() + "/" + period.to(), null, all.length() > 2000 ? all.substring(0, 2000) : all));
  }

  /** Who reads the annex: it is about the whole district. */
  public static boolean reads(Caller caller) {
    return keeps(caller) || caller.hasAny("EXAM_ADMIN", "SYSTEM_ADMIN", "AUDITOR");
  }

  /** Who enters figures and freezes editions. */
  public static boolean keeps(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM");
  }

  static void demandReader(Caller caller) {
    if (!reads(caller)) throw new NotFound("annex", "-");
  }

  static void demandKeeper(Caller caller) {
    if (!keeps(caller)) throw new NotFound("annex", "-");
  }
}
