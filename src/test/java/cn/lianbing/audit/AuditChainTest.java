package cn.lianbing.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditChainTest {
  private static final byte[] BEFORE = new byte[32];
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 24, 9, 0);
  private static final AuditEntry ENTRY = new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/1/", true, "trainer");

  static Stream<AuditEntry> changed() {
    return Stream.of(new AuditEntry(8, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE.plusNanos(1_000_000), 3L, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, 4L, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, null, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文敬", "127.0.0.1", "people.grant", "account", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.2", "people.grant", "account", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.granted", "account", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "unit", "12", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "13", "/1/", true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/2/", true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "12", null, true, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/1/", false, "trainer"),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "12", "/1/", true, "trainer "),
        new AuditEntry(7, NINE, 3L, "郭文静", "127.0.0.1", "people.grant", "account", "1", "2/1/", true, "trainer"));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void any_changed_field_changes_the_hash(AuditEntry changed) {
    assertFalse(Arrays.equals(AuditChain.hash(BEFORE, ENTRY), AuditChain.hash(BEFORE, changed)));
  }

  @Test
  void the_entry_before_is_part_of_it() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertFalse(Arrays.equals(AuditChain.hash(BEFORE, ENTRY), AuditChain.hash(other, ENTRY)));
  }

  @Test
  void the_same_entry_has_the_same_hash_always() {
    assertArrayEquals(AuditChain.hash(BEFORE, ENTRY), AuditChain.hash(BEFORE, ENTRY));
  }
}
