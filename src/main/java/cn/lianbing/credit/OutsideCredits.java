package cn.lianbing.credit;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Training elsewhere: the officer claims it, the unit's administrator or the training desk decides, the ledger books it. */
@ApplicationScoped
@Transactional
public class OutsideCredits {
  /** Longer training is entered in parts, each with its own evidence. */
  static final int LONGEST_DAYS = 60;
  private static final Set<String> EVIDENCE = Set.of("application/pdf", "image/jpeg", "image/png");
  @Inject OutsideTrainings trainings;
  @Inject Officers officers;
  @Inject Units units;
  @Inject CreditLedger ledger;
  @Inject CreditRules rules;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param hundredths of an 学时 in all; @param evidence null where there is none */
  public record Claim(String title, String organiser, LocalDate from, LocalDate to, int hundredths, Bucket bucket, Attachment evidence) {}

  /** @return the claim's id @throws Invalid for what is missing or cannot be: more hours than the days hold, days to come */
  public long claim(Caller caller, Claim claim) {
    if (caller.officerId() == null) throw new NotFound("officer", "-");
    check(claim);
    Officer officer = officers.get(caller.officerId());
    OutsideTraining training = new OutsideTraining(officer.id(), officer.unitId(), claim, clock.instant());
    trainings.add(training, claim.evidence() == null ? null : claim.evidence().content());
    happened.fire(Happened.done(caller, "credit.claim", "outsideTraining", training.id(), units.get(officer.unitId()).path(), "%s %s".formatted(claim.title().strip(), Hundredths.text(claim.hundredths()))));
    return training.id();
  }

  private void check(Claim claim) {
    if (claim.title() == null || claim.title().isBlank()) throw Invalid.field("title", "required");
    if (claim.title().strip().length() > 150) throw Invalid.field("title", "tooLong", 150);
    if (claim.organiser() == null || claim.organiser().isBlank()) throw Invalid.field("organiser", "required");
    if (claim.organiser().strip().length() > 100) throw Invalid.field("organiser", "tooLong", 100);
    if (claim.from() == null) throw Invalid.field("from", "required");
    if (claim.to() == null) throw Invalid.field("to", "required");
    if (claim.bucket() == null) throw Invalid.field("bucket", "required");
    if (claim.to().isBefore(claim.from())) throw Invalid.field("to", "credit.order");
    if (claim.to().isAfter(clock.instant().atZone(Times.ZONE).toLocalDate())) throw Invalid.field("to", "credit.future");
    if (claim.from().isBefore(LocalDate.of(2000, 1, 1))) throw Invalid.field("from", "credit.past");
    if (claim.evidence() != null && !EVIDENCE.contains(claim.evidence().type())) throw Invalid.field("evidence", "credit.evidence");
    int days = days(claim.from(), claim.to());
    if (days > LONGEST_DAYS) throw Invalid.field("to", "credit.tooLong", LONGEST_DAYS);
    int most = days * rules.dayLimit(claim.from());
    if (claim.hundredths() <= 0 || claim.hundredths() > most) throw Invalid.field("hours", "credit.daysHold", days, Hundredths.text(most));
  }

  /** Books the hours, evenly over the days. @throws Refused {@code credit-decided}, {@code credit-own-claim}, {@code credit-day-full} */
  public void approve(Caller caller, long id) {
    OutsideTraining training = waiting(caller, id);
    int days = days(training.from(), training.to());
    for (int day = 0; day < days; day++) {
      int share = share(training.hundredths(), days, day);
      if (share > 0) ledger.earn(caller, new Booking(training.officerId(), training.bucket(), Origin.OUTSIDE, share, training.from().plusDays(day), source(id, day), training.title(), training.unitId()));
    }
    training.decide(OutsideTraining.State.APPROVED, null, caller.accountId(), clock.instant());
    say(caller, "credit.approve", training, training.title());
  }

  /** What the so manyth day gets of a whole: even, and nothing is lost. */
  static int share(int whole, int days, int day) {
    return whole / days + (day < whole % days ? 1 : 0);
  }

  public void refuse(Caller caller, long id, String reason) {
    Reason.demanded(reason);
    OutsideTraining training = waiting(caller, id);
    training.decide(OutsideTraining.State.REFUSED, reason.strip(), caller.accountId(), clock.instant());
    say(caller, "credit.refuse", training, reason.strip());
  }

  /** Takes an approval back, and with it the hours. @throws Refused {@code credit-decided} where it does not stand approved */
  public void revoke(Caller caller, long id, String reason) {
    Reason.demanded(reason);
    OutsideTraining training = decidable(caller, id);
    if (training.state() != OutsideTraining.State.APPROVED) throw new Refused("credit-decided");
    for (int day = 0; day < days(training.from(), training.to()); day++) ledger.reverse(caller, source(id, day), reason);
    training.decide(OutsideTraining.State.REVOKED, reason.strip(), caller.accountId(), clock.instant());
    say(caller, "credit.revoke", training, reason.strip());
  }

  /** By the officer, while nobody has decided. */
  public void withdraw(Caller caller, long id) {
    OutsideTraining training = trainings.held(caller, id);
    if (caller.officerId() == null || caller.officerId() != training.officerId()) throw new NotFound("outsideTraining", id);
    if (training.state() != OutsideTraining.State.SUBMITTED) throw new Refused("credit-decided");
    training.decide(OutsideTraining.State.WITHDRAWN, null, caller.accountId(), clock.instant());
    say(caller, "credit.withdraw", training, training.title());
  }

  private OutsideTraining waiting(Caller caller, long id) {
    OutsideTraining training = decidable(caller, id);
    if (training.state() != OutsideTraining.State.SUBMITTED) throw new Refused("credit-decided");
    return training;
  }

  private OutsideTraining decidable(Caller caller, long id) {
    if (!decides(caller)) throw new NotFound("outsideTraining", id);
    OutsideTraining training = trainings.held(caller, id);
    if (caller.officerId() != null && caller.officerId() == training.officerId()) throw new Refused("credit-own-claim");
    if (!caller.reaches(trainings.path(training))) throw new NotFound("outsideTraining", id);
    return training;
  }

  /** Who decides claims within reach. */
  public static boolean decides(Caller caller) {
    return caller.hasAny("UNIT_ADMIN", "TRAINER", "SYSTEM");
  }

  private void say(Caller caller, String action, OutsideTraining training, String detail) {
    happened.fire(Happened.done(caller, action, "outsideTraining", training.id(), trainings.path(training), detail));
  }

  private static String source(long id, int day) {
    return "outside:" + id + ":" + day;
  }

  private static int days(LocalDate from, LocalDate to) {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }
}
