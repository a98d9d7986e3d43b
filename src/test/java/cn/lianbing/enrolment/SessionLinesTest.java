package cn.lianbing.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.training.Form;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionLinesTest {
  private static final String HEAD = "日期,开始,结束,主题,形式,主办单位,地点单位,地点,讲师,应到,实到,备注\n";
  private static final List<Units.Row> UNITS = List.of(new Units.Row(1L, "411203", "陕州区", Unit.Kind.DISTRICT, Unit.State.ACTIVE, "/1/", 0L, 0), new Units.Row(2L, "D22", "区司法局", Unit.Kind.DEPARTMENT, Unit.State.ACTIVE, "/1/2/", 0L, 1), new Units.Row(3L, "411203102", "西张村镇", Unit.Kind.TOWNSHIP, Unit.State.ACTIVE, "/1/3/", 0L, 2));
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private List<SessionLines.Line> read(String rows) {
    return SessionLines.read(SheetReader.read(new ByteArrayInputStream((HEAD + rows).getBytes(StandardCharsets.UTF_8))), UNITS.subList(1, 2), UNITS, LocalDate.of(2026, 11, 24), errors);
  }

  private void wrong(String rows, String column, String code) {
    read(rows);
    assertTrue(errors.stream().anyMatch(error -> error.row() == 2 && error.field().equals(column) && error.code().equals(code)), errors.toString());
    errors.clear();
  }

  @Test
  void days_are_read_as_people_write_them() {
    for (String day : new String[] {"2025-03-05", "2025/3/5", "2025.3.5", "2025年3月5日", " ２０２５年３月５日（星期三）", "20250305", "45721"}) assertEquals(Optional.of(LocalDate.of(2025, 3, 5)), MessyTime.day(day), day);
    for (String day : new String[] {"3月5日", "2025-02-30", "去年", "", "2025-13-01", "123"}) assertEquals(Optional.empty(), MessyTime.day(day), day);
  }

  @Test
  void times_are_read_as_people_write_them() {
    for (String time : new String[] {"9:30", "09：30", "9点30", "9时30分", "9点半", "上午9:30", "9:30:00", "0.3958333"}) assertEquals(Optional.of(LocalTime.of(9, 30)), MessyTime.time(time), time);
    assertEquals(Optional.of(LocalTime.of(14, 30)), MessyTime.time("下午2：30"));
    assertEquals(Optional.of(LocalTime.of(15, 0)), MessyTime.time("15时"));
    for (String time : new String[] {"", "早", "25:00", "9:75", "930"}) assertEquals(Optional.empty(), MessyTime.time(time), time);
  }

  @Test
  void a_sound_row_is_read() {
    SessionLines.Line line = read("2025年3月5日,9:00—11:30,,行政处罚法修订要点,宣讲,陕州区司法局,西张村镇,三楼会议室,王志明、李芳,40人,35,首场\n").get(0);
    assertTrue(errors.isEmpty(), errors.toString());
    assertEquals(Instant.parse("2025-03-05T01:00:00Z"), line.from());
    assertEquals(Instant.parse("2025-03-05T03:30:00Z"), line.to());
    assertEquals(Form.MICRO_TALK, line.form());
    assertEquals(2, line.hostUnitId());
    assertEquals(3, line.placeUnitId());
    assertEquals(List.of("王志明", "李芳"), line.lecturers());
    assertEquals(40, line.expected());
    assertEquals(35, line.attended());
    assertEquals("讲师：王志明、李芳\n应到 40 人\n首场", line.about());
  }

  @Test
  void each_error_names_its_row_and_column() {
    wrong("3月5日,9:00,10:00,题,微宣讲,区司法局,,,,,1,\n", "日期", "enrolment.import.date");
    wrong("2099-01-01,9:00,10:00,题,微宣讲,区司法局,,,,,1,\n", "日期", "enrolment.import.future");
    wrong("2025-03-05,早,10:00,题,微宣讲,区司法局,,,,,1,\n", "开始", "enrolment.import.time");
    wrong("2025-03-05,11:00,10:00,题,微宣讲,区司法局,,,,,1,\n", "结束", "enrolment.import.order");
    wrong("2025-03-05,9:00,10:00,,微宣讲,区司法局,,,,,1,\n", "主题", "required");
    wrong("2025-03-05,9:00,10:00,题,舞会,区司法局,,,,,1,\n", "形式", "oneOf");
    wrong("2025-03-05,9:00,10:00,题,微宣讲,西张村镇,,,,,1,\n", "主办单位", "unit.unknown");
    wrong("2025-03-05,9:00,10:00,题,微宣讲,区司法局,月球,,,,1,\n", "地点单位", "unit.unknown");
    wrong("2025-03-05,9:00,10:00,题,微宣讲,区司法局,,,,,若干,\n", "实到", "enrolment.import.heads");
    wrong("2025-03-05,9:00,10:00,题,微宣讲,区司法局,,,,,,\n", "实到", "required");
  }

  @Test
  void the_same_session_twice_is_one_too_many() {
    String row = "2025-03-05,9:00,10:00,题,微宣讲,区司法局,,,,,1,\n";
    assertEquals(1, read(row + row).size());
    assertEquals("enrolment.import.twice", errors.get(0).code());
    assertEquals(3, errors.get(0).row());
  }

  @Test
  void a_missing_column_is_said_once() {
    List<ImportReport.Error> found = new ArrayList<>();
    SessionLines.read(SheetReader.read(new ByteArrayInputStream("日期,主题\n2025-03-05,题\n".getBytes(StandardCharsets.UTF_8))), UNITS, UNITS, LocalDate.of(2026, 11, 24), found);
    assertEquals(5, found.size(), found.toString());
    assertTrue(found.stream().allMatch(error -> error.code().equals("column.missing")));
  }
}
