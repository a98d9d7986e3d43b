package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.SheetWriter;
import cn.lianbing.testing.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What an import of {@code -Dload.rows} rows (10 000) of a sheet costs, and of twice as many: {@code mvn -Pload verify}. The program runs
 * in a process of its own with 512 MB of heap, on its own MariaDB; the file goes to it over HTTP. CPU is user and system time of both
 * processes; peak memory is what Linux counted as resident at most, heap and all, reset before each. The table goes to target/load/exchange.txt.
 */
class ExchangeLoadIT {
  private static final int ROWS = Integer.getInteger("load.rows", 10_000);
  private static final List<String> TABLE = new ArrayList<>(List.of("| rows of a sheet | CPU program s | CPU MariaDB s | together s | ms a row | wall s | peak resident MB |", "|---|---|---|---|---|---|---|"));

  @Test
  void ten_thousand_rows_and_twice_as_many() throws Exception {
    try (Program program = Program.with("exchange-load", Map.of("LIANBING_MODE", "demo"), List.of("-Xmx512m")).start()) {
      String token = program.token("admin");
      measure(program, token, "warm up, stored", 200, "LW", "");
      byte[] once = sheet("LA", ROWS);
      byte[] twice = sheet("LB", 2 * ROWS);
      double look = send(program, token, "looked at", ROWS, once, "?dryRun=true", 200);
      double store = send(program, token, "stored", ROWS, once, "", 201);
      double again = send(program, token, "stored already", ROWS, once, "", 201);
      double storeTwice = send(program, token, "stored", 2 * ROWS, twice, "", 201);
      String ratio = String.format(Locale.ROOT, "twice the rows: × %.2f of the CPU; looking costs %.0f %% of storing, once more %.0f %%", storeTwice / store, 100 * look / store, 100 * again / store);
      TABLE.add("");
      TABLE.add(ratio);
      System.out.println(ratio);
      Files.createDirectories(Path.of("target/load"));
      Files.write(Path.of("target/load/exchange.txt"), TABLE);
      assertTrue(storeTwice < 3 * store, ratio);
    }
  }

  private static void measure(Program program, String token, String what, int rows, String prefix, String query) throws Exception {
    send(program, token, what, rows, sheet(prefix, rows), query, 201);
  }

  private static double send(Program program, String token, String what, int rows, byte[] file, String query, int expected) throws Exception {
    ProcessCpu own = new ProcessCpu(program.pid());
    ProcessCpu server = new ProcessCpu(program.databasePid());
    forgetPeak(program.pid());
    double ours = own.seconds();
    double theirs = server.seconds();
    long start = System.nanoTime();
    HttpResponse<String> answer = program.upload("/api/v1/item-imports" + query, token, "items.xlsx", file, Duration.ofMinutes(10));
    double wall = (System.nanoTime() - start) / 1e9;
    assertEquals(expected, answer.statusCode(), answer.body());
    ours = own.seconds() - ours;
    theirs = server.seconds() - theirs;
    String line = String.format(Locale.ROOT, "| %,d %s (%.1f MB) | %.1f | %.1f | **%.1f** | %.2f | %.1f | %s |", rows, what, file.length / 1e6, ours, theirs, ours + theirs, (ours + theirs) * 1000 / rows, wall, peak(program.pid()));
    TABLE.add(line);
    System.out.println(line);
    return ours + theirs;
  }

  private static void forgetPeak(long pid) throws IOException {
    Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
  }

  private static String peak(long pid) throws IOException {
    String line = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(one -> one.startsWith("VmHWM")).findFirst().orElse("VmHWM: 0");
    return String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024);
  }

  private static byte[] sheet(String prefix, int rows) throws IOException {
    List<List<?>> lines = new ArrayList<>();
    for (int i = 1; i <= rows; i++) lines.add(List.of(prefix + "-" + i, i % 3 == 0 ? "多选题" : "单选题", "当事人在第" + i + "种情形下违法行为轻微并及时改正，没有造成危害后果的，行政机关（　　）作出处理决定？", "应当在七日内", "可以在十五日内" + i, "不得在三十日内", "经批准在六十日内", i % 3 == 0 ? "A、C" : "B", "第" + i + "题：见条文，注意与相近情形区分。", "导入测量/第" + i % 50 + "类", "《行政处罚法》（2021修订）第三十三条：违法行为轻微并及时改正"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.xlsx(out, "题库", List.of("代码", "题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "知识点", "依据"), lines);
    return out.toByteArray();
  }
}
