package cn.lianbing.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.platform.Invalid;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
  private static final String LAW = "练兵法\n第一条 为了规范练兵，制定本法。\n";

  private static String refused(byte[] file) {
    Invalid invalid = assertThrows(Invalid.class, () -> TextFile.read(file));
    assertEquals("file", invalid.violations().get(0).field());
    return invalid.violations().get(0).code();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_encodings_of_chinese_machines_are_detected() {
    assertEquals(new TextFile(LAW, "UTF-8"), TextFile.read(utf8(LAW)));
    assertEquals(new TextFile(LAW, "UTF-8"), TextFile.read(utf8("\uFEFF" + LAW)));
    assertEquals(new TextFile(LAW, "GB18030"), TextFile.read(LAW.getBytes(Charset.forName("GBK"))));
    assertEquals(new TextFile(LAW, "UTF-16"), TextFile.read(("\uFEFF" + LAW).getBytes(StandardCharsets.UTF_16LE)));
    assertEquals(new TextFile(LAW, "UTF-16"), TextFile.read(("\uFEFF" + LAW).getBytes(StandardCharsets.UTF_16BE)));
    assertEquals(LAW, TextFile.read(utf8(LAW.replace("\n", "\r\n"))).text());
  }

  @Test
  void other_bytes_are_refused_by_what_they_are() {
    assertEquals("law.encoding", refused(LAW.getBytes(Charset.forName("Big5"))), "Big5 read as GBK would be other characters");
    assertEquals("law.encoding", refused("Décision n° 3, première".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals("law.noText", refused(new byte[] {'a', 0, 'b'}));
    assertEquals("law.noText", refused(utf8("第一条\u0007甲。")));
    assertEquals("law.broken", refused(utf8("第一条 甲\uFFFD。")));
    assertEquals("law.office", refused(new byte[] {'P', 'K', 3, 4, 0, 0}));
    assertEquals("law.office", refused(utf8("%PDF-1.7")));
    assertEquals("law.office", refused(utf8("{\\rtf1 x}")));
  }

  @Test
  void empty_and_huge_files_are_refused() {
    assertEquals("law.empty", refused(new byte[0]));
    assertEquals("law.empty", refused(utf8("\uFEFF \n\t\n")));
    assertEquals("law.size", refused(new byte[2 * 1024 * 1024 + 1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>第一条</p>", "第一条<br/>甲。", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!DOCTYPE html>", "<?xml version='1.0'?>", "<!-- 没有结束", "<svg/onload=alert(1)>", "<a href='x'\n>甲</a>"})
  void tags_are_refused_with_their_line(String text) {
    Invalid invalid = assertThrows(Invalid.class, () -> TextFile.read(utf8("标题\n" + text)));
    assertEquals("law.html", invalid.violations().get(0).code());
    assertEquals(2, invalid.violations().get(0).arguments().get(0));
  }

  @Test
  void comments_go_and_their_lines_stay() {
    assertEquals("标题\n\n\n第一条 甲。", TextFile.read(utf8("标题\n<!-- 一\n二 -->\n第一条 甲。")).text());
  }

  @Test
  void titles_in_angle_brackets_are_no_tags() {
    assertEquals("《关于修改<中华人民共和国练兵法>的决定》", TextFile.read(utf8("《关于修改<中华人民共和国练兵法>的决定》")).text());
    assertEquals("a < b，c > d", TextFile.read(utf8("a < b，c > d")).text());
  }
}
