package cn.lianbing.eligibility;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Role;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writing a new version of the rules: the certificate desk drafts and tries it, a second person approves it, and it holds from a day on. */
@ApplicationScoped
@Transactional
public class RuleEditing {
  @Inject EligibilityRules rules;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A draft with the criteria that hold today. @return its id */
  public long draft(Caller caller, CertificateKind kind) {
    demandEditor(caller);
    EligibilityRule rule = rules.add(kind, rules.inForce(kind, today(), clock.instant()).criteria(), caller);
    tell(caller, "eligibility.draftRule", rule, "");
    return rule.id();
  }

  /**
   * Changes a criterion of a draft, or adds one with a code of its own.
   *
   * @param version of the draft as it was read
   * @throws Invalid with everything that does not fit
   */
  public void change(Caller caller, long id, int version, Criterion criterion) {
    EligibilityRule rule = editable(caller, id, version);
    List<Criterion> criteria = new ArrayList<>(rule.criteria());
    int at = -1;
    for (int i = 0; i < criteria.size(); i++) if (criteria.get(i).code().equals(criterion.code())) at = i;
    if (at >= 0 && criteria.get(at).probe() != criterion.probe()) throw Invalid.field("probe", "eligibility.probe");
    check(criterion);
    if (at >= 0) criteria.set(at, criterion);
    else criteria.add(criterion);
    rule.write(criteria, caller.accountId());
    tell(caller, "eligibility.changeRule", rule, criterion.code());
  }

  /**
   * Takes out a criterion that only this draft has. One that was in force before is switched off instead, so that its history stays.
   *
   * @throws Refused {@code eligibility-criterion-known} for one that was in force
   */
  public void remove(Caller caller, long id, int version, String code) {
    EligibilityRule rule = editable(caller, id, version);
    List<Criterion> criteria = new ArrayList<>(rule.criteria());
    if (!criteria.removeIf(one -> one.code().equals(code))) throw new NotFound("criterion", code);
    if (known(rule.kind(), code)) throw new Refused("eligibility-criterion-known");
    rule.write(criteria, caller.accountId());
    tell(caller, "eligibility.changeRule", rule, "- " + code);
  }

  /** Whether a criterion of that code holds today. */
  public boolean known(CertificateKind kind, String code) {
    return rules.inForce(kind, today(), clock.instant()).criteria().stream().anyMatch(one -> one.code().equals(code));
  }

  /** Since when it will hold, and why it is made. */
  public void plan(Caller caller, long id, int version, LocalDate from, String note) {
    EligibilityRule rule = editable(caller, id, version);
    if (from == null) throw Invalid.field("from", "required");
    if (from.isBefore(today())) throw Invalid.field("from", "eligibility.ruleFrom");
    if (note == null || note.isBlank() || note.strip().length() > 500) throw Invalid.field("note", "eligibility.note");
    rule.plan(from, note.strip(), caller.accountId());
    tell(caller, "eligibility.changeRule", rule, from.toString());
  }

  public void submit(Caller caller, long id) {
    demandEditor(caller);
    EligibilityRule rule = rules.get(id);
    if (rule.inForceFrom() == null) throw Invalid.field("from", "required");
    rule.submit(caller.accountId(), clock.instant());
    tell(caller, "eligibility.submitRule", rule, "");
    notices.tellRole(Role.SUPERVISOR, new Notice("eligibility.rule", List.of(String.valueOf(rule.number()), caller.name()), "/staff/eligibility/rule.xhtml?id=" + id));
  }

  /**
   * Puts it in force from its day on, for good.
   *
   * @throws Refused {@code eligibility-own-rule} for whoever wrote on it, {@code eligibility-rule-late} where its day has passed meanwhile
   */
  public void approve(Caller caller, long id) {
    demandApprover(caller);
    EligibilityRule rule = rules.get(id);
    if (rule.state() == EligibilityRule.State.SUBMITTED && rule.inForceFrom().isBefore(today())) throw new Refused("eligibility-rule-late", Times.text(rule.inForceFrom()));
    rule.approve(caller.accountId(), caller.name(), clock.instant());
    tell(caller, "eligibility.approveRule", rule, rule.inForceFrom().toString());
  }

  /** Back to its authors. */
  public void giveBack(Caller caller, long id, String reason) {
    demandApprover(caller);
    EligibilityRule rule = rules.get(id);
    rule.giveBack(PersonnelFacts.reason(reason));
    tell(caller, "eligibility.giveBackRule", rule, reason.strip());
  }

  /** A draft that is not wanted any more. */
  public void withdraw(Caller caller, long id) {
    demandEditor(caller);
    EligibilityRule rule = rules.get(id);
    rule.withdraw();
    tell(caller, "eligibility.withdrawRule", rule, "");
  }

  public static boolean edits(Caller caller) {
    return caller.has("SUPERVISOR");
  }

  public static boolean approves(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM_ADMIN");
  }

  private EligibilityRule editable(Caller caller, long id, int version) {
    demandEditor(caller);
    EligibilityRule rule = rules.get(id);
    if (rule.version() != version) throw new Refused("changed-meanwhile");
    return rule;
  }

  private static void check(Criterion one) {
    List<Invalid.Violation> wrong = new ArrayList<>();
    if (one.code() == null || !one.code().matches("[A-Z][A-Z_]{1,29}")) wrong.add(Invalid.Violation.of("code", "eligibility.code"));
    text(wrong, "title", one.title(), 60, true);
    text(wrong, "question", one.question(), 100, true);
    text(wrong, "hint", one.hint(), 200, false);
    text(wrong, "elsewhere", one.elsewhere(), 500, one.unverified());
    if (one.decides() == null) wrong.add(Invalid.Violation.of("decides", "required"));
    if (one.basis() == null) wrong.add(Invalid.Violation.of("basis", "required"));
    else {
      text(wrong, "law", one.basis().law(), 100, true);
      text(wrong, "version", one.basis().version(), 60, true);
      text(wrong, "article", one.basis().article(), 60, true);
      text(wrong, "wording", one.basis().wording(), 500, true);
      if (one.basis().validFrom() == null) wrong.add(Invalid.Violation.of("validFrom", "required"));
      else if (one.basis().validTo() != null && one.basis().validTo().isBefore(one.basis().validFrom())) wrong.add(Invalid.Violation.of("validTo", "eligibility.to"));
    }
    if (one.probe() == null) wrong.add(Invalid.Violation.of("probe", "required"));
    else for (Probe.Parameter parameter : one.probe().parameters()) {
      if (parameter.takes(one.text(parameter.name()))) continue;
      if (parameter.form() == Probe.Parameter.Form.NUMBER) wrong.add(Invalid.Violation.of(parameter.name(), "eligibility.number", parameter.least(), parameter.most()));
      else wrong.add(Invalid.Violation.of(parameter.name(), "oneOf", String.join(", ", parameter.choices())));
    }
    if (!wrong.isEmpty()) throw new Invalid(wrong);
  }

  private static void text(List<Invalid.Violation> wrong, String field, String text, int longest, boolean required) {
    if (text == null || text.isBlank()) {
      if (required) wrong.add(Invalid.Violation.of(field, "required"));
    } else if (text.length() > longest) wrong.add(Invalid.Violation.of(field, "tooLong", longest));
  }

  private void tell(Caller caller, String action, EligibilityRule rule, String detail) {
    happened.fire(Happened.done(caller, action, "eligibilityRule", rule.id(), null, "%s %d %s".formatted(rule.kind(), rule.number(), detail).strip()));
  }

  private static void demandEditor(Caller caller) {
    if (!edits(caller)) throw new NotFound("eligibilityRule", "-");
  }

  private static void demandApprover(Caller caller) {
    if (!approves(caller)) throw new NotFound("eligibilityRule", "-");
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
