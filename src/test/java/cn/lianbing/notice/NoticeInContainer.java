package cn.lianbing.notice;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.people.Role;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.testing.SmallSmtp;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Locale;
import javax.naming.InitialContext;
import org.junit.jupiter.api.Test;

/** Telling, reading and sending against the real database. */
public interface NoticeInContainer {

  private static Notice notice(String what) {
    return new Notice("test", List.of(what), "/officer/exam/home.xhtml");
  }

  private static long waiting(long account) {
    return count("select count(*) from outgoing_mail where account_id = ? and state = 'WAITING'", account);
  }

  private static String mailState(long account) {
    return (String) ask("select state from outgoing_mail where account_id = ? order by id desc limit 1", account);
  }

  private static void withMail(SmallSmtp server, Runnable test) {
    System.setProperty("lianbing.smtp.url", server.url());
    System.setProperty("lianbing.smtp.from", "lianbing@example.gov.cn");
    try {
      test.run();
    } finally {
      System.clearProperty("lianbing.smtp.url");
      change("delete from outgoing_mail");
      change("delete from mail_address");
    }
  }

  /** Given, and its code typed in; the letter with it is as good as sent. */
  private static void confirmed(Caller officer, String address, Locale language) {
    bean(MailAddresses.class).change(officer, address, true, language);
    assertTrue(bean(MailAddresses.class).confirm(officer, code(officer)));
    change("delete from outgoing_mail where account_id = ?", officer.accountId());
  }

  private static String code(Caller officer) {
    return (String) ask("select code from mail_address where account_id = ?", officer.accountId());
  }

  @Test
  default void what_is_told_is_in_the_inbox_of_whom_it_concerns_in_the_readers_language() {
    Caller officer = caller("officer050");
    long before = bean(Inbox.class).unread(officer);
    bean(Notices.class).tellOfficers(List.of(officer.officerId(), officer.officerId()), notice("{0} <script>"));
    assertEquals(before + 1, bean(Inbox.class).unread(officer));
    Inbox.Row row = bean(Inbox.class).page(officer, Texts.in(Locale.ENGLISH), true, new Page.Request(1, 10)).items().get(0);
    assertEquals("Test: {0} <script>", row.title(), "arguments are looked into by nobody");
    assertEquals("测试：{0} <script>", bean(Inbox.class).page(officer, Texts.in(Texts.CHINESE), true, new Page.Request(1, 10)).items().get(0).title());
    assertThrows(NotFound.class, () -> bean(Inbox.class).read(caller("officer051"), row.id()), "attack 3");
    assertEquals("/officer/exam/home.xhtml", bean(Inbox.class).read(officer, row.id()));
    assertEquals(before, bean(Inbox.class).unread(officer));
    bean(Inbox.class).readAll(officer);
    assertEquals(0, bean(Inbox.class).unread(officer));
  }

  @Test
  default void a_rollback_tells_nobody() throws Exception {
    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
    long before = count("select count(*) from notice");
    transaction.begin();
    bean(Notices.class).tellRole(Role.SYSTEM_ADMIN, notice("x"));
    transaction.rollback();
    assertEquals(before, count("select count(*) from notice"));
  }

  @Test
  default void administrators_of_the_unit_and_above_are_told_others_are_not() {
    long own = count("select unit_id from account where username = 'unit01'");
    long other = count("select id from unit where code = 'D09'");
    long account = caller("unit01").accountId();
    long before = count("select count(*) from notice where account_id = ?", account);
    bean(Notices.class).tellUnitAdmins(own, notice("x"));
    bean(Notices.class).tellUnitAdmins(other, notice("x"));
    assertEquals(before + 1, count("select count(*) from notice where account_id = ?", account));
  }

  @Test
  default void without_a_mail_server_nothing_is_queued_and_nobody_gets_mail_who_did_not_ask() throws Exception {
    Caller officer = caller("officer052");
    bean(MailAddresses.class).change(officer, "o52@example.gov.cn", true, Texts.CHINESE);
    bean(Notices.class).tell(List.of(officer.accountId()), notice("x"));
    assertEquals(0, waiting(officer.accountId()));
    try (SmallSmtp server = new SmallSmtp()) {
      withMail(server, () -> {
        bean(MailAddresses.class).change(officer, "o52@example.gov.cn", false, Texts.CHINESE);
        bean(Notices.class).tell(List.of(officer.accountId()), notice("x"));
        assertEquals(0, waiting(officer.accountId()));
      });
    }
  }

  @Test
  default void a_server_that_fails_and_recovers_gets_each_mail_once() throws Exception {
    Caller officer = caller("officer053");
    try (SmallSmtp server = new SmallSmtp()) {
      withMail(server, () -> {
        confirmed(officer, "o53@example.gov.cn", Texts.CHINESE);
        server.says("451 greylisted");
        bean(Notices.class).tell(List.of(officer.accountId()), notice("x"));
        bean(MailSweep.class).sweep();
        assertTrue(server.received.isEmpty());
        assertEquals(1, waiting(officer.accountId()));
        assertEquals(1, count("select attempts from outgoing_mail where account_id = ?", officer.accountId()));
        server.says("250 OK");
        bean(MailSweep.class).sweep();
        assertTrue(server.received.isEmpty(), "it pauses first");
        change("update outgoing_mail set next_at = utc_timestamp(3) - interval 1 second where account_id = ?", officer.accountId());
        atOnce(4, () -> {
          bean(MailSweep.class).sweep();
          return null;
        });
        assertEquals(1, server.received.size(), "four senders at once send it once");
        assertEquals("SENT", mailState(officer.accountId()));
        assertTrue(server.received.get(0).contains("To: "), server.received.get(0));
        server.says("550 no such user");
        bean(Notices.class).mail("gone@example.com", "外请讲师", notice("x"));
        bean(MailSweep.class).sweep();
        long failed = count("select id from outgoing_mail where account_id is null");
        assertEquals("FAILED", ask("select state from outgoing_mail where id = ?", failed));
        assertThrows(NotFound.class, () -> bean(MailQueue.class).sendAgain(officer, failed), "only the system's administrator");
        server.says("250 OK");
        bean(MailQueue.class).sendAgain(caller("admin"), failed);
        bean(MailSweep.class).sweep();
        assertEquals(2, server.received.size());
      });
    }
  }

  @Test
  default void attack_28_an_account_that_was_disabled_meanwhile_gets_no_mail() throws Exception {
    Caller officer = caller("officer054");
    try (SmallSmtp server = new SmallSmtp()) {
      withMail(server, () -> {
        confirmed(officer, "o54@example.gov.cn", Texts.CHINESE);
        bean(Notices.class).tell(List.of(officer.accountId()), notice("x"));
        change("update account set state = 'DISABLED' where id = ?", officer.accountId());
        try {
          bean(MailSweep.class).sweep();
          assertEquals("DROPPED", mailState(officer.accountId()));
          assertTrue(server.received.isEmpty());
          long before = count("select count(*) from notice where account_id = ?", officer.accountId());
          bean(Notices.class).tell(List.of(officer.accountId()), notice("x"));
          assertEquals(before, count("select count(*) from notice where account_id = ?", officer.accountId()));
        } finally {
          change("update account set state = 'ACTIVE' where id = ?", officer.accountId());
        }
        assertFalse(bean(MailQueue.class).page(caller("admin"), Texts.operators(), OutgoingMail.State.DROPPED, new Page.Request(1, 10)).items().isEmpty());
      });
    }
  }

  @Test
  default void nothing_but_a_code_goes_to_an_address_before_its_owner_typed_it_in() throws Exception {
    Caller officer = caller("officer055");
    MailAddresses addresses = bean(MailAddresses.class);
    try (SmallSmtp server = new SmallSmtp()) {
      withMail(server, () -> {
        addresses.change(officer, "o55@example.gov.cn", true, Locale.ENGLISH);
        bean(Notices.class).tell(List.of(officer.accountId()), notice("x"));
        bean(MailSweep.class).sweep();
        assertEquals(1, server.received.size(), "the code and no notice");
        String code = code(officer);
        assertFalse(addresses.confirm(officer, code.equals("000000") ? "000001" : "000000"));
        assertFalse(addresses.own(officer).confirmed());
        assertTrue(addresses.confirm(officer, code));
        bean(Notices.class).tell(List.of(officer.accountId()), notice("letter"));
        bean(MailSweep.class).sweep();
        assertEquals(2, server.received.size());
        assertTrue(body(server.received.get(1)).contains("A notice to try it out: letter"), "in the language in which the address was given: " + body(server.received.get(1)));
        addresses.change(officer, "other@example.gov.cn", true, Texts.CHINESE);
        assertFalse(addresses.own(officer).confirmed(), "another address is confirmed anew");
        bean(Notices.class).tell(List.of(officer.accountId()), notice("x"));
        assertEquals(1, waiting(officer.accountId()), "the code alone");
      });
    }
  }

  @Test
  default void a_code_ends_after_five_wrong_ones_or_half_an_hour_and_there_are_few_a_day() throws Exception {
    Caller officer = caller("officer056");
    MailAddresses addresses = bean(MailAddresses.class);
    try (SmallSmtp server = new SmallSmtp()) {
      withMail(server, () -> {
        addresses.change(officer, "o56@example.gov.cn", true, Texts.CHINESE);
        for (int i = 0; i < 5; i++) assertFalse(addresses.confirm(officer, "x"));
        assertEquals("mail-code-void", assertThrows(Refused.class, () -> addresses.confirm(officer, code(officer))).code());
        addresses.sendCode(officer);
        change("update mail_address set code_until = utc_timestamp(3) - interval 1 second where account_id = ?", officer.accountId());
        assertEquals("mail-code-void", assertThrows(Refused.class, () -> addresses.confirm(officer, code(officer))).code());
        for (int i = 0; i < 3; i++) addresses.sendCode(officer);
        assertEquals("mail-codes-many", assertThrows(Refused.class, () -> addresses.sendCode(officer)).code());
      });
    }
  }

  @Test
  default void who_is_outside_reads_both_languages_and_old_letters_go() throws Exception {
    try (SmallSmtp server = new SmallSmtp()) {
      withMail(server, () -> {
        bean(Notices.class).mail("lecturer@example.com", "外请讲师", notice("x"));
        bean(MailSweep.class).sweep();
        String letter = body(server.received.get(0));
        assertTrue(letter.contains("测试通知：x") && letter.contains("A notice to try it out: x"), letter);
        change("update outgoing_mail set next_at = utc_timestamp(3) - interval 11 day");
        bean(MailSweep.Sending.class).purge();
        assertEquals(1, count("select count(*) from outgoing_mail"));
        assertThrows(NotFound.class, () -> bean(MailQueue.class).keep(caller("trainer"), 10));
        bean(MailQueue.class).keep(caller("admin"), 10);
        bean(MailSweep.Sending.class).purge();
        assertEquals(0, count("select count(*) from outgoing_mail"));
        bean(MailQueue.class).keep(caller("admin"), 180);
      });
    }
  }

  /** Of a letter as it went over the wire. */
  private static String body(String letter) {
    String[] parts = letter.split("\r?\n\r?\n", 2);
    if (!parts[0].toLowerCase(Locale.ROOT).contains("content-transfer-encoding: base64")) return parts[1];
    return new String(java.util.Base64.getMimeDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8);
  }
}
