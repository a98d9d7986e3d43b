package cn.lianbing.launch;

/** The program cannot start; the message is one sentence that tells the operator what to do. */
final class LaunchRefused extends Exception {
  LaunchRefused(String message) {
    super(message);
  }

  LaunchRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
