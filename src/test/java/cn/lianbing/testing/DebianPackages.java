package cn.lianbing.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the tests need of the machine, installed where we may: as root on Debian. Elsewhere nothing happens. */
public final class DebianPackages {
  private DebianPackages() {}

  public static void install(String... names) {
    if (!Files.exists(Path.of("/usr/bin/apt-get")) || !"root".equals(System.getProperty("user.name"))) return;
    run(List.of("apt-get", "update", "-qq"));
    List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
    command.addAll(List.of(names));
    run(command);
  }

  /** A font that has Chinese, for printed pages. */
  public static void installFont() {
    if (!Files.exists(Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"))) install("fonts-noto-cjk");
  }

  private static void run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    try {
      if (!builder.start().waitFor(10, TimeUnit.MINUTES)) throw new AssertionError(String.join(" ", command) + " did not end");
    } catch (IOException e) {
      throw new AssertionError(String.join(" ", command) + " did not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
