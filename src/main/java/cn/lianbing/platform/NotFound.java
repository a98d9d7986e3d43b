package cn.lianbing.platform;

/** It does not exist, or it is not the caller's to see; both look the same from outside. */
public class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound(String what, Object id) {
    super(what + " " + id);
  }
}
