package cn.lianbing.eligibility;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The program's own statements and judging without the container, for measuring. */
public final class OpenRecords {
  private final Records records;
  private final Rule rule = new Rule(1, CertificateKind.ENFORCEMENT, 1, LocalDate.of(2017, 8, 1), SuppliedRules.of(CertificateKind.ENFORCEMENT));

  public OpenRecords(Connection connection) {
    records = new Records(connection);
  }

  public Check one(long officer, LocalDate on, Instant knownAt) throws SQLException {
    return Check.of(records.range(officer, officer, asked(on, knownAt, true)).get(0), rule, knownAt);
  }

  /** Everybody; how many of each verdict. */
  public Map<Check.Verdict, Integer> all(LocalDate on, Instant knownAt) throws SQLException {
    Map<Check.Verdict, Integer> verdicts = new EnumMap<>(Check.Verdict.class);
    records.each(asked(on, knownAt, true), known -> verdicts.merge(Check.of(known, rule, knownAt).verdict(), 1, Integer::sum));
    return verdicts;
  }

  private Records.Asked asked(LocalDate on, Instant knownAt, boolean coming) {
    return new Records.Asked("/", "/", false, null, on, knownAt, EligibilityChecking.windows(rule), coming);
  }
}
