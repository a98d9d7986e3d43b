package cn.lianbing.annex;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A figure that a person entered for a period, with where it comes from. */
@Entity
@Table(name = "annex_entry")
public class AnnexEntry {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "from_day") private LocalDate from;
  @Column(name = "to_day") private LocalDate to;
  private String figure;
  private BigDecimal number;
  private String words;
  private String source;
  @Column(name = "account_id") private Long accountId;
  @Column(name = "entered_by") private String enteredBy;
  @Column(name = "entered_at") private Instant enteredAt;
  @Version private int version;

  protected AnnexEntry() {}

  AnnexEntry(Period period, String figure) {
    from = period.from();
    to = period.to();
    this.figure = figure;
  }

  void say(BigDecimal newNumber, String newWords, String newSource, Long account, String name, Instant now) {
    number = newNumber;
    words = newWords;
    source = newSource;
    accountId = account;
    enteredBy = name;
    enteredAt = now;
  }

  public Long id() {
    return id;
  }

  public String figure() {
    return figure;
  }

  public BigDecimal number() {
    return number;
  }

  public String words() {
    return words;
  }

  public String source() {
    return source;
  }

  public String enteredBy() {
    return enteredBy;
  }

  public Instant enteredAt() {
    return enteredAt;
  }
}
