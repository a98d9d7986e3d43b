package cn.lianbing.platform.web;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An error that no rule foresaw. It goes to the log whole, under a number; the user is shown the number and nothing else. */
final class Unforeseen {
  private static final Logger LOG = Logger.getLogger(Unforeseen.class.getName());

  private Unforeseen() {}

  /**
   * @param where the address that was asked
   * @param thrown null where the container only said that it failed
   * @return its number
   */
  static String log(String where, Throwable thrown) {
    String number = "E-" + UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, number + " " + where.replaceAll("[\\r\\n]", " "), thrown);
    return number;
  }
}
