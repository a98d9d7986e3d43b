package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {
  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({"证书.pdf,证书.pdf", "C:\\Users\\甲\\证书.PDF,证书.PDF", "../../etc/证书.pdf,证书.pdf"})
  void keeps_the_name_without_its_path(String sent, String kept) {
    assertEquals(new Attachment(kept, "application/pdf", PDF), Attachment.of("file", sent, PDF));
  }

  @ParameterizedTest
  @CsvSource({"a.html,<html>", "a.pdf,<html><script>", "a.svg,<svg>", "a.png,%PDF-1.7", "a.exe,MZ", "a,%PDF-1.7", "pdf,MZ"})
  void attack_11_takes_nothing_that_is_not_what_its_name_says(String name, String content) {
    assertThrows(Invalid.class, () -> Attachment.of("file", name, content.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void takes_no_empty_and_no_huge_file() {
    assertEquals("required", assertThrows(Invalid.class, () -> Attachment.of("file", "a.pdf", new byte[0])).violations().get(0).code());
    assertEquals("attachment.size", assertThrows(Invalid.class, () -> Attachment.of("file", "a.pdf", new byte[11 * 1024 * 1024])).violations().get(0).code());
  }

  @Test
  void shortens_a_long_name_and_keeps_its_ending() {
    assertEquals(140, Attachment.of("file", "长".repeat(300) + ".pdf", PDF).name().length());
  }
}
