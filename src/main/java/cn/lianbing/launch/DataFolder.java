package cn.lianbing.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** The folder that must be kept: database files, the secret, logs. One program at a time may use it. */
final class DataFolder implements AutoCloseable {
  private static final int WAIT_SECONDS = 30;
  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the folder; waits a little for a predecessor that is just stopping. */
  static DataFolder take(Path folder, Console console) throws LaunchRefused {
    try {
      FileChannel channel = FileChannel.open(folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      for (int waited = 0; waited < WAIT_SECONDS; waited++) {
        FileLock lock = channel.tryLock();
        if (lock != null) return new DataFolder(folder, channel, lock);
        TimeUnit.SECONDS.sleep(1);
      }
      channel.close();
      throw new LaunchRefused(console.text("refused.dataInUse", folder));
    } catch (IOException e) {
      throw new LaunchRefused(console.text("refused.dataFolder", folder), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchRefused(console.text("refused.interrupted"), e);
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Text of a file that only this user may read; made from random bytes at the first call. */
  String secret(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      Path fresh = Files.createTempFile(folder, name, ".new");
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      Files.move(fresh, file);
    }
    return Files.readString(file).strip();
  }

  /** An empty folder for temporary files. What a killed predecessor left in it goes. */
  Path emptyTemporary() throws IOException {
    Path temporary = folder.resolve("tmp");
    if (Files.exists(temporary)) {
      try (var files = Files.walk(temporary)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
    return Files.createDirectories(temporary);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
