package cn.lianbing.platform;

/** It does not exist, or it is not the caller's to see; both look the same from outside. */
public class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound(String what, Object id) {
    super(what + " " + id);
  }

  /** The id that an address carries. @throws NotFound for anything that cannot be one */
  public static long id(String what, String asked) {
    if (asked == null || !asked.matches("\\d{1,18}")) throw new NotFound(what, asked);
    return Long.parseLong(asked);
  }
}
