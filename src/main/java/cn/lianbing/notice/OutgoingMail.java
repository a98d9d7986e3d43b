package cn.lianbing.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * An e-mail on its way: it waits until the mail server took it (sent), until there is no hope left (failed), or until whoever it
 * is for is no longer entitled to it (dropped).
 */
@Entity
@Table(name = "outgoing_mail")
public class OutgoingMail {
  public enum State { WAITING, SENT, FAILED, DROPPED }

  /** With the pauses below, the last try is a day and a half after the first. */
  static final int ATTEMPTS = 14;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int TROUBLE = 500;

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "account_id") private Long accountId;
  private String address;
  private String name;
  private String kind;
  private String args;
  private String link;
  @Enumerated(EnumType.STRING) private State state = State.WAITING;
  private int attempts;
  @Column(name = "queued_at") private Instant queuedAt;
  @Column(name = "next_at") private Instant nextAt;
  @Column(name = "sent_at") private Instant sentAt;
  private String trouble;
  @Version private int version;

  protected OutgoingMail() {}

  void goesTo(String newAddress) {
    address = newAddress;
  }

  void sent(Instant now) {
    attempts++;
    state = State.SENT;
    sentAt = now;
    trouble = null;
  }

  /** Doubles the pause each time. @param hopeless the server will never take it */
  void failed(String why, boolean hopeless, Instant now) {
    attempts++;
    trouble = why == null ? "" : why.substring(0, Math.min(TROUBLE, why.length()));
    if (hopeless || attempts >= ATTEMPTS) state = State.FAILED;
    else nextAt = now.plus(pause(attempts));
  }

  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(20, attempts - 1));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  void drop() {
    state = State.DROPPED;
  }

  /** From the beginning, as if it were new. */
  void again(Instant now) {
    state = State.WAITING;
    attempts = 0;
    nextAt = now;
  }

  public Long id() {
    return id;
  }

  Long accountId() {
    return accountId;
  }

  public String address() {
    return address;
  }

  public String name() {
    return name;
  }

  String kind() {
    return kind;
  }

  String args() {
    return args;
  }

  String link() {
    return link;
  }

  public State state() {
    return state;
  }

  public int attempts() {
    return attempts;
  }

  public Instant queuedAt() {
    return queuedAt;
  }

  public Instant nextAt() {
    return nextAt;
  }

  public String trouble() {
    return trouble;
  }
}
