package cn.lianbing.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A version of a law 法律版本. Items of a version that is not in force on an exam's day are not drawn for it. */
@Entity
@Table(name = "law_version")
public class LawVersion {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String law;
  @Column(name = "version") private String name;
  @Column(name = "in_force") private LocalDate inForce;
  private LocalDate until;

  protected LawVersion() {}

  LawVersion(String law, String name, LocalDate inForce, LocalDate until) {
    this.law = law;
    this.name = name;
    this.inForce = inForce;
    this.until = until;
  }

  void dates(LocalDate newInForce, LocalDate newUntil) {
    inForce = newInForce;
    until = newUntil;
  }

  public Long id() {
    return id;
  }

  public String law() {
    return law;
  }

  public String name() {
    return name;
  }

  public LocalDate inForce() {
    return inForce;
  }

  public LocalDate until() {
    return until;
  }
}
