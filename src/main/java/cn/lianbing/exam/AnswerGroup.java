package cn.lianbing.exam;

import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes one group of parcels in one transaction; {@link AnswerLog} tells why so. One group at a time. */
final class AnswerGroup {
  private static final String LOCK = "select id, officer_id, state, deadline < utc_timestamp(3) - interval " + ExamTaking.GRACE.toSeconds() + " second, token_stamp, timestampdiff(microsecond, utc_timestamp(3), deadline) div 1000, "
      + "utc_timestamp(3), deadline, submitted_at, receipt, seal from attempt where id in (%s) for update skip locked";
  private static final String STORED = "with sent(attempt_id, no) as (values %s) select s.attempt_id, s.no, r.seq, r.answer, r.saved_at, j.n, j.hash from sent s left join response r on r.attempt_id = s.attempt_id and r.no = s.no "
      + "left join answer_journal j on j.attempt_id = s.attempt_id and j.n = (select k.n from answer_journal k where k.attempt_id = s.attempt_id order by k.n desc limit 1)";
  private static final String KEEP = "insert into response (attempt_id, no, answer, seq, saved_at) values %s on duplicate key update answer = if(values(seq) > seq, values(answer), answer), saved_at = if(values(seq) > seq, values(saved_at), saved_at), seq = greatest(seq, values(seq))";
  private static final String JOURNAL = "insert into answer_journal (attempt_id, n, no, seq, answer, saved_at, hash) values %s";
  private static final String ALL_ANSWERS = "select attempt_id, no, seq, answer from response where attempt_id in (%s) order by attempt_id, no";
  private static final String CLOSE = "update attempt set state = ?, submitted_at = ?, receipt = ?, journal_length = ?, answers_hash = ?, seal = ?, last_seen_at = greatest(last_seen_at, ?), version = version + 1 where id = ? and state = 'OPEN'";
  private final Connection connection;
  private final AnswerJournal journal;
  private final HandInSeal seals;
  private final Supplier<String> receipts;

  AnswerGroup(Connection connection, AnswerJournal journal, HandInSeal seals, Supplier<String> receipts) {
    this.connection = connection;
    this.journal = journal;
    this.seals = seals;
    this.receipts = receipts;
  }

  /** An attempt while it is locked by this transaction. */
  private static final class Held {
    long id;
    long officer;
    Attempt.State state;
    boolean over;
    int stamp;
    long remaining;
    LocalDateTime now;
    LocalDateTime deadline;
    LocalDateTime submittedAt;
    String receipt;
    byte[] seal;
    int journalLength;
    byte[] head = AnswerJournal.NOTHING_BEFORE;
    final Map<Integer, Kept> kept = new HashMap<>();
  }

  /** The stored answer of a question. */
  private record Kept(long seq, String answer, LocalDateTime savedAt) {}

  /** What this group adds. */
  private record Added(List<AnswerJournal.Row> rows, List<byte[]> hashes) {}

  /**
   * Commits. What each parcel came to is in it, to be answered now.
   *
   * @param group of different attempts
   * @return those whose attempt is held by somebody else just now
   */
  List<Parcel> write(List<Parcel> group) throws SQLException {
    Map<Long, Held> held = lock(group);
    List<Parcel> ours = group.stream().filter(parcel -> held.containsKey(parcel.attemptId())).toList();
    readStored(ours, held);
    Added added = new Added(new ArrayList<>(), new ArrayList<>());
    ours.forEach(parcel -> judge(parcel, held.get(parcel.attemptId()), added));
    keep(added);
    handIn(ours, held);
    connection.commit();
    return group.stream().filter(parcel -> !held.containsKey(parcel.attemptId())).toList();
  }

  private Map<Long, Held> lock(List<Parcel> group) throws SQLException {
    Map<Long, Held> all = new HashMap<>();
    try (var ask = connection.createStatement(); ResultSet row = ask.executeQuery(LOCK.formatted(ids(group.stream().map(Parcel::attemptId).toList())))) {
      while (row.next()) {
        Held one = new Held();
        one.id = row.getLong(1);
        one.officer = row.getLong(2);
        one.state = Attempt.State.valueOf(row.getString(3));
        one.over = row.getBoolean(4);
        one.stamp = row.getInt(5);
        one.remaining = Math.max(0, row.getLong(6));
        one.now = row.getObject(7, LocalDateTime.class);
        one.deadline = row.getObject(8, LocalDateTime.class);
        one.submittedAt = row.getObject(9, LocalDateTime.class);
        one.receipt = row.getString(10);
        one.seal = row.getBytes(11);
        all.put(one.id, one);
      }
    }
    return all;
  }

  private void readStored(List<Parcel> ours, Map<Long, Held> held) throws SQLException {
    List<String> sent = new ArrayList<>();
    for (Parcel parcel : ours) {
      if (held.get(parcel.attemptId()).state != Attempt.State.OPEN) continue;
      // question 0 is none: it brings the head of the journal alone
      if (parcel.answers().isEmpty()) sent.add("(" + parcel.attemptId() + ",0)");
      for (ExamTaking.Sent answer : parcel.answers()) sent.add("(" + parcel.attemptId() + "," + answer.no() + ")");
    }
    if (sent.isEmpty()) return;
    try (var ask = connection.createStatement(); ResultSet row = ask.executeQuery(STORED.formatted(String.join(",", sent)))) {
      while (row.next()) {
        Held one = held.get(row.getLong(1));
        String answer = row.getString(4);
        if (answer != null) one.kept.put(row.getInt(2), new Kept(row.getLong(3), answer, row.getObject(5, LocalDateTime.class)));
        byte[] head = row.getBytes(7);
        if (head == null) continue;
        one.journalLength = row.getInt(6);
        one.head = head;
      }
    }
  }

  private void judge(Parcel parcel, Held attempt, Added added) {
    boolean his = parcel.kind() == Parcel.Kind.CLOSE || parcel.isOf(attempt.officer, attempt.stamp);
    boolean takes = his && attempt.state == Attempt.State.OPEN && !attempt.over;
    if (parcel.kind() == Parcel.Kind.SAVE && !takes) parcel.came(new Refused("attempt-closed"));
    else if (!his) parcel.came(new NotFound("attempt", attempt.id));
    else if (parcel.kind() == Parcel.Kind.HAND_IN && attempt.state == Attempt.State.VOIDED) parcel.came(new Refused("attempt-closed"));
    else parcel.came(new Parcel.Delivered(takes ? parcel.answers().stream().map(answer -> save(answer, attempt, added)).toList() : List.of(), null));
  }

  private ExamTaking.Saved save(ExamTaking.Sent sent, Held attempt, Added added) {
    String answer = sent.answer().json();
    Kept kept = attempt.kept.get(sent.no());
    if (kept == null || kept.seq() < sent.seq()) {
      kept = new Kept(sent.seq(), answer, attempt.now);
      attempt.kept.put(sent.no(), kept);
      AnswerJournal.Row row = new AnswerJournal.Row(attempt.id, ++attempt.journalLength, sent.no(), sent.seq(), answer, attempt.now);
      attempt.head = journal.hash(attempt.head, row);
      added.rows().add(row);
      added.hashes().add(attempt.head);
    }
    return new ExamTaking.Saved(sent.no(), kept.seq(), utc(kept.savedAt()), attempt.remaining, kept.seq() == sent.seq() && !kept.answer().equals(answer));
  }

  private void keep(Added added) throws SQLException {
    if (added.rows().isEmpty()) return;
    try (PreparedStatement insert = connection.prepareStatement(KEEP.formatted(rows("(?,?,?,?,?)", added.rows().size())))) {
      int i = 0;
      for (AnswerJournal.Row row : added.rows()) {
        insert.setLong(++i, row.attemptId());
        insert.setInt(++i, row.no());
        insert.setString(++i, row.answer());
        insert.setLong(++i, row.seq());
        insert.setObject(++i, row.savedAt());
      }
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(JOURNAL.formatted(rows("(?,?,?,?,?,?,?)", added.rows().size())))) {
      int i = 0;
      for (int at = 0; at < added.rows().size(); at++) {
        AnswerJournal.Row row = added.rows().get(at);
        insert.setLong(++i, row.attemptId());
        insert.setInt(++i, row.n());
        insert.setInt(++i, row.no());
        insert.setLong(++i, row.seq());
        insert.setString(++i, row.answer());
        insert.setObject(++i, row.savedAt());
        insert.setBytes(++i, added.hashes().get(at));
      }
      insert.executeUpdate();
    }
  }

  private void handIn(List<Parcel> ours, Map<Long, Held> held) throws SQLException {
    Map<Parcel, Held> handedIn = new LinkedHashMap<>();
    for (Parcel parcel : ours) if (parcel.kind() != Parcel.Kind.SAVE && !parcel.refused()) handedIn.put(parcel, held.get(parcel.attemptId()));
    List<Held> closing = handedIn.entrySet().stream().filter(one -> one.getValue().state == Attempt.State.OPEN && (one.getKey().kind() == Parcel.Kind.HAND_IN || one.getValue().over)).map(Map.Entry::getValue).toList();
    if (!closing.isEmpty()) close(closing);
    handedIn.forEach((parcel, attempt) -> parcel.alsoCame(new ExamTaking.HandedIn(attempt.state, attempt.submittedAt == null ? null : utc(attempt.submittedAt), attempt.receipt, attempt.seal == null ? null : HandInSeal.code(attempt.seal))));
  }

  private void close(List<Held> closing) throws SQLException {
    Map<Long, HandInSeal.Answers> answers = answers(closing.stream().map(one -> one.id).toList());
    try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
      for (Held one : closing) {
        one.state = one.over ? Attempt.State.EXPIRED : Attempt.State.SUBMITTED;
        one.submittedAt = one.now.isBefore(one.deadline) ? one.now : one.deadline;
        one.receipt = receipts.get();
        byte[] hash = answers.getOrDefault(one.id, new HandInSeal.Answers()).hash();
        one.seal = seals.of(new HandInSeal.HandIn(one.id, one.officer, one.receipt, one.submittedAt, one.journalLength, hash));
        close.setString(1, one.state.name());
        close.setObject(2, one.submittedAt);
        close.setString(3, one.receipt);
        close.setInt(4, one.journalLength);
        close.setBytes(5, hash);
        close.setBytes(6, one.seal);
        close.setObject(7, one.over ? one.submittedAt : one.now);
        close.setLong(8, one.id);
        close.addBatch();
      }
      close.executeBatch();
    }
  }

  private Map<Long, HandInSeal.Answers> answers(List<Long> attempts) throws SQLException {
    Map<Long, HandInSeal.Answers> answers = new HashMap<>();
    try (var ask = connection.createStatement(); ResultSet row = ask.executeQuery(ALL_ANSWERS.formatted(ids(attempts)))) {
      while (row.next()) answers.computeIfAbsent(row.getLong(1), id -> new HandInSeal.Answers()).add(row.getInt(2), row.getLong(3), row.getString(4));
    }
    return answers;
  }

  private static String ids(Collection<Long> ids) {
    return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String rows(String row, int count) {
    return (row + ",").repeat(count - 1) + row;
  }

  private static java.time.Instant utc(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
