package cn.lianbing.certificate;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A step as a form or a program sends it.
 *
 * @param on        the day it took effect
 * @param until     SUSPEND: the last day; else null
 * @param serial    MAKE, REPLACE: of the new card
 * @param validFrom MAKE, REPLACE; null: the day it is made
 * @param validTo   MAKE, REPLACE; null: the end of the present cohort
 */
public record StepData(Step step, Authority authority, Long basisId, String document, LocalDate on, Reason reason, String note, LocalDate until, String serial, LocalDate validFrom, LocalDate validTo) implements Serializable {

  /** What a step is taken on, as its reader saw it: whoever changed it meanwhile made another version. */
  public record Target(long id, int version) implements Serializable {
    @JsonbCreator
    public Target {}
  }

  /** What several people will have decided: kept until a second person looks. */
  public record Many(List<Target> targets, StepData data) {
    @JsonbCreator
    public Many {}
  }

  @JsonbCreator
  public StepData {}

  public static StepData of(Step step, Authority authority, Long basisId, LocalDate on) {
    return new StepData(step, authority, basisId, null, on, null, null, null, null, null, null);
  }

  public StepData because(Reason why, String said) {
    return new StepData(step, authority, basisId, document, on, why, said, until, serial, validFrom, validTo);
  }

  public StepData by(String documentNumber) {
    return new StepData(step, authority, basisId, documentNumber, on, reason, note, until, serial, validFrom, validTo);
  }

  public StepData suspendedUntil(LocalDate last) {
    return new StepData(step, authority, basisId, document, on, reason, note, last, serial, validFrom, validTo);
  }

  public StepData card(String newSerial, LocalDate from, LocalDate to) {
    return new StepData(step, authority, basisId, document, on, reason, note, until, newSerial, from, to);
  }
}
