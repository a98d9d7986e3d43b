package cn.lianbing.casefile;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Role;
import cn.lianbing.platform.Times;
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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the unit, once, that a letter's deadline is {@value Round#BEFORE_DAYS} days off, and unit and desk, once, that it has passed. */
@ApplicationScoped
public class LetterReminder {
  private static final Logger LOG = Logger.getLogger(LetterReminder.class.getName());
  private static final int FIRST_MINUTES = 3;
  private static final int EVERY_MINUTES = 60;
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Inject Round round;
  private ScheduledFuture<?> running;

  void begin(@Observes @Priority(1000) Startup startup) {
    running = scheduler.scheduleWithFixedDelay(this::remind, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  void end(@Observes Shutdown shutdown) {
    if (running != null) running.cancel(false);
  }

  private void remind() {
    try {
      round.remind();
    } catch (RuntimeException e) {
      // the next round tries again; an exception that left here would end the rounds for ever
      LOG.log(Level.WARNING, "letters could not be looked through; it will be tried again", e);
    }
  }

  /** One round in a transaction of its own. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Round {
    static final int BEFORE_DAYS = 5;
    @PersistenceContext EntityManager store;
    @Inject SupervisionLetters letters;
    @Inject Notices notices;
    @Inject Clock clock;

    /** @return how many notices were told */
    public int remind() {
      LocalDate today = letters.today();
      int told = 0;
      for (Object[] one : waiting("l.deadline between :from and :to", today, today.plusDays(BEFORE_DAYS))) if (first((Long) one[0], "reminded_at")) {
        notices.tellUnitAdmins((Long) one[1], new Notice("casefile.due", List.of((String) one[2], Times.text((LocalDate) one[4])), "/staff/casefile/letter.xhtml?id=" + one[0]));
        told++;
      }
      for (Object[] one : waiting("l.deadline between :from and :to", LocalDate.of(2016, 1, 1), today.minusDays(1))) if (first((Long) one[0], "overdue_told_at")) {
        Notice notice = new Notice("casefile.overdue", List.of((String) one[2], (String) one[3], Times.text((LocalDate) one[4])), "/staff/casefile/letter.xhtml?id=" + one[0]);
        notices.tellUnitAdmins((Long) one[1], notice);
        notices.tellRole(Role.SUPERVISOR, notice);
        told++;
      }
      return told;
    }

    private List<Object[]> waiting(String when, LocalDate from, LocalDate to) {
      return store.createQuery("select l.id, l.unitId, l.number, u.name, l.deadline from SupervisionLetter l join Unit u on u.id = l.unitId where l.state = cn.lianbing.casefile.SupervisionLetter.State.ISSUED and " + when + " order by l.deadline, l.id", Object[].class).setParameter("from", from).setParameter("to", to).getResultList();
    }

    /** Of several nodes that look at the same time, one is the first. */
    private boolean first(long id, String column) {
      return store.createNativeQuery("update supervision_letter set " + column + " = ?1 where id = ?2 and state = 'ISSUED' and " + column + " is null").setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).setParameter(2, id).executeUpdate() == 1;
    }
  }
}
