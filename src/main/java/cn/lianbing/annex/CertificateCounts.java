package cn.lianbing.annex;

import java.util.List;
import java.util.Map;

/** What the register of certificates says: the one place that knows its tables. */
final class CertificateCounts {
  /** Distinct applications that went to the province in the period. */
  private static final String APPLIED = """
      select a.number as number, o.name as officer, u.name as unit, min(s.on_date) as day, max(s.document_number) as document
        from certificate_step s join certificate_application a on a.id = s.application_id join officer o on o.id = a.officer_id join unit u on u.id = a.unit_id
       where s.step = 'SEND' and s.on_date between ?1 and ?2 and a.kind = ?6 group by a.id, a.number, o.name, u.name""";
  private static final String CANCELLED = """
      select c.serial as serial, c.holder_name as officer, u.name as unit, s.on_date as day, s.reason as reason, s.document_number as document
        from certificate_step s join certificate c on c.id = s.certificate_id join unit u on u.id = c.unit_id
       where s.step = 'CANCEL' and s.on_date between ?1 and ?2 and c.kind = ?6""";
  /** In force, lapsed or suspended at some time of the period: what could be cancelled in it. */
  private static final String STOCK = """
      select c.serial as serial, c.holder_name as officer, u.name as unit, c.valid_from as valid_from, c.valid_to as valid_to, c.ended_on as ended_on
        from certificate c join unit u on u.id = c.unit_id where c.kind = ?6 and c.valid_from <= ?2 and (c.ended_on is null or c.ended_on >= ?1)""";
  private static final List<String> OF_APPLIED = List.of("number", "officer", "unit", "day", "document");
  private static final List<String> OF_CANCELLED = List.of("serial", "officer", "unit", "day", "reason", "document");
  private static final List<String> OF_STOCK = List.of("serial", "officer", "unit", "valid_from", "valid_to", "ended_on");

  static final Map<String, Counting> ALL = Map.of(
      "APPLIED_ENFORCEMENT", new Counting(null, OF_APPLIED, APPLIED, "ENFORCEMENT"), "APPLIED_SUPERVISION", new Counting(null, OF_APPLIED, APPLIED, "SUPERVISION"),
      "CANCELLED_ENFORCEMENT", new Counting(null, OF_CANCELLED, CANCELLED, "ENFORCEMENT"), "CANCELLED_SUPERVISION", new Counting(null, OF_CANCELLED, CANCELLED, "SUPERVISION"),
      "STOCK_ENFORCEMENT", new Counting(null, OF_STOCK, STOCK, "ENFORCEMENT"), "STOCK_SUPERVISION", new Counting(null, OF_STOCK, STOCK, "SUPERVISION"));

  private CertificateCounts() {}
}
