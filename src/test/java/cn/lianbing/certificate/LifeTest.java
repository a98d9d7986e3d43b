package cn.lianbing.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each state with each step, each measure with each authority: what is not in these tables cannot be. */
class LifeTest {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** What leads where; written down once more, by hand. */
  private static final Map<Certificate.State, Map<Step, Certificate.State>> CERTIFICATE = Map.of(
      Certificate.State.MADE, Map.of(Step.ISSUE, Certificate.State.VALID, Step.CANCEL, Certificate.State.CANCELLED),
      Certificate.State.VALID, Map.of(Step.ANNUAL_CHECK, Certificate.State.VALID, Step.SUSPEND, Certificate.State.SUSPENDED, Step.LAPSE, Certificate.State.LAPSED, Step.RECALL, Certificate.State.RECALLED, Step.CANCEL, Certificate.State.CANCELLED, Step.REPORT_LOST, Certificate.State.LOST, Step.REPLACE, Certificate.State.REPLACED, Step.REVOKE, Certificate.State.REVOKED),
      Certificate.State.SUSPENDED, Map.of(Step.RESTORE, Certificate.State.VALID, Step.LAPSE, Certificate.State.LAPSED, Step.RECALL, Certificate.State.RECALLED, Step.CANCEL, Certificate.State.CANCELLED, Step.REVOKE, Certificate.State.REVOKED),
      Certificate.State.LOST, Map.of(Step.RESTORE, Certificate.State.VALID, Step.LAPSE, Certificate.State.LAPSED, Step.CANCEL, Certificate.State.CANCELLED, Step.REPLACE, Certificate.State.REPLACED, Step.REVOKE, Certificate.State.REVOKED),
      Certificate.State.LAPSED, Map.of(Step.CANCEL, Certificate.State.CANCELLED, Step.REPLACE, Certificate.State.REPLACED, Step.REVOKE, Certificate.State.REVOKED),
      Certificate.State.RECALLED, Map.of(Step.CANCEL, Certificate.State.CANCELLED, Step.REVOKE, Certificate.State.REVOKED),
      Certificate.State.REVOKED, Map.of(Step.CANCEL, Certificate.State.CANCELLED), Certificate.State.REPLACED, Map.of(), Certificate.State.CANCELLED, Map.of());

  private static final Map<CertificateApplication.State, Set<Step>> APPLICATION = Map.ofEntries(
      Map.entry(CertificateApplication.State.DRAFT, EnumSet.of(Step.SUBMIT, Step.WITHDRAW)), Map.entry(CertificateApplication.State.SUBMITTED, EnumSet.of(Step.UNIT_PASS, Step.RETURN, Step.REFUSE, Step.WITHDRAW)),
      Map.entry(CertificateApplication.State.UNIT_PASSED, EnumSet.of(Step.ESTABLISHMENT_PASS, Step.RETURN, Step.REFUSE, Step.WITHDRAW)), Map.entry(CertificateApplication.State.ESTABLISHED, EnumSet.of(Step.BUREAU_PASS, Step.RETURN, Step.REFUSE, Step.WITHDRAW)),
      Map.entry(CertificateApplication.State.APPROVED, EnumSet.of(Step.PUBLISH, Step.WITHDRAW)), Map.entry(CertificateApplication.State.PUBLISHED, EnumSet.of(Step.OBJECT, Step.SEND, Step.WITHDRAW)), Map.entry(CertificateApplication.State.OBJECTED, EnumSet.of(Step.DISMISS, Step.REFUSE, Step.WITHDRAW)),
      Map.entry(CertificateApplication.State.SENT, EnumSet.of(Step.MAKE, Step.RETURN, Step.REFUSE)), Map.entry(CertificateApplication.State.MADE, EnumSet.of(Step.ISSUE, Step.REFUSE)),
      Map.entry(CertificateApplication.State.ISSUED, EnumSet.noneOf(Step.class)), Map.entry(CertificateApplication.State.REFUSED, EnumSet.noneOf(Step.class)), Map.entry(CertificateApplication.State.WITHDRAWN, EnumSet.noneOf(Step.class)));

  static Certificate in(Certificate.State state, CertificateKind kind) {
    Certificate one = new Certificate(kind, "Z1203 2024 00001", new Certificate.Holder(7L, 1, "王小明", null, null), null, LocalDate.of(2024, 1, 1), LocalDate.of(2030, 12, 31), LocalDate.of(2024, 1, 1));
    one.imported(state, null, LocalDate.of(2024, 1, 1), null);
    return one;
  }

  static StepRules.Basis basis(Step step, CertificateKind kind, Authority authority) {
    return new StepRules.Basis(1L, step, kind, authority, "河南省行政执法条例", "第四十六条", "…", "…", true, LocalDate.of(2016, 6, 1), null);
  }

  /** Complete in every part, by an authority that may. */
  static Measure sound(Step step, CertificateKind kind, Certificate.State from, LocalDate on) {
    Reason reason = !step.needsReason() ? null : Reason.of(step, kind).stream().filter(one -> fits(one, from)).findFirst().orElseThrow(() -> new AssertionError(step + " " + from));
    Authority authority = Arrays.stream(Authority.values()).filter(one -> step.decidedBy(one, kind, reason)).findFirst().orElseThrow();
    return new Measure(step, authority, basis(step, null, authority), "陕司证〔2026〕1号", on, reason, "说明");
  }

  private static boolean fits(Reason reason, Certificate.State from) {
    return switch (reason) {
      case FOUND, LOSS, NOT_REPLACED -> from == Certificate.State.LOST;
      case TRAINED, TERM_OVER, DECISION_WITHDRAWN -> from == Certificate.State.SUSPENDED;
      case DAMAGED, DATA_CHANGED -> from == Certificate.State.VALID;
      case MISPRINTED -> from == Certificate.State.MADE;
      case QUALIFICATION_REVOKED -> from == Certificate.State.REVOKED;
      case EXPIRED -> false;
      default -> true;
    };
  }

  @Test
  void every_state_takes_exactly_the_steps_of_the_table_and_leads_where_it_says() {
    for (CertificateKind kind : CertificateKind.values()) for (Certificate.State from : Certificate.State.values()) for (Step step : Step.values()) {
      Certificate one = in(from, kind);
      Certificate.State to = step == Step.REVOKE && kind == CertificateKind.SUPERVISION ? null : CERTIFICATE.get(from).get(step);
      assertEquals(to != null, from.next(kind).contains(step), kind + " " + from + " " + step);
      if (to == null) {
        Measure any = new Measure(step, Authority.ISSUER, basis(step, null, Authority.ISSUER), "x", TODAY, null, null);
        assertEquals("certificate-step", assertThrows(Refused.class, () -> one.take(any, TODAY), kind + " " + from + " " + step).code());
        assertEquals("certificate-step", assertThrows(Refused.class, () -> one.happen(any, TODAY)).code(), "nor by an import or the clock");
        assertEquals(from, one.state());
      } else if (!(step == Step.REPLACE && from == Certificate.State.LAPSED)) {
        one.take(sound(step, kind, from, TODAY), TODAY);
        assertEquals(to, one.state(), kind + " " + from + " " + step);
      }
    }
  }

  @Test
  void an_application_takes_exactly_the_steps_of_the_table() {
    for (CertificateApplication.State from : CertificateApplication.State.values()) for (Step step : Step.values()) {
      assertEquals(APPLICATION.get(from).contains(step), from.next().contains(step), from + " " + step);
      assertEquals(APPLICATION.get(from).contains(step), from.allows(step));
    }
  }

  @Test
  void the_authority_must_match_the_measure_as_articles_42_46_and_47_have_it() {
    for (Authority one : Authority.values()) {
      boolean government = one == Authority.GOVERNMENT || one == Authority.HIGHER_LEGAL_ORGAN;
      assertEquals(government, Step.REVOKE.decidedBy(one, CertificateKind.ENFORCEMENT, Reason.R45_5), "46: " + one);
      assertFalse(Step.REVOKE.decidedBy(one, CertificateKind.SUPERVISION, Reason.R45_5));
      assertEquals(one == Authority.ISSUER, Step.SUSPEND.decidedBy(one, CertificateKind.SUPERVISION, Reason.R47_1), "47: " + one);
      assertEquals(one == Authority.ISSUER, Step.RECALL.decidedBy(one, CertificateKind.SUPERVISION, Reason.R47_3), "47: " + one);
      assertEquals(one == Authority.SUPERVISION_ORGAN, Step.SUSPEND.decidedBy(one, CertificateKind.ENFORCEMENT, Reason.R45_3), "42 (6): " + one);
      assertEquals(one == Authority.COMPETENT_DEPARTMENT, Step.SUSPEND.decidedBy(one, CertificateKind.ENFORCEMENT, Reason.BUSINESS_ENVIRONMENT), "85 (5): " + one);
      assertEquals(one == Authority.OWN_ORGAN, Step.RECALL.decidedBy(one, CertificateKind.ENFORCEMENT, Reason.RETIRED));
    }
    Certificate valid = in(Certificate.State.VALID, CertificateKind.ENFORCEMENT);
    Measure own = new Measure(Step.REVOKE, Authority.OWN_ORGAN, basis(Step.REVOKE, null, Authority.OWN_ORGAN), "1号", TODAY, Reason.R45_5, null);
    assertEquals("authority", assertThrows(Invalid.class, () -> valid.take(own, TODAY)).violations().get(0).field(), "the own organ takes nobody's qualification away");
    assertEquals(Certificate.State.VALID, valid.state());
  }

  @Test
  void reasons_are_closed_lists_of_the_law() {
    assertEquals(9, Reason.of(Step.REVOKE, CertificateKind.ENFORCEMENT).size(), "the eight causes of article 45, and 85 (5)");
    assertEquals(List.of(Reason.R47_1, Reason.R47_2, Reason.R47_3, Reason.R47_4), Reason.of(Step.SUSPEND, CertificateKind.SUPERVISION), "the four of article 47");
    assertTrue(Reason.of(Step.REVOKE, CertificateKind.SUPERVISION).isEmpty());
    for (Step step : Step.values()) for (CertificateKind kind : CertificateKind.values()) {
      boolean exists = !(step == Step.REVOKE && kind == CertificateKind.SUPERVISION);
      assertEquals(step.needsReason() && exists, !Reason.of(step, kind).isEmpty(), step + " " + kind);
    }
    for (Step step : Step.values()) assertFalse(Reason.of(step, CertificateKind.ENFORCEMENT).stream().anyMatch(Reason.IMPORTED::contains), "nobody chooses what an import says");
  }

  private static String wrong(Certificate one, Measure measure) {
    return assertThrows(Invalid.class, () -> one.take(measure, TODAY)).violations().get(0).field();
  }

  @Test
  void a_measure_that_lacks_a_part_or_contradicts_itself_changes_nothing() {
    Certificate one = in(Certificate.State.VALID, CertificateKind.ENFORCEMENT);
    Authority organ = Authority.SUPERVISION_ORGAN;
    StepRules.Basis basis = basis(Step.SUSPEND, null, organ);
    assertEquals("on", wrong(one, new Measure(Step.SUSPEND, organ, basis, "1号", null, Reason.R45_1, null)));
    assertEquals("on", wrong(one, new Measure(Step.SUSPEND, organ, basis, "1号", TODAY.plusDays(1), Reason.R45_1, null)), "to come");
    assertEquals("on", wrong(one, new Measure(Step.SUSPEND, organ, basis, "1号", LocalDate.of(2023, 12, 31), Reason.R45_1, null)), "before the step before");
    assertEquals("reason", wrong(one, new Measure(Step.SUSPEND, organ, basis, "1号", TODAY, null, null)));
    assertEquals("reason", wrong(one, new Measure(Step.SUSPEND, organ, basis, "1号", TODAY, Reason.R47_1, null)), "of the other certificate");
    assertEquals("reason", wrong(one, new Measure(Step.SUSPEND, organ, basis, "1号", TODAY, Reason.RETIRED, null)), "of another step");
    assertEquals("document", wrong(one, new Measure(Step.SUSPEND, organ, basis, " ", TODAY, Reason.R45_1, null)));
    assertEquals("note", wrong(one, new Measure(Step.SUSPEND, organ, basis, "1号", TODAY, Reason.R45_8, null)), "other misconduct must be named");
    assertEquals("basis", wrong(one, new Measure(Step.SUSPEND, organ, null, "1号", TODAY, Reason.R45_1, null)));
    assertEquals("basis", wrong(one, new Measure(Step.SUSPEND, organ, basis(Step.CANCEL, null, organ), "1号", TODAY, Reason.R45_1, null)));
    assertEquals("basis", wrong(one, new Measure(Step.SUSPEND, organ, basis(Step.SUSPEND, CertificateKind.SUPERVISION, organ), "1号", TODAY, Reason.R45_1, null)));
    assertEquals("basis", wrong(one, new Measure(Step.SUSPEND, organ, basis(Step.SUSPEND, null, Authority.ISSUER), "1号", TODAY, Reason.R45_1, null)), "of another authority");
    assertEquals("reason", wrong(one, new Measure(Step.LAPSE, organ, basis(Step.LAPSE, null, organ), null, TODAY, Reason.EXPIRED, null)), "not yet");
    assertEquals(Certificate.State.VALID, one.state());
    assertEquals(0, one.version());
  }

  @Test
  void a_card_that_ran_out_is_not_restored_and_a_suspension_has_an_end() {
    Certificate one = in(Certificate.State.SUSPENDED, CertificateKind.ENFORCEMENT);
    one.span(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 1, 1));
    assertEquals("certificate-expired", assertThrows(Refused.class, () -> one.take(sound(Step.RESTORE, CertificateKind.ENFORCEMENT, Certificate.State.SUSPENDED, TODAY), TODAY)).code());
    Certificate other = in(Certificate.State.VALID, CertificateKind.ENFORCEMENT);
    other.take(sound(Step.SUSPEND, CertificateKind.ENFORCEMENT, Certificate.State.VALID, TODAY), TODAY);
    assertThrows(Invalid.class, () -> other.suspendUntil(null, 180));
    assertThrows(Invalid.class, () -> other.suspendUntil(TODAY, 180));
    assertThrows(Invalid.class, () -> other.suspendUntil(TODAY.plusDays(181), 180));
    other.suspendUntil(TODAY.plusDays(180), 180);
  }

  @Test
  void nothing_is_approved_without_a_check_nor_sent_while_it_is_published() {
    CertificateApplication one = new CertificateApplication("SL2026-0001", CertificateKind.ENFORCEMENT, CertificateApplication.Purpose.FIRST, 7, 1, null, TODAY.minusDays(30), 1L, java.time.Instant.EPOCH);
    for (Step step : List.of(Step.SUBMIT, Step.UNIT_PASS, Step.ESTABLISHMENT_PASS)) one.take(application(step, TODAY.minusDays(20)), TODAY);
    assertEquals("application-unchecked", assertThrows(Refused.class, () -> one.take(application(Step.BUREAU_PASS, TODAY.minusDays(18)), TODAY)).code());
    one.restsOn(3);
    one.take(application(Step.BUREAU_PASS, TODAY.minusDays(18)), TODAY);
    one.take(application(Step.PUBLISH, TODAY.minusDays(6)), TODAY);
    one.publish(TODAY.minusDays(6), TODAY);
    assertEquals("application-publication", assertThrows(Refused.class, () -> one.take(application(Step.SEND, TODAY), TODAY)).code(), "the last day still belongs to it");
    one.publish(TODAY.minusDays(7), TODAY.minusDays(1));
    one.take(application(Step.SEND, TODAY), TODAY);
    assertThrows(Invalid.class, () -> one.take(application(Step.MAKE, TODAY), TODAY), "no card, no serial");
    one.take(new Measure(Step.RETURN, Authority.ISSUER, basis(Step.RETURN, null, Authority.ISSUER), null, TODAY, Reason.PROVINCE_RETURNED, null), TODAY);
    assertEquals(null, one.checkId(), "what was found may not hold any more");
  }

  private static Measure application(Step step, LocalDate on) {
    Authority authority = Arrays.stream(Authority.values()).filter(one -> step.decidedBy(one, CertificateKind.ENFORCEMENT, null)).findFirst().orElseThrow();
    return new Measure(step, authority, basis(step, null, authority), "陕司证报〔2026〕1号", on, null, "说明");
  }

  @Test
  void a_serial_is_the_same_however_it_is_typed() {
    assertEquals("Z12032024", Certificate.plain(" ｚ1203　2024\u200B "));
    assertEquals("", Certificate.plain(null));
  }
}
