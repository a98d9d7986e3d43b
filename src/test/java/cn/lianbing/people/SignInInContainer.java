package cn.lianbing.people;

import static cn.lianbing.testing.Inside.PASSWORD;
import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signing in, passwords, and what is stored of people. */
public interface SignInInContainer {

  private static List<String> refusals(String username, int tries) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < tries; i++) codes.add(assertThrows(Refused.class, () -> bean(SignIn.class).signIn(username, "Wrong-2026", "192.0.2.77")).code());
    return codes;
  }

  @Test
  default void attack_19_five_failures_lock_and_an_unknown_name_is_answered_just_so() {
    List<String> known = refusals("officer200", 6);
    assertEquals(List.of("bad-credentials", "bad-credentials", "bad-credentials", "bad-credentials", "locked", "locked"), known);
    assertEquals(known, refusals("nobody-has-this-name", 6));
    assertEquals("locked", assertThrows(Refused.class, () -> bean(SignIn.class).signIn("officer200", PASSWORD, "192.0.2.78")).code(), "the right password does not open a lock, from wherever");
    change("update sign_in_failure set locked_until = utc_timestamp(3) - interval 1 second where who = 'name:officer200'");
    assertEquals("officer200", ask("select username from account where id = ?", bean(SignIn.class).signIn("officer200", PASSWORD, "192.0.2.78").caller().accountId()));
  }

  @Test
  default void attack_19_another_accounts_sign_in_does_not_reset_the_count() {
    refusals("officer201", 4);
    bean(SignIn.class).signIn("officer202", PASSWORD, "192.0.2.77");
    assertEquals(List.of("locked"), refusals("officer201", 1));
  }

  @Test
  default void attack_20_tokens_die_with_sign_out_password_change_and_role_change() {
    SignIn.SignedIn signedIn = bean(SignIn.class).signIn("officer203", PASSWORD, "192.0.2.1");
    SessionTokens tokens = bean(SessionTokens.class);
    String first = tokens.issue(signedIn).token();
    assertTrue(bean(SignedInPeople.class).caller(first, null).isPresent());
    tokens.revoke(first);
    assertTrue(bean(SignedInPeople.class).caller(first, null).isEmpty());
    String second = tokens.issue(signedIn).token();
    bean(PasswordChange.class).change(signedIn.caller(), PASSWORD, "Another-2026");
    assertTrue(bean(SignedInPeople.class).caller(second, null).isEmpty());
    SignIn.SignedIn again = bean(SignIn.class).signIn("officer203", "Another-2026", "192.0.2.1");
    String third = tokens.issue(again).token();
    bean(AccountKeeping.class).grant(caller("admin"), again.caller().accountId(), Set.of(Role.OFFICER, Role.TRAINER));
    assertTrue(bean(SignedInPeople.class).caller(third, null).isEmpty());
    assertTrue(bean(SignIn.class).signIn("officer203", "Another-2026", "192.0.2.1").caller().has("TRAINER"));
    bean(AccountKeeping.class).disable(caller("admin"), again.caller().accountId());
    assertEquals("bad-credentials", assertThrows(Refused.class, () -> bean(SignIn.class).signIn("officer203", "Another-2026", "192.0.2.1")).code());
  }

  @Test
  default void a_password_follows_the_rules_and_is_not_one_of_the_last() {
    SignIn.SignedIn signedIn = bean(SignIn.class).signIn("officer204", PASSWORD, "192.0.2.1");
    for (String bad : List.of("Ab1-", "alllowercase", "officer204-A", "41120319900101001X", PASSWORD))
      assertThrows(Invalid.class, () -> bean(PasswordChange.class).change(signedIn.caller(), PASSWORD, bad), bad);
    bean(PasswordChange.class).change(signedIn.caller(), PASSWORD, "Fresh-2027");
    assertThrows(Invalid.class, () -> bean(PasswordChange.class).change(signedIn.caller(), "Fresh-2027", PASSWORD), "used before");
    assertThrows(Invalid.class, () -> bean(PasswordChange.class).change(signedIn.caller(), "wrong", "Fresh-2028"));
  }

  @Test
  default void attack_18_only_a_system_administrator_grants_roles_and_nobody_to_oneself() {
    long officer = caller("officer205").accountId();
    for (String who : List.of("officer205", "unit01", "trainer", "auditor", "supervisor"))
      assertThrows(NotFound.class, () -> bean(AccountKeeping.class).grant(caller(who), officer, Set.of(Role.SYSTEM_ADMIN)), who);
    assertEquals("own-account", assertThrows(Refused.class, () -> bean(AccountKeeping.class).grant(caller("admin"), caller("admin").accountId(), Set.of(Role.AUDITOR))).code());
    assertEquals(0, count("select count(*) from account_role where account_id = ? and role <> 'OFFICER'", officer));
  }

  @Test
  default void an_identity_number_is_encrypted_found_by_its_index_and_shown_masked() {
    IdNumber number = new IdNumber("11010519491231002x");
    IdNumberVault vault = bean(IdNumberVault.class);
    long id = bean(PeopleAdministration.class).addOfficer(caller("admin"), new PeopleAdministration.OfficerData(caller("unit01").unitId(), "测试甲", number.text(), Officer.Establishment.ADMINISTRATIVE, null, null, null, null));
    byte[] stored = (byte[]) ask("select id_number_cipher from officer where id = ?", id);
    assertFalse(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1).contains("19491231"));
    assertEquals(number, vault.decrypt(stored));
    assertArrayEquals(vault.index(number), (byte[]) ask("select id_number_index from officer where id = ?", id));
    assertEquals("1101************2X", ask("select id_number_masked from officer where id = ?", id));
    assertEquals(Officer.Sex.FEMALE, bean(Officers.class).get(id).sex());
    assertThrows(Invalid.class, () -> bean(PeopleAdministration.class).addOfficer(caller("admin"), new PeopleAdministration.OfficerData(caller("unit01").unitId(), "测试乙", number.text(), Officer.Establishment.ADMINISTRATIVE, null, null, null, null)));
  }

  @Test
  default void attack_16_a_unit_administrator_sees_and_touches_the_own_subtree_only() {
    var unit = caller("unit01");
    var own = bean(Officers.class).page(unit, Officers.Filter.NONE, new cn.lianbing.platform.Page.Request(1, 200));
    assertTrue(own.total() >= 6 && own.items().stream().allMatch(row -> row.unitId() == unit.unitId()), own.toString());
    long foreign = caller("officer002").officerId();
    assertThrows(NotFound.class, () -> bean(Officers.class).get(unit, foreign));
    assertThrows(NotFound.class, () -> bean(AccountKeeping.class).open(unit, foreign, null));
    assertThrows(NotFound.class, () -> bean(PasswordChange.class).reset(unit, caller("officer002").accountId()));
    assertThrows(NotFound.class, () -> bean(PasswordChange.class).reset(unit, unit.accountId()), "an administrator's password is the system administrator's to reset");
    assertThrows(NotFound.class, () -> bean(Units.class).get(unit, caller("officer002").unitId()));
  }
}
