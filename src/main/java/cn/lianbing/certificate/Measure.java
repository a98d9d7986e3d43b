package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A step as somebody wants it recorded.
 *
 * @param basis what it is founded on, out of {@link StepRules#bases}; null only where the program itself acts
 * @param on    the day it took effect
 */
public record Measure(Step step, Authority authority, StepRules.Basis basis, String document, LocalDate on, Reason reason, String note) implements Serializable {
  private static final int LONGEST_DOCUMENT = 60;
  private static final int LONGEST_NOTE = 500;

  public Measure {
    document = document == null || document.isBlank() ? null : document.strip();
    note = note == null || note.isBlank() ? null : note.strip();
  }

  /** By the clock or by an import: no article is chosen. */
  static Measure bySystem(Step step, LocalDate on, Reason reason, String note) {
    return new Measure(step, null, null, null, on, reason, note);
  }

  /**
   * Whether it is complete and its parts belong together. Whether it comes at the right time, the certificate knows.
   *
   * @param after the day of the step before; this one is not earlier
   */
  void demand(CertificateKind kind, LocalDate after, LocalDate today) {
    if (on == null) throw Invalid.field("on", "required");
    if (on.isAfter(today)) throw Invalid.field("on", "certificate.future");
    if (on.isBefore(after)) throw Invalid.field("on", "certificate.before", Times.text(after));
    if (step.needsReason() && reason == null) throw Invalid.field("reason", "required");
    if (reason != null && !reason.fits(step, kind)) throw Invalid.field("reason", "certificate.reason");
    if (step.needsDocument(reason) && document == null) throw Invalid.field("document", "certificate.document");
    if (document != null && document.length() > LONGEST_DOCUMENT) throw Invalid.field("document", "tooLong", LONGEST_DOCUMENT);
    if (step.needsNote(reason) && note == null) throw Invalid.field("note", "certificate.note");
    if (note != null && note.length() > LONGEST_NOTE) throw Invalid.field("note", "tooLong", LONGEST_NOTE);
    if (authority == null) throw Invalid.field("authority", "required");
    if (!step.decidedBy(authority, kind, reason)) throw Invalid.field("authority", "certificate.authority");
    if (basis == null) throw Invalid.field("basis", "required");
    if (!basis.founds(this, kind)) throw Invalid.field("basis", "certificate.basis");
  }
}
