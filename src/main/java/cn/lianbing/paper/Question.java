package cn.lianbing.paper;

/**
 * A place on a paper. A CASE has one for each of its questions, one after the other.
 *
 * @param no          from 1
 * @param part        of a CASE, from 1; 0: the item itself is asked
 * @param optionOrder the author's letters in the order shown: shown A is its first letter; behind them, for MATCH, the author's
 *                    numbers of the left column in the order shown; empty for what is written
 * @param marks       tenths
 */
public record Question(int no, long itemVersionId, int part, String optionOrder, int marks) {
  public Question(int no, long itemVersionId, String optionOrder, int marks) {
    this(no, itemVersionId, 0, optionOrder, marks);
  }

  /** The author's letter of an option as it was shown. */
  public String authors(String shown) {
    return String.valueOf(optionOrder.charAt(shown.charAt(0) - 'A'));
  }

  /** The letter under which the author's option was shown. */
  public String shown(String authors) {
    return String.valueOf((char) ('A' + optionOrder.indexOf(authors)));
  }

  /** The author's letters in the order shown. */
  public String letters() {
    return optionOrder.substring(0, optionOrder.length() - left().length());
  }

  /** The author's numbers of the left column in the order shown; empty where there is none. */
  public String left() {
    int from = 0;
    while (from < optionOrder.length() && !Character.isDigit(optionOrder.charAt(from))) from++;
    return optionOrder.substring(from);
  }

  Question at(int number) {
    return new Question(number, itemVersionId, part, optionOrder, marks);
  }
}
