package cn.lianbing.exchange;

import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of other programs against the real database. */
public interface ExchangeInContainer {
  private static byte[] sheet(String prefix, int rows, String article) throws IOException {
    List<List<?>> lines = new ArrayList<>();
    for (int i = 1; i <= rows; i++) lines.add(Arrays.asList(prefix + "-" + i, "单选题", prefix + "第" + i + "问：多长时间？", "一年", "二年", "三年", "五年", "B", "一般二年。", "交换测试/时效", i == rows ? article : "《行政处罚法》（2021修订）第三十六条：二年内未被发现"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.xlsx(out, "题库", List.of("代码", "题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "知识点", "依据"), lines);
    return out.toByteArray();
  }

  private static ImportReport take(byte[] file, boolean dryRun) {
    return bean(FileImport.class).take(caller("admin"), "auto", file, dryRun);
  }

  @Test
  default void a_sheet_is_looked_at_then_stored_then_the_same() throws IOException {
    byte[] file = sheet("EX-A", 430, "《行政处罚法》（2021修订）第三十六条");
    assertEquals(430, take(file, true).accepted());
    assertEquals(0, count("select count(*) from item where code like 'EX-A-%'"), "a dry run stores nothing");
    ImportReport stored = take(file, false);
    assertTrue(stored.clean(), stored.toString());
    assertEquals(430, stored.accepted());
    assertEquals(430, count("select count(*) from item i join item_version v on v.id = i.latest_version_id join item_key k on k.item_version_id = v.id join item_citation c on c.item_version_id = v.id where i.code like 'EX-A-%'"));
    assertEquals(1, count("select count(*) from topic where path = '交换测试/时效'"));
    assertEquals(430, take(file, false).duplicates());
  }

  @Test
  default void one_wrong_row_keeps_a_whole_sheet_out_and_is_named() throws IOException {
    ImportReport report = take(sheet("EX-B", 250, "《没有这部法》（2020）第一条"), false);
    assertEquals(1, report.rejected());
    assertEquals(List.of(ImportReport.Error.of(251, "law", "item.law", "没有这部法_2020")), report.errors());
    assertEquals(0, count("select count(*) from item where code like 'EX-B-%'"));
  }

  @Test
  default void only_those_who_look_after_the_bank_import() throws IOException {
    byte[] file = sheet("EX-C", 1, "《行政处罚法》（2021修订）第三十六条");
    for (String who : List.of("officer001", "unit01", "trainer", "auditor")) assertThrows(Refused.class, () -> bean(FileImport.class).take(caller(who), "auto", file, true), who);
  }
}
