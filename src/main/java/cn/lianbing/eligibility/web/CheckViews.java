package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.Check;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.KeptCheck;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.json.bind.annotation.JsonbNillable;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** A check as pages and the API show it, in the reader's language, with links that the reader can open. */
public final class CheckViews {
  private CheckViews() {}

  public record BasisView(String law, String version, String article, String wording, LocalDate validFrom, LocalDate validTo) implements Serializable {}

  public record EvidenceView(String text, String link) implements Serializable {}

  /** @param met null: not known, or a person decides */
  @JsonbNillable
  public record CriterionView(String code, String title, String question, BasisView basis, Boolean met, List<EvidenceView> evidence, String missing, LocalDate by, boolean unverified, boolean decided) implements Serializable {}

  /** @param eligible null: a person must decide, and {@code why} says of what */
  @JsonbNillable
  public record CheckView(Boolean eligible, LocalDate on, OffsetDateTime knownAt, CertificateKind kind, int rule, long personId, String name, String unit, String why, LocalDate by, List<CriterionView> criteria) implements Serializable {
    public long count(Boolean met) {
      return criteria.stream().filter(one -> met == null ? one.met() == null : met.equals(one.met())).count();
    }
  }

  public record DecisionView(boolean eligible, String reason, String by, OffsetDateTime at) implements Serializable {}

  /** @param eligible the person's decision before the machine's; null: a person must decide */
  @JsonbNillable
  public record KeptView(long id, String number, Boolean eligible, String keptBy, OffsetDateTime keptAt, DecisionView decision, String verifyPath, boolean sealed, CheckView check) implements Serializable {}

  /** Whose pages the links lead into: a unit and the exam desk open all, the certificate desk no exams, auditors only these, officers their own. */
  enum Side {
    STAFF, DESK, AUDIT, OWN;

    static Side of(Caller caller) {
      if (caller.hasAny("UNIT_ADMIN", "EXAM_ADMIN")) return STAFF;
      if (caller.hasAny("SUPERVISOR", "SYSTEM_ADMIN")) return DESK;
      return caller.has("AUDITOR") ? AUDIT : OWN;
    }
  }

  static CheckView of(Check check, Side side, Texts texts) {
    return new CheckView(check.eligible(), check.on(), Times.offset(check.knownAt()), check.kind(), check.rule(), check.officerId(), check.name(), check.unit(), why(check, texts), check.by(), check.criteria().stream().map(one -> criterion(one, side, texts)).toList());
  }

  static KeptView of(KeptCheck kept, String token, boolean sealed, Side side, Texts texts) {
    KeptCheck.Decision decision = kept.decision();
    return new KeptView(kept.id(), kept.number(), kept.eligible(), kept.keptBy(), Times.offset(kept.keptAt()), decision == null ? null : new DecisionView(decision.eligible(), decision.reason(), decision.by(), Times.offset(decision.at())),
        "/public/eligibility/verify.xhtml?number=" + kept.number() + "&token=" + token, sealed, of(kept.check(), side, texts));
  }

  private static CriterionView criterion(Check.Finding one, Side side, Texts texts) {
    return new CriterionView(one.code(), one.title(), one.question(), new BasisView(one.basis().law(), one.basis().version(), one.basis().article(), one.basis().wording(), one.basis().validFrom(), one.basis().validTo()), one.met(),
        one.evidence().stream().map(evidence -> new EvidenceView(evidence.text().in(texts).strip(), link(evidence.link(), side))).toList(), one.missing() == null ? null : one.missing().in(texts), one.by(), one.unverified(), one.decided());
  }

  /** 还差 2 项：… 另有 1 项需要人工判断：… */
  static String why(Check check, Texts texts) {
    String lacking = check.lacking().stream().map(Check.Finding::title).collect(Collectors.joining(texts.get("eligibility.and")));
    String open = check.open().stream().map(Check.Finding::title).collect(Collectors.joining(texts.get("eligibility.and")));
    if (lacking.isEmpty() && open.isEmpty()) return texts.get("eligibility.why.all");
    if (lacking.isEmpty()) return texts.of("eligibility.why.open", check.open().size(), open);
    String lack = texts.of("eligibility.why.lacking", check.lacking().size(), lacking);
    return open.isEmpty() ? lack : lack + texts.of("eligibility.why.alsoOpen", check.open().size(), open);
  }

  /** Checks name the pages of staff; officers have their own. */
  static String link(String link, Side side) {
    if (link == null || side == Side.STAFF) return link;
    boolean exam = link.startsWith("/staff/exam/");
    boolean fact = link.contains("#fact-");
    if (side == Side.DESK) return exam ? null : link;
    if (side == Side.AUDIT) return fact ? link : null;
    if (fact) return link.substring(link.indexOf('#'));
    if (link.startsWith("/staff/credit/")) return "/officer/credit/credits.xhtml";
    return exam ? "/officer/exam/exams.xhtml" : "/officer/people/account.xhtml";
  }
}
