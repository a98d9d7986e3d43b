package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "十五|15", "拾伍|15", "壹拾伍|15", "１５|15", "1 5|15", "十五日|15日", "二十|20", "一百零五|105", "一百二十|120", "二千|2000", "两年|二年", "两年|2年", "三万五千六百|35600", "五千元|5000元", "5千元|5000元", "0.5万元|5000元", "1.5万|15000",
      "十万元|100000元", "10万元|100000元", "二十万|200000", "一亿|100000000", "5,000元|5000元", "１，０００，０００元|100万元", "二〇二六年|2026年", "二○二六年|2026年", "百分之十|10%", "百分之3|3%", "百分之十五|15％", "2.0|2", "007|7", "零|0", "第三十六条|第36条", "贰万伍仟元整|25000元整"})
  void the_same_number_is_the_same(String one, String other) {
    assertEquals(Answer.plain(other), Answer.plain(one));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"十五|51", "十五|50", "一百|1000", "1.5万|1500", "10%|10", "二年|三年", "十五日|十五", "5000|5万", "一五|五一", "五日|五个工作日"})
  void another_number_is_another(String one, String other) {
    assertNotEquals(Answer.plain(other), Answer.plain(one));
  }

  @Test
  void words_with_numerals_in_them_stay_themselves() {
    for (String word : new String[] {"一般程序", "三同时", "百姓", "千万", "十", "万一", "第一款第二项", "四川", "", "两", "亿万", "百分之"}) assertEquals(Answer.plain(word), Answer.plain(word));
    assertNotEquals(Answer.plain("一般程序"), Answer.plain("二般程序"));
  }
}
