package cn.lianbing.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Half a mail server is refused with a sentence that names what is missing. */
class MailSettingsTest {
  private static LaunchSettings with(Map<String, String> environment) throws LaunchRefused {
    return LaunchSettings.from(environment, new Console("en"));
  }

  @Test
  void no_mail_server_is_fine() throws LaunchRefused {
    assertNull(with(Map.of()).mail());
  }

  @Test
  void a_server_and_a_sender_are_enough() throws LaunchRefused {
    assertEquals("smtp://127.0.0.1:25", with(Map.of("LIANBING_SMTP_URL", "smtp://127.0.0.1:25", "LIANBING_SMTP_FROM", "a@example.gov.cn")).mail().url());
  }

  @Test
  void half_of_it_is_refused() {
    says("LIANBING_SMTP_FROM", Map.of("LIANBING_SMTP_URL", "smtp://mail:25"));
    says("LIANBING_SMTP_URL", Map.of("LIANBING_SMTP_FROM", "a@example.gov.cn"));
    says("LIANBING_SMTP_PASSWORD", Map.of("LIANBING_SMTP_URL", "smtp://mail:25", "LIANBING_SMTP_FROM", "a@example.gov.cn", "LIANBING_SMTP_USER", "u"));
    says("LIANBING_SMTP_USER", Map.of("LIANBING_SMTP_URL", "smtp://mail:25", "LIANBING_SMTP_FROM", "a@example.gov.cn", "LIANBING_SMTP_PASSWORD", "p"));
    says("smtp://host:port", Map.of("LIANBING_SMTP_URL", "http://mail", "LIANBING_SMTP_FROM", "a@example.gov.cn"));
    says("one mail address", Map.of("LIANBING_SMTP_URL", "smtp://mail:25", "LIANBING_SMTP_FROM", "nobody"));
    says("without a path", Map.of("LIANBING_PUBLIC_URL", "lianbing.example.gov.cn"));
  }

  private static void says(String words, Map<String, String> environment) {
    String sentence = assertThrows(LaunchRefused.class, () -> with(environment)).getMessage();
    assertTrue(sentence.contains(words), sentence);
  }
}
