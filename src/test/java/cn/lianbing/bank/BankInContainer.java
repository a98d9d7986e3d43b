package cn.lianbing.bank;

import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.ImportReport;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Imports against the real database. */
public interface BankInContainer {
  String FILE = """
      law: 测试法
      version: "2026"
      inForce: 2026-01-01
      items:
        - code: TEST-001-01
          type: SINGLE
          stem: 期限是几日？
          options: {A: 三日, B: 五日, C: 七日, D: 十日}
          key: [B]
          basis:
            - {article: 1, quote: 五日}
          topic: 测试/期限
          stage: 通则
          field: 通用
          difficulty: 2
          rationale: 第一条规定五日。
      """;

  private static ImportReport take(String text, boolean dryRun) {
    return bean(ItemImport.class).file(caller("admin"), ItemFile.yaml(text.getBytes(StandardCharsets.UTF_8)), dryRun);
  }

  @Test
  default void the_real_bank_was_loaded_at_the_start() {
    assertTrue(count("select count(*) from item") >= 400);
    assertEquals(count("select count(*) from item"), count("select count(*) from item_version v join item i on i.latest_version_id = v.id"));
  }

  @Test
  default void a_file_makes_items_then_versions_then_keys_and_unchanged_makes_nothing() {
    assertEquals(1, take(FILE, true).accepted());
    assertEquals(0, count("select count(*) from item where code = 'TEST-001-01'"), "a dry run stores nothing");
    assertEquals(1, take(FILE, false).accepted());
    assertEquals(1, take(FILE, false).duplicates());
    assertEquals(1, take(FILE.replace("几日", "多少日"), false).accepted());
    Items.Keyed second = bean(Items.class).latest("TEST-001-01");
    assertEquals(2, second.version().number());
    assertEquals(1, take(FILE.replace("几日", "多少日").replace("key: [B]", "key: [C]"), false).accepted());
    Items.Keyed third = bean(Items.class).latest("TEST-001-01");
    assertEquals(second.version().id(), third.version().id(), "a corrected key is no new wording");
    assertEquals(java.util.List.of("C"), third.key().choice());
  }

  @Test
  default void one_wrong_item_keeps_the_whole_file_out() {
    String two = FILE + FILE.substring(FILE.indexOf("  - code")).replace("TEST-001-01", "TEST-001-02").replace("几日", "几个工作日").replace("key: [B]", "key: [E]");
    ImportReport report = take(two.replace("TEST-001-01", "TEST-009-01"), false);
    assertEquals(1, report.rejected());
    assertEquals("key", report.errors().get(0).field());
    assertEquals(17, report.errors().get(0).row());
    assertEquals(0, count("select count(*) from item where code in ('TEST-009-01', 'TEST-001-02')"));
  }
}
