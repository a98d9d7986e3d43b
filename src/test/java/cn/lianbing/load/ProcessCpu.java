package cn.lianbing.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU that a process has used, user and system, as Linux counts it: in hundredths of a second, so measure what lasts seconds. */
final class ProcessCpu {
  private static final int TICKS = 100;
  private final long pid;

  ProcessCpu(long pid) {
    this.pid = pid;
  }

  double seconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    // the name in brackets may hold blanks; utime and stime are the 14th and 15th field
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS;
  }
}
