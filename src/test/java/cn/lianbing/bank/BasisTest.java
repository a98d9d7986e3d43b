package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BasisTest {
  @Test
  void articles_are_named_as_laws_print_them() {
    Map.of(1, "一", 10, "十", 12, "十二", 20, "二十", 36, "三十六", 100, "一百", 108, "一百零八", 110, "一百一十", 1006, "一千零六", 1260, "一千二百六十")
        .forEach((number, name) -> assertEquals(name, new Basis("民法典", "2020", number, "").articleInChinese()));
  }
}
