package cn.lianbing.audit;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.people.SignIn;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The log's chain against the real database. */
public interface AuditInContainer {

  @Test
  default void entries_written_at_once_form_one_chain_and_a_changed_one_breaks_it() {
    atOnce(6, () -> {
      for (int i = 0; i < 5; i++) bean(SignIn.class).acceptNotice(caller("officer210"));
      return null;
    });
    assertEquals(count("select max(id) from audit_entry"), count("select count(*) from audit_entry"), "no gaps");
    assertEquals(OptionalLong.empty(), bean(AuditChain.class).firstBroken());
    long some = count("select max(id) - 3 from audit_entry");
    change("update audit_entry set detail = 'x' where id = ?", some);
    assertEquals(OptionalLong.of(some), bean(AuditChain.class).firstBroken());
    change("update audit_entry set detail = '' where id = ?", some);
    assertEquals(OptionalLong.empty(), bean(AuditChain.class).firstBroken());
  }

  @Test
  default void only_auditors_and_system_administrators_read_it() {
    Page.Request first = new Page.Request(1, 10);
    assertThrows(NotFound.class, () -> bean(AuditEntries.class).page(caller("unit01"), null, null, first));
    assertThrows(NotFound.class, () -> bean(AuditEntries.class).page(caller("officer210"), null, null, first));
    assertEquals(10, bean(AuditEntries.class).page(caller("auditor"), "people.", null, first).items().size());
  }
}
