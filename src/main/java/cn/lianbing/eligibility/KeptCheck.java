package cn.lianbing.eligibility;

import java.io.Serializable;
import java.time.Instant;

/**
 * A check that was kept 资格核验单.
 *
 * @param decision what a person decided about it when it was contested; null where nobody has
 */
public record KeptCheck(long id, String number, Check check, String keptBy, Instant keptAt, Decision decision) implements Serializable {
  /** @param eligible whether the person is eligible all the same */
  public record Decision(boolean eligible, String reason, String by, Instant at) implements Serializable {}

  /** What holds: the person's decision before the machine's; null where a person must still decide. */
  public Boolean eligible() {
    return decision != null ? Boolean.valueOf(decision.eligible()) : check.eligible();
  }
}
