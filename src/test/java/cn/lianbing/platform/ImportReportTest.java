package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportReportTest {
  @Test
  void a_report_without_rejected_rows_is_clean() {
    assertTrue(new ImportReport(3, 0, 2, List.of()).clean());
    assertFalse(new ImportReport(3, 1, 2, List.of(ImportReport.Error.of(4, "code", "item.code"))).clean());
  }

  @Test
  void more_errors_than_anyone_reads_are_counted_but_not_listed() {
    ImportReport report = new ImportReport(0, 1000, 0, Collections.nCopies(1000, ImportReport.Error.of(1, "stem", "required")));
    assertEquals(ImportReport.LISTED, report.errors().size());
    assertEquals(1000, report.rejected());
  }

  @Test
  void an_error_keeps_what_its_sentence_names() {
    assertEquals(List.of("A-1", 3), ImportReport.Error.of(2, "code", "item.codeTwice", "A-1", 3).arguments());
  }
}
