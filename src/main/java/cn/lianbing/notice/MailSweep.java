package cn.lianbing.notice;

import cn.lianbing.people.Account;
import cn.lianbing.people.Accounts;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.UtcColumn;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Sends what waits in the queue. Every node does; a mail that another node is just sending is locked and skipped. The row stays
 * locked while the server takes the letter and is marked with the same commit: only a crash between the server's OK and that commit
 * sends it a second time, under the same Message-ID. While the server is away, one letter a round knocks and the others keep their
 * turn.
 */
@ApplicationScoped
public class MailSweep {
  private static final Logger LOG = Logger.getLogger(MailSweep.class.getName());
  private static final int EVERY_SECONDS = 10;
  private static final int LETTERS_A_ROUND = 200;
  private static final int PURGED_AT_ONCE = 5_000;
  private static final Duration PURGE_EVERY = Duration.ofHours(1);
  private static final String BETWEEN = "\n\n----\n\n";
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Inject SmtpSettings settings;
  @Inject Sending sending;
  private ScheduledFuture<?> running;
  private volatile long purged = System.nanoTime() - PURGE_EVERY.toNanos();

  void begin(@Observes @Priority(1000) Startup startup) {
    running = scheduler.scheduleWithFixedDelay(this::sweep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void end(@Observes Shutdown shutdown) {
    if (running != null) running.cancel(false);
  }

  /** One round; also called by tests, which do not wait for the clock. */
  public void sweep() {
    try {
      settings.server().ifPresent(this::round);
      if (System.nanoTime() - purged > PURGE_EVERY.toNanos()) purge();
    } catch (RuntimeException e) {
      // the next round tries again; an exception that left here would end the rounds for ever
      LOG.log(Level.WARNING, "mails could not be sent and wait for the next round", e);
    }
  }

  private void purge() {
    purged = System.nanoTime();
    while (sending.purge() == PURGED_AT_ONCE) LOG.fine("old mails went");
  }

  private void round(SmtpSettings.Server server) {
    try (Smtp smtp = new Smtp(server)) {
      for (int i = 0; i < LETTERS_A_ROUND; i++) if (!sending.next(smtp)) return;
    }
  }

  /** The transactions of the sweep. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Sending {
    @PersistenceContext EntityManager store;
    @Inject Accounts accounts;
    @Inject SmtpSettings settings;
    @Inject MailQueue queue;
    @Inject Clock clock;

    /** @return whether it is worth asking for another */
    public boolean next(Smtp smtp) {
      List<?> due = store.createNativeQuery("select id from outgoing_mail where state = 'WAITING' and next_at <= utc_timestamp(3) order by next_at, id limit 1 for update skip locked").getResultList();
      if (due.isEmpty()) return false;
      OutgoingMail mail = store.find(OutgoingMail.class, ((Number) due.get(0)).longValue());
      if (!entitled(mail)) {
        mail.drop();
        return true;
      }
      Instant now = clock.instant();
      try {
        smtp.send(letter(mail));
        mail.sent(now);
        return true;
      } catch (Smtp.Undelivered e) {
        mail.failed(e.getMessage(), e.hopeless, now);
        LOG.log(Level.INFO, "mail {0} was not sent: {1}", new Object[] {mail.id(), e.getMessage()});
        return !e.unreachable;
      }
    }

    /** Right before it goes out: the account still works, and still wants mail; it goes where the account wants it now. */
    private boolean entitled(OutgoingMail mail) {
      if (mail.accountId() == null) return true;
      MailAddress wanted = store.find(MailAddress.class, mail.accountId());
      if (wanted == null || accounts.find(mail.accountId()).map(account -> account.state() != Account.State.ACTIVE).orElse(true)) return false;
      if (mail.kind().equals(MailAddresses.CONFIRM)) return !wanted.confirmed() && wanted.address().equals(mail.address());
      if (wanted.wanted()) mail.goesTo(wanted.address());
      return wanted.wanted();
    }

    /** Old letters are of no use to anybody, and they say who was told what. @return how many went */
    public int purge() {
      return store.createNativeQuery("delete from outgoing_mail where state <> 'WAITING' and next_at < ?1 limit " + PURGED_AT_ONCE).setParameter(1, UtcColumn.of(clock.instant().minus(Duration.ofDays(queue.keptDays())))).executeUpdate();
    }

    /** In the language in which the reader gave the address; whoever is outside gets both. */
    private Smtp.Letter letter(OutgoingMail mail) {
      List<Texts> languages = mail.accountId() == null ? List.of(Texts.in(Texts.CHINESE), Texts.in(Locale.ENGLISH)) : List.of(Texts.in(store.find(MailAddress.class, mail.accountId()).language()));
      String subject = languages.get(0).of("notice.mail.subject", Wording.of(languages.get(0), mail.kind(), mail.args()).title());
      String text = languages.stream().map(texts -> text(mail, texts)).collect(Collectors.joining(BETWEEN));
      return new Smtp.Letter("lianbing-" + mail.id() + "-" + mail.queuedAt().toEpochMilli(), mail.address(), mail.name(), subject, text, clock.instant());
    }

    private String text(OutgoingMail mail, Texts texts) {
      Wording wording = Wording.of(texts, mail.kind(), mail.args());
      StringBuilder text = new StringBuilder(texts.of("notice.mail.hello", mail.name())).append("\n\n").append(wording.body()).append("\n\n");
      if (mail.link() != null && !settings.publicUrl().isEmpty()) text.append(settings.publicUrl()).append(mail.link()).append("\n\n");
      return text.append(texts.get(mail.accountId() == null ? "notice.mail.foot.outside" : "notice.mail.foot")).toString();
    }
  }
}
