package cn.lianbing.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection to the program. As little work as possible, since it shares the cores with what is measured. */
public final class Wire implements AutoCloseable {
  private final int port;
  private final int timeoutMillis;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  public Wire(int port, int timeoutMillis) {
    this.port = port;
    this.timeoutMillis = timeoutMillis;
  }

  /** @param retryAfter seconds, 0 where the server said none */
  public record Reply(int status, String body, int retryAfter) {}

  /** @param body null for none */
  public Reply send(String method, String path, String token, String body) throws IOException {
    if (socket == null) open();
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAccept-Language: zh-CN\r\n" + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
        + (body == null && method.equals("GET") ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n") + "\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    try {
      out.write(all);
      out.flush();
      return read();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void open() throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(timeoutMillis);
    socket.connect(new InetSocketAddress("127.0.0.1", port), timeoutMillis);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
    out = socket.getOutputStream();
  }

  private Reply read() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    int retryAfter = 0;
    boolean chunked = false;
    boolean closes = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (name.equals("content-length")) length = Integer.parseInt(value);
      else if (name.equals("retry-after")) retryAfter = Integer.parseInt(value);
      else if (name.equals("transfer-encoding")) chunked = value.equalsIgnoreCase("chunked");
      else if (name.equals("connection")) closes = value.equalsIgnoreCase("close");
    }
    StringBuilder body = new StringBuilder();
    if (chunked) {
      for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
        body.append(new String(exactly(size), StandardCharsets.UTF_8));
        line();
      }
      line();
    } else if (length > 0) body.append(new String(exactly(length), StandardCharsets.UTF_8));
    if (closes) close();
    return new Reply(status, body.toString(), retryAfter);
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) throw new EOFException();
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new EOFException();
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      if (socket != null) socket.close();
    } catch (IOException e) {
      // it is gone either way
    }
    socket = null;
  }
}
