package cn.lianbing.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server for tests inside the container, where GreenMail's libraries are not: it takes everything, or nothing while it is out of order. */
public final class SmallSmtp implements AutoCloseable {
  public final List<String> received = new CopyOnWriteArrayList<>();
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private volatile String answer = "250 OK";

  public SmallSmtp() throws IOException {
    Thread thread = new Thread(this::serve, "small-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  public String url() {
    return "smtp://127.0.0.1:" + socket.getLocalPort();
  }

  /** What it says to each recipient from now on, {@code 451 later}. */
  public void says(String newAnswer) {
    answer = newAnswer;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        talk(one);
      } catch (IOException e) {
        // that conversation is over
      }
    }
  }

  private void talk(Socket one) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = one.getOutputStream();
    say(out, "220 small");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.toUpperCase(java.util.Locale.ROOT);
      if (command.startsWith("RCPT")) say(out, answer);
      else if (command.startsWith("DATA")) {
        say(out, "354 go on");
        StringBuilder mail = new StringBuilder();
        for (String text = in.readLine(); !text.equals("."); text = in.readLine()) mail.append(text).append('\n');
        received.add(mail.toString());
        say(out, "250 OK");
      } else if (command.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else say(out, "250 OK");
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
