package cn.lianbing.fault;

import cn.lianbing.load.Wire;
import cn.lianbing.testing.Program;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Officers who save without end, as the exam page does (what was not acknowledged is sent again under the same number), and what
 * each was told is stored: every {@code (attempt, question, seq, answer)}. Afterwards the database must hold all of it.
 */
public final class Recorder implements AutoCloseable {
  /** Told to be saved: the highest of a question. */
  record Told(long seq, String letter) {}

  record Seat(long attempt, String session, String token) {}

  private final Program program;
  private final List<Integer> ports;
  private final List<Seat> seats;
  private final int questions;
  private final Map<Long, Map<Integer, Told>> told = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> refusals = new ConcurrentHashMap<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicLong lastAcknowledged = new AtomicLong(System.nanoTime());
  private final AtomicLong longestSilence = new AtomicLong();
  private final ExecutorService officers = Executors.newCachedThreadPool();
  private volatile boolean running = true;

  /** @param ports of the nodes that a browser may reach; it goes to the next one when one does not answer */
  Recorder(Program program, List<Integer> ports, List<Seat> seats, int questions) {
    this.program = program;
    this.ports = ports;
    this.seats = seats;
    this.questions = questions;
    seats.forEach(seat -> told.put(seat.attempt(), new ConcurrentHashMap<>()));
  }

  /** An exam that the first so many of the demo's officers have started. @param from the first of them */
  static List<Seat> seats(Program program, int from, int many, int minutes) throws IOException, InterruptedException {
    String admin = program.token("admin");
    String exam = Program.field(program.call("POST", "/api/v1/exams", admin, """
        {"title":"故障演练","blueprintId":%s,"opensAt":"2020-01-01T00:00:00+08:00","closesAt":"2099-01-01T00:00:00+08:00","durationMinutes":%d,"release":"AT_ONCE","unitIds":[1]}""".formatted(program.usualBlueprint(admin), minutes)).body(), "id");
    List<Seat> seats = new ArrayList<>();
    for (int i = from; i < from + many; i++) {
      String session = program.token("officer%03d".formatted(i));
      var started = program.call("POST", "/api/v1/exams/" + exam + "/attempts", session, null);
      var id = java.util.regex.Pattern.compile("\"id\":(\\d+)").matcher(started.body());
      if (started.statusCode() != 201 || !id.find()) throw new AssertionError(started.body());
      seats.add(new Seat(Long.parseLong(id.group(1)), session, Program.field(program.call("POST", "/api/v1/attempts/" + id.group(1) + "/token", session, "").body(), "token")));
    }
    return seats;
  }

  Recorder begin() {
    for (Seat seat : seats) officers.submit(() -> sit(seat));
    return this;
  }

  private void sit(Seat seat) {
    int port = 0;
    Wire wire = new Wire(ports.get(port), 15_000);
    for (long seq = 1; running; seq++) {
      int no = 1 + (int) (seq % questions);
      String letter = "ABCD".substring((int) (seq % 3), (int) (seq % 3) + 1);
      for (boolean stored = false; !stored && running; ) {
        int status;
        try {
          Wire.Reply reply = save(wire, seat, no, letter, seq);
          status = reply.status();
          stored = status == 200;
        } catch (IOException e) {
          status = 0;
          wire.close();
          port = (port + 1) % ports.size();
          wire = new Wire(ports.get(port), 15_000);
        }
        if (stored) {
          told.get(seat.attempt()).put(no, new Told(seq, letter));
          acknowledged.incrementAndGet();
          long now = System.nanoTime();
          longestSilence.accumulateAndGet(now - lastAcknowledged.getAndSet(now), Math::max);
        } else {
          refusals.merge(status, 1, Integer::sum);
          if (status == 409) return;
          pause(200);
        }
      }
      pause(10);
    }
    wire.close();
  }

  static Wire.Reply save(Wire wire, Seat seat, int no, String letter, long seq) throws IOException {
    return wire.send("PUT", "/api/v1/attempts/" + seat.attempt() + "/responses/" + no, seat.token(), "{\"choice\":[\"" + letter + "\"],\"seq\":" + seq + "}");
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until so many more were acknowledged. @return the seconds that it took */
  double awaitMore(int more) {
    long began = System.nanoTime();
    int until = acknowledged.get() + more;
    while (acknowledged.get() < until) {
      if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(120)) throw new AssertionError("no answer is stored any more; " + refusals);
      pause(20);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  int acknowledged() {
    return acknowledged.get();
  }

  Map<Integer, Integer> refusals() {
    return refusals;
  }

  double longestSilence() {
    return longestSilence.get() / 1e9;
  }

  /** Stops the officers and compares. @return what is missing or altered: nothing */
  List<String> lost() throws InterruptedException, IOException, SQLException {
    close();
    List<String> lost = new ArrayList<>();
    try (Connection connection = program.database(); var ask = connection.prepareStatement("select no, seq, answer from response where attempt_id = ?")) {
      for (var attempt : told.entrySet()) {
        Map<Integer, Told> stored = new java.util.HashMap<>();
        ask.setLong(1, attempt.getKey());
        try (var row = ask.executeQuery()) {
          while (row.next()) stored.put(row.getInt(1), new Told(row.getLong(2), row.getString(3).replaceAll("[^A-D]", "")));
        }
        attempt.getValue().forEach((no, one) -> {
          Told there = stored.get(no);
          // what was on its way and not acknowledged may be stored over it
          if (there == null || there.seq() < one.seq() || there.seq() == one.seq() && !there.letter().equals(one.letter())) lost.add(attempt.getKey() + "/" + no + ": told " + one + ", stored " + there);
        });
      }
    }
    return lost;
  }

  /** Hands all in and reads what the officers are shown. @return where a result is not the stored answers, or its marks do not add up: nowhere */
  List<String> lostInResults() throws InterruptedException, IOException, SQLException {
    close();
    List<String> lost = new ArrayList<>();
    try (Connection connection = program.database(); var ask = connection.prepareStatement("select no, answer from response where attempt_id = ?")) {
      for (Seat seat : seats) {
        String attempt = "/api/v1/attempts/" + seat.attempt();
        if (program.call("POST", attempt + "/submission", seat.session(), "{}").statusCode() != 200) lost.add(seat.attempt() + ": not handed in");
        var result = new com.fasterxml.jackson.databind.ObjectMapper().readTree(program.call("GET", attempt + "/result", seat.session(), null).body());
        Map<Integer, String> shown = new java.util.HashMap<>();
        double marks = 0;
        for (var line : result.path("questions")) {
          shown.put(line.get("no").asInt(), line.path("choice").path(0).asText(""));
          marks += line.get("marks").asDouble();
        }
        if (Math.abs(marks - result.path("score").asDouble(-1)) > 0.01) lost.add(seat.attempt() + ": marks come to " + marks + ", not " + result.path("score"));
        ask.setLong(1, seat.attempt());
        try (var row = ask.executeQuery()) {
          while (row.next()) if (!row.getString(2).replaceAll("[^A-D]", "").equals(shown.get(row.getInt(1)))) lost.add(seat.attempt() + "/" + row.getInt(1) + ": stored " + row.getString(2) + ", shown " + shown.get(row.getInt(1)));
        }
      }
    }
    return lost;
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    officers.shutdown();
    if (!officers.awaitTermination(60, TimeUnit.SECONDS)) throw new AssertionError("officers go on");
  }
}
