package cn.lianbing.paper;

/**
 * A place on a paper.
 *
 * @param no          from 1
 * @param optionOrder the author's letters in the order shown: shown A is its first letter; empty for blanks
 * @param marks       tenths
 */
public record Question(int no, long itemVersionId, String optionOrder, int marks) {
  /** The author's letter of an option as it was shown. */
  public String authors(String shown) {
    return String.valueOf(optionOrder.charAt(shown.charAt(0) - 'A'));
  }

  /** The letter under which the author's option was shown. */
  public String shown(String authors) {
    return String.valueOf((char) ('A' + optionOrder.indexOf(authors)));
  }
}
