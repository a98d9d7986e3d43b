package cn.lianbing.report;

import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures against the records of the demo. */
public interface ReportInContainer {
  private static AnnualFigures.Period all() {
    return new AnnualFigures.Period(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31), null);
  }

  private static BigDecimal figure(String who, Figure figure) {
    return bean(AnnualFigures.class).of(caller(who), all()).stream().filter(one -> one.figure() == figure).findFirst().orElseThrow().value();
  }

  private static AnnualFigures.Records records(String who, Figure figure) {
    return bean(AnnualFigures.class).records(caller(who), all(), figure);
  }

  @Test
  default void every_figure_is_the_sum_of_the_records_that_it_opens_into() {
    assertEquals(figure("trainer", Figure.SESSIONS).intValue(), records("trainer", Figure.SESSIONS).rows().size());
    assertTrue(figure("trainer", Figure.SESSIONS).intValue() >= 20);
    assertEquals(figure("trainer", Figure.TOWNSHIPS).intValue(), records("trainer", Figure.TOWNSHIPS).rows().size());
    assertEquals(figure("trainer", Figure.UNITS).intValue(), records("trainer", Figure.UNITS).rows().size());
    assertEquals(figure("trainer", Figure.LECTURERS).intValue(), records("trainer", Figure.LECTURERS).rows().size());
    assertEquals(figure("trainer", Figure.PERSON_TIMES).intValue(), records("trainer", Figure.PERSON_TIMES).rows().stream().mapToInt(row -> Integer.parseInt(row.get(6))).sum());
    assertEquals(0, figure("trainer", Figure.HOURS).compareTo(records("trainer", Figure.HOURS).rows().stream().map(row -> new BigDecimal(row.get(4))).reduce(BigDecimal.ZERO, BigDecimal::add)));
    assertEquals(figure("trainer", Figure.CREDIT_MET).intValue(), records("trainer", Figure.CREDIT_MET).rows().stream().filter(row -> row.get(4).equals("0")).count());
  }

  @Test
  default void hours_are_those_of_the_ledger() {
    long booked = count("select coalesce(sum(e.hundredths), 0) from credit_entry e where e.origin = 'ATTENDANCE' and e.source not like 'test:%' and e.source not like 'random:%' and e.on_date between '2025-01-01' and '2027-12-31' and exists (select 1 from attendance a where e.source = concat('attendance:', a.id))");
    assertTrue(booked > 0);
    assertTrue(figure("trainer", Figure.HOURS).compareTo(BigDecimal.ZERO) > 0, Hundredths.text((int) booked));
  }

  @Test
  default void attack_16_a_unit_sees_its_own_people_only_and_officers_no_report() {
    assertTrue(records("unit01", Figure.UNITS).rows().stream().allMatch(row -> row.get(0).equals("区市场监督管理局")));
    assertTrue(records("unit01", Figure.CREDIT_MET).rows().stream().allMatch(row -> row.get(0).equals("区市场监督管理局")));
    assertThrows(NotFound.class, () -> bean(AnnualFigures.class).of(caller("officer001"), all()));
  }

  @Test
  default void a_period_that_ends_before_it_begins_is_refused() {
    assertThrows(Invalid.class, () -> new AnnualFigures.Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1), null));
    assertThrows(Invalid.class, () -> new AnnualFigures.Period(LocalDate.of(2016, 2, 1), LocalDate.of(2026, 1, 1), null));
  }

  @Test
  default void the_annex_is_printed_and_written_as_a_sheet() throws IOException {
    List<AnnualFigures.Counted> figures = bean(AnnualFigures.class).of(caller("trainer"), all());
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    FiguresSheet.xlsx(figures, Texts.in(null), sheet);
    FiguresSheet.xlsx(records("trainer", Figure.SESSIONS), Texts.in(null), sheet);
    assertTrue(sheet.size() > 4000);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    FiguresSheet.print(all(), figures, Instant.parse("2026-11-24T01:00:00Z"), Texts.in(null), pdf);
    assertTrue(pdf.toString(java.nio.charset.StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    assertFalse(FiguresSheet.worded(records("trainer", Figure.SESSIONS), Texts.in(null)).stream().anyMatch(row -> row.get(3).equals("MICRO_TALK")));
  }
}
