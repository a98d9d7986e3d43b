package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class UtcColumnTest {
  @Test
  void a_time_comes_back_as_it_went_whichever_class_the_driver_gives() {
    Instant time = Instant.parse("2026-11-24T16:30:15.123Z");
    LocalDateTime column = UtcColumn.of(time);
    assertEquals(LocalDateTime.parse("2026-11-24T16:30:15.123"), column);
    assertEquals(time, UtcColumn.time(column));
    assertEquals(time, UtcColumn.time(Timestamp.valueOf(column)));
    assertNull(UtcColumn.of(null));
    assertNull(UtcColumn.time(null));
  }
}
