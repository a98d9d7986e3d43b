package cn.lianbing.competition;

import cn.lianbing.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A competition 比武 of one year: planned, then published so that units register, and closed when its lists are confirmed. */
@Entity
@Table(name = "competition")
public class Competition {
  public enum State { PLANNED, PUBLISHED, CLOSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private int year;
  private String title;
  private String rules;
  @Column(name = "registration_opens_at") private Instant registrationOpensAt;
  @Column(name = "registration_closes_at") private Instant registrationClosesAt;
  @Column(name = "team_rules") private String teamRules;
  @Column(name = "ranking_rules") private String rankingRules;
  @Enumerated(EnumType.STRING) private State state = State.PLANNED;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected Competition() {}

  Competition(Instant now) {
    createdAt = now;
  }

  void plan(CompetitionPlan plan) {
    year = plan.year();
    title = plan.title().strip();
    rules = plan.rules().strip();
    registrationOpensAt = plan.registrationOpensAt();
    registrationClosesAt = plan.registrationClosesAt();
    teamRules = Json.write(plan.teamRules());
    rankingRules = Json.write(plan.rankingRules());
  }

  void publish() {
    state = State.PUBLISHED;
  }

  void close() {
    state = State.CLOSED;
  }

  public boolean registering(Instant now) {
    return state == State.PUBLISHED && !now.isBefore(registrationOpensAt) && now.isBefore(registrationClosesAt);
  }

  public Long id() {
    return id;
  }

  public int year() {
    return year;
  }

  public String title() {
    return title;
  }

  public String rules() {
    return rules;
  }

  public Instant registrationOpensAt() {
    return registrationOpensAt;
  }

  public Instant registrationClosesAt() {
    return registrationClosesAt;
  }

  public TeamRules teamRules() {
    return Json.read(teamRules, TeamRules.class);
  }

  public RankingRules rankingRules() {
    return Json.read(rankingRules, RankingRules.class);
  }

  public State state() {
    return state;
  }
}
