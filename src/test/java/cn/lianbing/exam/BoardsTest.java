package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardsTest {
  @ParameterizedTest
  @CsvSource({"王小明,王*明", "赵云,赵*", "欧阳娜娜,欧**娜", "李,李*"})
  void publicBoardsHidePartOfAName(String name, String shown) {
    assertEquals(shown, Boards.mask(name));
  }
}
