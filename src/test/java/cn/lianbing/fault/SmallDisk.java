package cn.lianbing.fault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of its own in memory, which can be filled to the last byte; only root may make one, so elsewhere it is a common folder. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final boolean own;

  private SmallDisk(Path folder, boolean own) {
    this.folder = folder;
    this.own = own;
  }

  static SmallDisk of(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    return new SmallDisk(folder, run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
  }

  Path folder() {
    return folder;
  }

  /** Whether it can be filled without harm to others. */
  boolean own() {
    return own;
  }

  void fill() throws IOException {
    FileStore store = Files.getFileStore(folder);
    byte[] block = new byte[1 << 16];
    try (RandomAccessFile ballast = new RandomAccessFile(folder.resolve("ballast").toFile(), "rw")) {
      ballast.seek(ballast.length());
      while (store.getUsableSpace() > 0) ballast.write(block, 0, (int) Math.min(block.length, store.getUsableSpace()));
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(folder.resolve("ballast"));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (own) run("umount", "-l", folder.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // no such command
    }
  }
}
