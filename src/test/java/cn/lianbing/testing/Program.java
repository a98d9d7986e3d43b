package cn.lianbing.testing;

import cn.lianbing.launch.EmbeddedDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** The real program as its users start it: the launcher's jar in a process of its own, on a free port, with a data folder of its own. */
public final class Program implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  public final int port;
  private final Path data;
  private final Path output;
  private final Map<String, String> settings;
  private final List<String> options;
  private Process process;

  private Program(Path data, int port, Map<String, String> settings, List<String> options) {
    this.data = data;
    this.port = port;
    this.settings = settings;
    this.options = options;
    this.output = data.resolveSibling(data.getFileName() + ".out");
  }

  /** In demo mode with an empty data folder. */
  public static Program demo(String name) throws IOException {
    return with(name, Map.of("LIANBING_MODE", "demo"), List.of());
  }

  /** Not started yet. @param settings the environment's, in place of the usual ones */
  public static Program with(String name, Map<String, String> settings, List<String> options) throws IOException {
    Path data = Path.of(System.getProperty("it.work"), name).toAbsolutePath();
    FileUtils.deleteDirectory(data.toFile());
    Files.createDirectories(data.getParent());
    return new Program(data, freePort(), settings, options);
  }

  /** In demo mode with its data in a folder that is there already, such as another file system. */
  public static Program demoIn(Path data, String name) throws IOException {
    return new Program(data.resolve(name), freePort(), Map.of("LIANBING_MODE", "demo"), List.of());
  }

  /** Another node over this one's database; not started yet. */
  public Program node(String name) throws IOException {
    return with(name, Map.of("LIANBING_MODE", "demo", "LIANBING_SECRET", Files.readString(data.resolve("secret.key")).strip(), "LIANBING_DB_URL", databaseUrl(), "LIANBING_DB_USER", EmbeddedDatabase.NAME, "LIANBING_DB_PASSWORD", databasePassword()), List.of());
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public Program start() throws IOException, InterruptedException {
    run();
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (!said().contains("已就绪")) {
      if (!process.isAlive() || System.nanoTime() > end) throw new AssertionError("the program is not ready:\n" + said());
      Thread.sleep(100);
    }
    return this;
  }

  /** Starts it and waits for its end. @return the exit status */
  public int runToEnd() throws IOException, InterruptedException {
    run();
    if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("it did not end:\n" + said());
    return process.exitValue();
  }

  private void run() throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx900m", "-Dlianbing.bank=" + System.getProperty("it.bank")));
    command.addAll(options);
    command.addAll(List.of("-jar", Path.of(System.getProperty("it.home"), "lianbing-launcher.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LIANBING_"));
    builder.environment().put("LIANBING_DATA", data.toString());
    builder.environment().put("LIANBING_PORT", String.valueOf(port));
    builder.environment().putAll(settings);
    process = builder.start();
  }

  /** What it printed so far. */
  public String said() throws IOException {
    return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  public Path data() {
    return data;
  }

  /** SIGKILL to the program and to its database, at the same time and in the middle of whatever they do. */
  public void kill() throws InterruptedException {
    try (Stream<ProcessHandle> children = process.descendants()) {
      List<ProcessHandle> all = children.toList();
      process.destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);
    }
    process.waitFor();
  }

  /** SIGKILL to the program alone: its database runs on without it. */
  public List<ProcessHandle> killLauncherOnly() throws InterruptedException {
    try (Stream<ProcessHandle> children = process.descendants()) {
      List<ProcessHandle> all = children.toList();
      process.destroyForcibly().waitFor();
      return all;
    }
  }

  /** As Ctrl-C does. @return the exit status */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("it did not stop");
    return process.exitValue();
  }

  public long pid() {
    return process.pid();
  }

  /** The process of its embedded database. */
  public long databasePid() throws IOException {
    return Long.parseLong(Files.readString(data.resolve("mariadb/mariadbd.pid")).strip());
  }

  /** Straight into its embedded database, as a test that looks behind the program's back needs it. */
  public Connection database() throws IOException, SQLException {
    return DriverManager.getConnection(databaseUrl(), EmbeddedDatabase.NAME, databasePassword());
  }

  private String databaseUrl() throws IOException {
    ProcessHandle server = ProcessHandle.of(databasePid()).orElseThrow();
    String port = Stream.of(server.info().arguments().orElseThrow()).filter(one -> one.startsWith("--port=")).findFirst().orElseThrow().substring("--port=".length());
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + EmbeddedDatabase.NAME;
  }

  private String databasePassword() throws IOException {
    return Files.readString(data.resolve("database.password")).strip();
  }

  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    if (process == null || !process.isAlive()) return;
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) kill();
  }

  /** A statement of the test's own in the embedded database: what happened an hour ago cannot be waited for. */
  public int change(String sql) throws IOException, SQLException {
    try (Connection connection = database(); Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** The first column of the first row. */
  public String ask(String sql) throws IOException, SQLException {
    try (Connection connection = database(); Statement statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      if (!row.next()) throw new AssertionError("nothing: " + sql);
      return row.getString(1);
    }
  }

  // ---- a small client of the API -----------------------------------------------------------------------------------

  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** @param token null for none; @param json null for no body */
  public HttpResponse<String> call(String method, String path, String token, String json) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
    if (token != null) request.header("Authorization", "Bearer " + token);
    if (json != null) request.header("Content-Type", "application/json");
    request.method(method, json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What is no text. */
  public HttpResponse<byte[]> download(String path, String token) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A file alone, as the field "file" of a form. */
  public HttpResponse<String> upload(String path, String token, String name, byte[] content) throws IOException, InterruptedException {
    return upload(path, token, name, content, Duration.ofSeconds(60));
  }

  /** As above, for what takes longer. */
  public HttpResponse<String> upload(String path, String token, String name, byte[] content, Duration patience) throws IOException, InterruptedException {
    String edge = "edge-of-the-parts";
    var body = new java.io.ByteArrayOutputStream();
    body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path)).timeout(patience).header("Authorization", "Bearer " + token).header("Content-Type", "multipart/form-data; boundary=" + edge).POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  public String token(String username) throws IOException, InterruptedException {
    HttpResponse<String> answer = call("POST", "/api/v1/session", null, "{\"username\":\"" + username + "\",\"password\":\"" + Inside.PASSWORD + "\"}");
    if (answer.statusCode() != 201) throw new AssertionError(username + ": " + answer.body());
    return field(answer.body(), "token");
  }

  /** The id of the demo's usual blueprint: of any topic, so that an exam may be held in any year. */
  public String usualBlueprint(String token) throws IOException, InterruptedException {
    for (JsonNode one : new ObjectMapper().readTree(call("GET", "/api/v1/blueprints", token, null).body()).get("items")) if (one.get("title").asText().equals("行政执法人员法律知识考试")) return one.get("id").asText();
    throw new AssertionError("no usual blueprint");
  }

  /** The first value of a field; enough for tests, which know what they asked. */
  public static String field(String json, String name) {
    var matcher = java.util.regex.Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|([^,}\\]]+))").matcher(json);
    if (!matcher.find()) throw new AssertionError("no " + name + " in " + json);
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }
}
