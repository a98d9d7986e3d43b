package cn.lianbing.notice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Settings;
import cn.lianbing.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The queue as the administrator sees it. Only for SYSTEM_ADMIN. */
@ApplicationScoped
@Transactional
public class MailQueue {
  private static final String KEPT = "notice.mailDays";
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Settings settings;
  @Inject Clock clock;

  /** @param nextAt only of one that waits */
  public record Row(long id, String name, String address, String title, OutgoingMail.State state, int attempts, Instant queuedAt, Instant nextAt, String trouble) implements Serializable {}

  /** Newest first. @param state null for all */
  public Page<Row> page(Caller caller, Texts texts, OutgoingMail.State state, Page.Request request) {
    demandAdministrator(caller);
    String from = " from OutgoingMail m where (:state is null or m.state = :state)";
    List<Row> rows = store.createQuery("select m" + from + " order by m.id desc", OutgoingMail.class).setParameter("state", state).setFirstResult(request.offset()).setMaxResults(request.size())
        .getResultStream().map(mail -> row(texts, mail)).toList();
    long total = store.createQuery("select count(m)" + from, Long.class).setParameter("state", state).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  public Map<OutgoingMail.State, Long> counts(Caller caller) {
    demandAdministrator(caller);
    Map<OutgoingMail.State, Long> counts = new EnumMap<>(OutgoingMail.State.class);
    Arrays.stream(OutgoingMail.State.values()).forEach(state -> counts.put(state, 0L));
    store.createQuery("select m.state, count(m) from OutgoingMail m group by m.state", Object[].class).getResultList().forEach(row -> counts.put((OutgoingMail.State) row[0], (Long) row[1]));
    return counts;
  }

  /** Tries again what failed or waits. */
  public void sendAgain(Caller caller, long id) {
    demandAdministrator(caller);
    OutgoingMail mail = store.find(OutgoingMail.class, id);
    if (mail == null) throw new NotFound("mail", id);
    if (mail.state() != OutgoingMail.State.FAILED && mail.state() != OutgoingMail.State.WAITING) throw new Refused("mail-not-failed");
    mail.again(clock.instant());
    happened.fire(Happened.done(caller, "notice.resend", "mail", id, null, mail.kind()));
  }

  /** How long letters that need nothing more are kept. */
  public int keptDays() {
    return settings.figure(KEPT).value();
  }

  public void keep(Caller caller, Integer days) {
    demandAdministrator(caller);
    if (days == null || days < 1 || days > 3650) throw Invalid.field("days", "notice.mailDays");
    settings.set(KEPT, days, caller.name());
    happened.fire(Happened.done(caller, "notice.keepMails", "setting", KEPT, null, String.valueOf(days)));
  }

  private static Row row(Texts texts, OutgoingMail mail) {
    return new Row(mail.id(), mail.name(), mail.address(), Wording.of(texts, mail.kind(), mail.args()).title(), mail.state(), mail.attempts(), mail.queuedAt(), mail.state() == OutgoingMail.State.WAITING ? mail.nextAt() : null, mail.trouble());
  }

  private static void demandAdministrator(Caller caller) {
    if (!caller.has("SYSTEM_ADMIN")) throw new NotFound("mail", "-");
  }
}
