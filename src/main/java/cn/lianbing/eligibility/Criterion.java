package cn.lianbing.eligibility;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One condition of a certificate, as data: the question, the article that asks it, what is looked at and with which parameters,
 * and whether a machine's "no" is the last word.
 *
 * @param active     switched off, it is kept and not asked
 * @param unverified 待核: Henan's own text does not settle it, or could not be read
 * @param elsewhere  what was found in other places, for an unverified one
 * @param hint       what to do where it is not met
 */
public record Criterion(String code, String title, String question, Basis basis, Probe probe, Map<String, String> parameters, Decides decides, boolean active, boolean unverified, String elsewhere, String hint) implements Serializable {
  /** MACHINE: its "no" holds until it is contested. PERSON: its "no" is a hint, and somebody of the desk decides. */
  public enum Decides { MACHINE, PERSON }

  /** The law, its version, the article, its wording, and when it held. */
  public record Basis(String law, String version, String article, String wording, LocalDate validFrom, LocalDate validTo) implements Serializable {
    @JsonbCreator
    public Basis {}
  }

  @JsonbCreator
  public Criterion {
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
  }

  public int number(String name) {
    return Integer.parseInt(parameters.get(name));
  }

  public String text(String name) {
    return parameters.get(name);
  }

  public boolean flag(String name) {
    return Boolean.parseBoolean(parameters.get(name));
  }

  /** Of a parameter that holds several. */
  public List<String> some(String name) {
    return List.of(parameters.get(name).split(","));
  }

  /** In the order of their names, for reading. */
  public Map<String, String> sorted() {
    return new TreeMap<>(parameters);
  }

  /** Whether the law that it rests on held on that day. */
  boolean held(LocalDate on) {
    return !basis.validFrom().isAfter(on) && (basis.validTo() == null || !basis.validTo().isBefore(on));
  }
}
