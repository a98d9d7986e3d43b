package cn.lianbing.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** How hard the fault tests try, and the table of what they saw: {@code mvn verify} is short, {@code mvn -Pload verify} as the issue has it. */
final class Faults {
  /** 1, or 10 in the long form. */
  static final int ROUNDS = Integer.getInteger("fault.rounds", 1);
  static final boolean LONG = ROUNDS > 1;
  private static final Path REPORT = Path.of("target/load/faults.md").toAbsolutePath();

  private Faults() {}

  /** One line of target/load/faults.md. @param times how often the fault was made */
  static void report(String fault, int times, Recorder recorder, Iterable<String> lost) throws IOException {
    StringBuilder all = new StringBuilder();
    if (!Files.exists(REPORT)) all.append("| fault | times | acknowledged | refused, by status (0: no reply) | longest silence | lost or altered |\n|---|---|---|---|---|---|\n");
    int gone = 0;
    for (String ignored : lost) gone++;
    all.append(String.format(Locale.ROOT, "| %s | %d | %,d | %s | %.1f s | %d |%n", fault, times, recorder.acknowledged(), recorder.refusals(), recorder.longestSilence(), gone));
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, all, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.print(all);
  }
}
