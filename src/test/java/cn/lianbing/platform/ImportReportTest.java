package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportReportTest {
  @Test
  void aReportWithoutRejectedRowsIsClean() {
    assertTrue(new ImportReport(3, 0, 2, List.of()).clean());
    assertFalse(new ImportReport(3, 1, 2, List.of(ImportReport.Error.of(4, "code", "item.code"))).clean());
  }

  @Test
  void moreErrorsThanAnyoneReadsAreCountedButNotListed() {
    ImportReport report = new ImportReport(0, 1000, 0, Collections.nCopies(1000, ImportReport.Error.of(1, "stem", "required")));
    assertEquals(ImportReport.LISTED, report.errors().size());
    assertEquals(1000, report.rejected());
  }

  @Test
  void anErrorKeepsWhatItsSentenceNames() {
    assertEquals(List.of("A-1", 3), ImportReport.Error.of(2, "code", "item.codeTwice", "A-1", 3).arguments());
  }
}
