package cn.lianbing.platform;

/** The program must not run like this. The launcher, in the same process, finds the sentence in the system property and prints it. */
public class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** @param key of a sentence that tells the operator what to do */
  public StartRefused(String key, Object... arguments) {
    super(Texts.operators().of(key, arguments));
    System.setProperty("lianbing.refusal", getMessage());
  }
}
