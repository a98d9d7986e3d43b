package cn.lianbing.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Written with one library, read with another. */
class CalendarFileTest {
  private static final Instant NINE = Instant.parse("2026-11-26T01:00:00Z");

  private static TrainingSessions.Row row(String title, TrainingSession.State state) {
    return new TrainingSessions.Row(7, 21, 2026, title, Form.MICRO_TALK, state, NINE, NINE.plusSeconds(8100), 1, "区司法局", 2, "张汴乡", 2L, "张汴乡", "三楼会议室；东", 40, null, Bucket.PROFESSIONAL, "周启明", 27, null);
  }

  private static String written(TrainingSessions.Row row, int sequence) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CalendarFile.write(List.of(new CalendarFile.Entry(row, sequence)), NINE, Texts.in(null), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ICalendar read(String text) throws IOException {
    try (ICalReader reader = new ICalReader(new StringReader(text))) {
      ICalendar calendar = reader.readNext();
      assertEquals(List.of(), reader.getWarnings());
      return calendar;
    }
  }

  @Test
  void another_library_reads_the_same_session() throws IOException {
    VEvent event = read(written(row("首违不罚与轻微不罚怎么用", TrainingSession.State.PUBLISHED), 3)).getEvents().get(0);
    assertEquals("微宣讲 首违不罚与轻微不罚怎么用", event.getSummary().getValue());
    assertEquals(NINE, event.getDateStart().getValue().toInstant());
    assertEquals(NINE.plusSeconds(8100), event.getDateEnd().getValue().toInstant());
    assertEquals("training-session-7@lianbing", event.getUid().getValue());
    assertEquals(3, event.getSequence().getValue());
    assertEquals("张汴乡 三楼会议室；东", event.getLocation().getValue());
    assertTrue(event.getStatus().isConfirmed());
  }

  @Test
  void a_cancelled_session_is_cancelled_in_the_calendar() throws IOException {
    assertTrue(read(written(row("x", TrainingSession.State.CANCELLED), 4)).getEvents().get(0).getStatus().isCancelled());
  }

  @Test
  void no_line_is_longer_than_75_octets_and_none_ends_in_a_bare_line_feed() throws IOException {
    String text = written(row("长".repeat(140), TrainingSession.State.PUBLISHED), 1);
    for (String line : text.split("\r\n")) assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75 && !line.contains("\n"), line);
    assertEquals("微宣讲 " + "长".repeat(140), read(text).getEvents().get(0).getSummary().getValue());
  }

  @Test
  void attack_11_a_line_break_in_a_title_makes_no_property_of_its_own() throws IOException {
    String text = written(row("会\r\nATTENDEE:mailto:x@y.cn\r\nEND:VEVENT", TrainingSession.State.PUBLISHED), 1);
    assertFalse(text.contains("\r\nATTENDEE"), text);
    ICalendar calendar = read(text);
    assertEquals(1, calendar.getEvents().size());
    assertEquals("微宣讲 会 ATTENDEE:mailto:x@y.cn END:VEVENT", calendar.getEvents().get(0).getSummary().getValue());
    assertEquals(List.of(), Biweekly.parse(text).first().validate(biweekly.ICalVersion.V2_0).getWarnings());
  }
}
