package cn.lianbing.platform;

import java.util.List;

/** Input that cannot be taken, with each field that is wrong. Nothing was stored. */
public class Invalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param field     the input's name, as the form or the JSON body has it
   * @param code      behind {@code invalid.}, the key of the sentence
   * @param arguments what the sentence names
   */
  public record Violation(String field, String code, List<Object> arguments) {
    public static Violation of(String field, String code, Object... arguments) {
      return new Violation(field, code, List.of(arguments));
    }
  }

  private final transient List<Violation> violations;
  private final boolean asked;

  public Invalid(List<Violation> violations) {
    this(violations, false);
  }

  private Invalid(List<Violation> violations, boolean asked) {
    super(violations.toString());
    this.violations = List.copyOf(violations);
    this.asked = asked;
  }

  public static Invalid field(String field, String code, Object... arguments) {
    return new Invalid(List.of(Violation.of(field, code, arguments)));
  }

  /** Of a parameter in the address, which narrows or sorts what is asked for: nothing was sent to be stored. */
  public static Invalid parameter(String name, String code, Object... arguments) {
    return new Invalid(List.of(Violation.of(name, code, arguments)), true);
  }

  /** The same of a part: its fields within the whole, {@code lines[2].count}. */
  public Invalid in(String part) {
    return new Invalid(violations.stream().map(one -> new Violation(part + "." + one.field(), one.code(), one.arguments())).toList(), asked);
  }

  /** Whether the address was wrong, rather than what was sent to be stored. */
  public boolean ofParameter() {
    return asked;
  }

  public List<Violation> violations() {
    return violations;
  }
}
