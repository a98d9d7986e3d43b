package cn.lianbing.platform;

import java.io.Serializable;
import java.util.List;

/**
 * What an import found, row by row; the same whether it was a trial or the real thing. An import is stored whole or not at all.
 *
 * @param accepted   rows that are new or changed
 * @param rejected   rows with at least one error
 * @param duplicates rows that are stored already, unchanged
 * @param hints      what somebody should look at, although nothing is wrong; of trials only
 */
public record ImportReport(int accepted, int rejected, int duplicates, List<Error> errors, List<Error> hints) implements Serializable {
  /** More are counted, not listed: nobody reads them before correcting these. */
  public static final int LISTED = 200;

  /**
   * @param row   as the user's program counts it: the sheet's row, the YAML file's line
   * @param field the column's or the key's name
   * @param code  behind {@code invalid.}, the key of the sentence
   */
  public record Error(int row, String field, String code, List<Object> arguments) implements Serializable {
    public static Error of(int row, String field, String code, Object... arguments) {
      return new Error(row, field, code, List.of(arguments));
    }
  }

  public ImportReport {
    errors = errors.stream().limit(LISTED).toList();
    hints = hints.stream().limit(LISTED).toList();
  }

  public ImportReport(int accepted, int rejected, int duplicates, List<Error> errors) {
    this(accepted, rejected, duplicates, errors, List.of());
  }

  public boolean clean() {
    return rejected == 0;
  }
}
