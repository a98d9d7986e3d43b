package cn.lianbing.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the operator sees. Everything that libraries print goes to a file instead, so that the few lines that matter stand alone. */
final class Console {
  private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset());
  private final ResourceBundle texts;

  Console(String language) {
    texts = ResourceBundle.getBundle("cn.lianbing.launch.texts", Locale.forLanguageTag(language));
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key)).format(arguments);
  }

  void say(String key, Object... arguments) {
    out.println(text(key, arguments));
  }

  void line(String text) {
    out.println(text);
  }

  /** Sends standard output and error of this process to a file; the file of the last start is kept beside it. */
  static void divertLibraries(Path logs) throws IOException {
    Path file = logs.resolve("console.log");
    if (Files.exists(file)) Files.move(file, logs.resolve("console.previous.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    OutputStream log = Files.newOutputStream(file);
    PrintStream stream = new PrintStream(log, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  /** The terminal's own character set where it can write Chinese (GBK on Windows), UTF-8 where it claims less, as a bare container does. */
  private static Charset charset() {
    String name = System.getProperty("native.encoding", "UTF-8");
    Charset terminal = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    return terminal.newEncoder().canEncode('练') ? terminal : StandardCharsets.UTF_8;
  }
}
