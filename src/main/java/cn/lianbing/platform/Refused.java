package cn.lianbing.platform;

import java.util.List;

/**
 * A rule says no. The code is the problem code of the REST contract and, behind {@code refused.}, the key of the sentence that
 * tells the user what happened and what to do. Rolls the transaction back.
 */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient List<Object> arguments;

  /** @param arguments what the sentence names: times, numbers, titles */
  public Refused(String code, Object... arguments) {
    super(code);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public String code() {
    return code;
  }

  public Object[] arguments() {
    return arguments.toArray();
  }
}
