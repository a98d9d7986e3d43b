package cn.lianbing.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTest {
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private SmtpSettings.Server server(String user, String password) {
    return new SmtpSettings.Server("127.0.0.1", mail.getSmtp().getPort(), false, user, password, "lianbing@example.gov.cn");
  }

  private static Smtp.Letter letter(String name, String subject, String text) {
    return new Smtp.Letter("lianbing-7-1", "wang@example.gov.cn", name, subject, text, Instant.parse("2026-11-24T01:00:00Z"));
  }

  @Test
  void a_letter_arrives_as_plain_text_in_chinese() throws Exception {
    try (Smtp smtp = new Smtp(server(null, null))) {
      smtp.send(letter("王志明", "【练兵】您已报名", "王志明：\n\n<b>您</b>已报名。"));
      smtp.send(letter("王志明", "【练兵】第二封", "同一次连接。"));
    }
    MimeMessage[] got = mail.getReceivedMessages();
    assertEquals(2, got.length);
    assertEquals("【练兵】您已报名", got[0].getSubject());
    assertTrue(got[0].getContentType().startsWith("text/plain"), "markup stays text: " + got[0].getContentType());
    assertEquals("王志明：\n\n<b>您</b>已报名。", got[0].getContent().toString().replace("\r\n", "\n").strip());
    assertEquals("auto-generated", got[0].getHeader("Auto-Submitted")[0]);
    assertEquals("<lianbing-7-1@example.gov.cn>", got[0].getMessageID(), "sent again, a mailbox shows it once");
  }

  @Test
  void attack_23_what_somebody_typed_begins_no_header() throws Exception {
    try (Smtp smtp = new Smtp(server(null, null))) {
      smtp.send(letter("x\r\nBcc: all@example.com", "title\r\nBcc: all@example.com\r\n\r\nbody\u2028", "text"));
    }
    MimeMessage got = mail.getReceivedMessages()[0];
    assertEquals(1, mail.getReceivedMessages().length);
    assertEquals(null, got.getHeader("Bcc"));
    assertEquals("title Bcc: all@example.com body", got.getSubject());
  }

  @Test
  void it_signs_in_where_the_server_asks() throws Exception {
    mail.setUser("lianbing@example.gov.cn", "lianbing", "secret");
    mail.getUserManager().setAuthRequired(true);
    try (Smtp smtp = new Smtp(server("lianbing", "secret"))) {
      smtp.send(letter("王", "t", "t"));
    }
    assertEquals(1, mail.getReceivedMessages().length);
    try (Smtp smtp = new Smtp(server("lianbing", "wrong"))) {
      assertTrue(assertThrows(Smtp.Undelivered.class, () -> smtp.send(letter("王", "t", "t"))).unreachable);
    }
  }

  @Test
  void a_server_that_is_away_is_no_fault_of_the_letter() {
    SmtpSettings.Server gone = server(null, null);
    mail.stop();
    try (Smtp smtp = new Smtp(gone)) {
      Smtp.Undelivered away = assertThrows(Smtp.Undelivered.class, () -> smtp.send(letter("王", "t", "t")));
      assertTrue(away.unreachable);
      assertFalse(away.hopeless);
    }
  }
}
