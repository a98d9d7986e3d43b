package cn.lianbing.roster;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.platform.Times;
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
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the training desk and the lecturer, once for each term, that it ends within {@value Lecturers#ENDING_DAYS} days and nothing follows it. */
@ApplicationScoped
public class TermReminder {
  private static final Logger LOG = Logger.getLogger(TermReminder.class.getName());
  private static final int FIRST_MINUTES = 2;
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
      LOG.log(Level.WARNING, "lecturers' terms could not be looked through; it will be tried again", e);
    }
  }

  /** One round in a transaction of its own. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Round {
    @PersistenceContext EntityManager store;
    @Inject Lecturers lecturers;
    @Inject Notices notices;
    @Inject Clock clock;

    /** @return how many terms were told of */
    public int remind() {
      LocalDate today = lecturers.today();
      List<Appointment> ending = store.createQuery("""
          select a from Appointment a where a.exit is null and a.lastDay between :today and :until
            and not exists (select b.id from Appointment b where b.lecturerId = a.lecturerId and b.lastDay > a.lastDay) order by a.lastDay, a.id""", Appointment.class)
          .setParameter("today", today).setParameter("until", today.plusDays(Lecturers.ENDING_DAYS)).getResultList();
      int told = 0;
      for (Appointment one : ending) if (first(one.id())) {
        tell(one);
        told++;
      }
      return told;
    }

    /** Of several nodes that look at the same time, one is the first. */
    private boolean first(long id) {
      return store.createNativeQuery("update lecturer_appointment set reminded_at = ?1 where id = ?2 and reminded_at is null").setParameter(1, UtcColumn.of(clock.instant())).setParameter(2, id).executeUpdate() == 1;
    }

    private void tell(Appointment appointment) {
      Lecturer lecturer = lecturers.get(appointment.lecturerId());
      List<String> args = List.of(lecturer.name(), Times.text(appointment.lastDay()));
      notices.tellTrainers(lecturer.unitId(), new Notice("roster.ending", args, "/staff/roster/lecturer.xhtml?id=" + lecturer.id()));
      if (lecturer.officerId() != null) notices.tellOfficers(List.of(lecturer.officerId()), new Notice("roster.endingOwn", args, "/officer/roster/lecturer.xhtml"));
    }
  }
}
