package cn.lianbing.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A thousand officers, to each of whom somebody does two hundred things of whatever kind comes to mind, most of them wrong. Whatever
 * went through must be lawful, looked at from outside: by the record of steps alone.
 */
class RandomHistoriesTest {
  private static final int OFFICERS = 1_000;
  private static final int DEEDS = 200;
  private final long seed = Long.getLong("certificate.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** A step that went through. */
  private record Done(Enum<?> from, Enum<?> to, Measure measure, LocalDate publishedUntil) {}

  @BeforeEach
  void print() {
    System.out.println("RandomHistoriesTest: -Dcertificate.seed=" + seed);
  }

  @Test
  void no_history_reaches_what_the_rules_forbid() {
    Map<Step, Integer> through = new EnumMap<>(Step.class);
    int refused = 0;
    for (int officer = 0; officer < OFFICERS; officer++) {
      CertificateKind kind = random.nextInt(3) == 0 ? CertificateKind.SUPERVISION : CertificateKind.ENFORCEMENT;
      LocalDate today = LocalDate.of(2023, 1, 1);
      CertificateApplication application = new CertificateApplication("SL" + officer, kind, CertificateApplication.Purpose.FIRST, officer, 1, null, today, 1L, Instant.EPOCH);
      Certificate card = null;
      List<Done> paper = new ArrayList<>();
      List<Done> life = new ArrayList<>();
      for (int deed = 0; deed < DEEDS; deed++) {
        today = today.plusDays(random.nextInt(12));
        Measure measure = measure(application, card, kind, today);
        if (random.nextInt(6) == 0) application.restsOn(officer);
        if (card == null && application.state() == CertificateApplication.State.SENT && random.nextInt(3) == 0) {
          card = new Certificate(kind, "Z" + officer, new Certificate.Holder((long) officer, 1, "某人", null, null), null, today, today.plusDays(200 + random.nextInt(1000)), today);
        }
        boolean ofCard = card != null && application.state() == CertificateApplication.State.ISSUED || card != null && random.nextInt(4) == 0;
        Enum<?> from = ofCard ? card.state() : application.state();
        Long check = application.checkId();
        try {
          if (ofCard) {
            card.take(measure, today);
            life.add(new Done(from, card.state(), measure, null));
          } else {
            if (measure.step() == Step.MAKE && card != null) reflect(application, card);
            application.take(measure, today);
            paper.add(new Done(from, application.state(), measure, application.publishedUntil()));
            if (measure.step() == Step.PUBLISH) application.publish(measure.on(), measure.on().plusDays(6));
            if (measure.step() == Step.BUREAU_PASS) assertNotNull(check, "approved without a check, seed " + seed);
          }
          through.merge(measure.step(), 1, Integer::sum);
        } catch (Refused | Invalid no) {
          refused++;
          assertEquals(from, ofCard ? card.state() : application.state(), "refused and changed all the same, seed " + seed);
        }
      }
      lawful(kind, paper, CertificateApplication.State.DRAFT);
      lawful(kind, life, Certificate.State.MADE);
      inOrder(paper);
    }
    System.out.println("RandomHistoriesTest: went through " + through + ", refused " + refused);
    for (Step step : Step.values()) if (step != Step.IMPORT) assertTrue(through.getOrDefault(step, 0) > 0, step + " never went through: the walk says nothing of it, seed " + seed);
    assertTrue(refused > OFFICERS * DEEDS / 3, "too tame");
  }

  /** Mostly a step that could come next, its parts mostly fitting; else anything. */
  private Measure measure(CertificateApplication application, Certificate card, CertificateKind kind, LocalDate today) {
    List<Step> next = new ArrayList<>(application.state().next());
    if (card != null) next.addAll(card.state().next(kind));
    // or else nobody would get far
    if (random.nextInt(40) > 0) next.removeAll(List.of(Step.WITHDRAW, Step.REFUSE, Step.RETURN));
    Step step = next.isEmpty() || random.nextInt(5) == 0 ? any(Step.values()) : next.get(random.nextInt(next.size()));
    List<Reason> reasons = Reason.of(step, kind);
    Reason reason = random.nextInt(6) == 0 ? any(Reason.values()) : reasons.isEmpty() ? null : reasons.get(random.nextInt(reasons.size()));
    Authority authority = any(Authority.values());
    for (int i = 0; i < 12 && random.nextInt(5) > 0 && !step.decidedBy(authority, kind, reason); i++) authority = any(Authority.values());
    StepRules.Basis basis = random.nextInt(12) == 0 ? null : LifeTest.basis(random.nextInt(12) == 0 ? any(Step.values()) : step, null, random.nextInt(12) == 0 ? any(Authority.values()) : authority);
    return new Measure(step, authority, basis, random.nextInt(8) == 0 ? null : "文〔2026〕1号", random.nextInt(10) == 0 ? null : today.plusDays(random.nextInt(12) == 0 ? random.nextInt(400) - 200 : 0), reason, random.nextInt(4) == 0 ? null : "说明");
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** As the database would: the card has an id once it is stored. */
  private static void reflect(CertificateApplication application, Certificate card) {
    try {
      var id = Certificate.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(card, 1L);
      application.became(card);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Each begins where the former ended, none before it, nothing follows an end, and who decided had the power. */
  private void lawful(CertificateKind kind, List<Done> steps, Enum<?> first) {
    Enum<?> state = first;
    LocalDate day = LocalDate.MIN;
    for (Done one : steps) {
      Measure measure = one.measure();
      assertEquals(state, one.from(), "seed " + seed);
      assertFalse(List.of("CANCELLED", "REPLACED", "ISSUED", "REFUSED", "WITHDRAWN").contains(state.name()) , "something followed an end, seed " + seed);
      assertFalse(measure.on().isBefore(day), "out of order, seed " + seed);
      assertNotNull(measure.basis(), "without an article, seed " + seed);
      switch (measure.step()) {
        case REVOKE -> {
          assertEquals(CertificateKind.ENFORCEMENT, kind, "seed " + seed);
          assertTrue(List.of(Authority.GOVERNMENT, Authority.HIGHER_LEGAL_ORGAN).contains(measure.authority()), "46, seed " + seed);
          assertTrue(measure.reason().name().startsWith("R45") || measure.reason() == Reason.BUSINESS_ENVIRONMENT, "seed " + seed);
        }
        case SUSPEND -> assertEquals(kind == CertificateKind.SUPERVISION, measure.authority() == Authority.ISSUER, "47 and 42, seed " + seed);
        case RESTORE -> assertTrue(List.of("SUSPENDED", "LOST").contains(one.from().name()), "seed " + seed);
        default -> { }
      }
      if (List.of(Step.CANCEL, Step.REVOKE, Step.SUSPEND, Step.SEND, Step.ESTABLISHMENT_PASS).contains(measure.step())) assertNotNull(measure.document(), measure.step() + " without a document, seed " + seed);
      if (Step.ENDING.contains(measure.step())) assertNotNull(measure.reason(), "seed " + seed);
      state = one.to();
      day = measure.on();
    }
  }

  /** Nobody's list goes to the province but by way of all the stages, since it was last sent back. */
  private void inOrder(List<Done> paper) {
    List<Step> since = new ArrayList<>();
    for (Done one : paper) {
      if (one.measure().step() == Step.RETURN) since.clear();
      if (one.measure().step() == Step.SEND) {
        assertTrue(since.containsAll(List.of(Step.SUBMIT, Step.UNIT_PASS, Step.ESTABLISHMENT_PASS, Step.BUREAU_PASS, Step.PUBLISH)), since + ", seed " + seed);
        assertTrue(one.measure().on().isAfter(one.publishedUntil()), "while it was published, seed " + seed);
      }
      if (one.measure().step() == Step.ISSUE) assertTrue(since.containsAll(List.of(Step.SEND, Step.MAKE)), since + ", seed " + seed);
      since.add(one.measure().step());
    }
  }
}
