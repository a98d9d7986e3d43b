package cn.lianbing.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.platform.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingMailTest {
  private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

  @Test
  void pauses_double_up_to_six_hours() {
    assertEquals(Duration.ofMinutes(1), OutgoingMail.pause(1));
    assertEquals(Duration.ofMinutes(2), OutgoingMail.pause(2));
    assertEquals(Duration.ofMinutes(256), OutgoingMail.pause(9));
    assertEquals(Duration.ofHours(6), OutgoingMail.pause(10));
    assertEquals(Duration.ofHours(6), OutgoingMail.pause(60));
  }

  @Test
  void it_waits_after_a_failure_and_gives_up_in_the_end() {
    OutgoingMail mail = new OutgoingMail();
    mail.failed("451 later", false, NINE);
    assertEquals(OutgoingMail.State.WAITING, mail.state());
    assertEquals(NINE.plusSeconds(60), mail.nextAt());
    for (int i = 1; i < OutgoingMail.ATTEMPTS; i++) mail.failed("451 later", false, NINE);
    assertEquals(OutgoingMail.State.FAILED, mail.state());
    mail.again(NINE);
    assertEquals(OutgoingMail.State.WAITING, mail.state());
    mail.failed("550 no such user", true, NINE);
    assertEquals(OutgoingMail.State.FAILED, mail.state(), "an address that does not exist is not asked again");
  }

  @Test
  void an_address_is_one_plain_address() {
    assertEquals("wang.zm@sub.example.gov.cn", MailAddresses.checked(" wang.zm@sub.example.gov.cn ", "address"));
    for (String wrong : new String[] {"", "wang", "wang@", "wang@localhost", "a@b.cn,c@d.cn", "a@b.cn\r\nBcc: c@d.cn", "王@example.cn", "a b@c.cn", "<a@b.cn>", "a..b@c.cn", "a".repeat(250) + "@b.cn"})
      assertThrows(Invalid.class, () -> MailAddresses.checked(wrong, "address"), wrong);
  }

  @Test
  void a_notice_leads_to_a_page_of_ours_or_nowhere() {
    assertEquals(List.of("a", ""), new Notice("x", java.util.Arrays.asList("a", null), null).args());
    for (String wrong : new String[] {"//evil.example/", "https://evil.example/", "/\\evil", "javascript:alert(1)", "/officer/a.xhtml\r\nSet-Cookie: x"})
      assertThrows(IllegalArgumentException.class, () -> new Notice("x", List.of(), wrong), wrong);
  }
}
