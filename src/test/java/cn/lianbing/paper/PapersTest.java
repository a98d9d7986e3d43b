package cn.lianbing.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PapersTest {
  @Test
  void what_is_written_as_one_text_is_read_as_it_was() {
    List<Question> questions = List.of(new Question(1, 17, "BADC", 10), new Question(2, 4_000_000_000L, "AB", 5), new Question(3, 9, "", 20), new Question(4, 9, 12, "BA312", 35));
    assertEquals(questions, Papers.read(Papers.text(questions)));
  }
}
