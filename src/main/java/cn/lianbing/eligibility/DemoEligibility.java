package cn.lianbing.eligibility;

import cn.lianbing.people.Account;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The demo's facts about its invented people, some kept and contested checks, and a draft that waits for a second person. The
 * demo's past is made up whole, so here alone what was recorded at the start is dated back.
 */
@ApplicationScoped
@Transactional
public class DemoEligibility {
  private static final String KNOWN_SINCE = "2024-01-02 01:00:00";
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Officers officers;
  @Inject Accounts accounts;
  @Inject PersonDeciding deciding;
  @Inject EligibilityChecking checking;
  @Inject RuleEditing editing;
  @Inject EligibilityRules rules;
  @Inject Clock clock;

  void fill(@Observes @Priority(105) Startup startup) {
    if (!settings.demo() || store.createQuery("select count(f) from PersonnelFact f", Long.class).getSingleResult() > 0) return;
    List<Officer> all = officers.activeUnder("/");
    if (all.size() < 250) return;
    try {
      dateBack();
      write(all);
      moved(all);
    } catch (SQLException e) {
      throw new IllegalStateException("the demo's facts could not be written", e);
    }
    checks();
    draft();
  }

  private void dateBack() throws SQLException {
    store.flush();
    Connection connection = store.unwrap(Connection.class);
    try (var change = connection.createStatement()) {
      change.executeUpdate("update officer_past set recorded_at = '" + KNOWN_SINCE + "'");
      change.executeUpdate("update unit_past set recorded_at = '" + KNOWN_SINCE + "'");
      change.executeUpdate("update eligibility_rule set created_at = '" + KNOWN_SINCE + "', submitted_at = '" + KNOWN_SINCE + "', approved_at = '" + KNOWN_SINCE + "' where state = 'APPROVED'");
      change.executeUpdate("update exam_result set recorded_at = on_date + interval 9 hour");
    }
  }

  private void write(List<Officer> all) throws SQLException {
    String sql = "insert into personnel_fact (officer_id, kind, value, document_number, issuer, note, valid_from, valid_to, recorded_by_name, recorded_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    try (PreparedStatement insert = store.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < all.size(); i++) of(insert, all.get(i), i, today);
      insert.executeBatch();
    }
  }

  /** Most people have what is needed; what is lacking is spread so that every criterion has its cases. */
  private void of(PreparedStatement insert, Officer one, int i, LocalDate today) throws SQLException {
    long id = one.id();
    if (i % 11 != 4) add(insert, id, "VERIFICATION", i % 53 == 7 ? "DIFFERENT" : "CONFIRMED", "陕编核〔2026〕%d号".formatted(1 + i / 20), "区委编办", today.minusDays(250 - i % 40), null, "孟立新");
    if (i % 17 != 5) add(insert, id, "HEALTH", i == 88 ? "UNFIT" : "FIT", null, null, today.minusDays(200 - i % 60), null, one.name());
    if (i % 13 != 2) add(insert, id, "SUITABILITY", i == 144 ? "NOT_SUITED" : "SUITED", null, null, today.minusDays(190 - i % 50), null, "贺志远");
    String post = one.post() == null ? "" : one.post();
    add(insert, id, "DUTY", post.contains("监督") ? i % 9 == 0 ? "BOTH" : "SUPERVISION" : post.contains("审核") ? "REVIEW" : "ENFORCEMENT", null, null, LocalDate.of(2024, 1, 1), null, "贺志远");
    if (i % 19 == 3) add(insert, id, "LEGAL_QUALIFICATION", "A", "A2018%08d".formatted(411203000 + i), "司法部", LocalDate.of(2018, 4, 1), null, "贺志远");
    if (i % 10 >= 2) add(insert, id, "EXAM_PROFESSIONAL", "PASSED", "豫法考〔%d〕%d号".formatted(2021 + i % 5, 100 + i), "省司法厅", LocalDate.of(2021 + i % 5, 6, 20), null, "孟立新");
    if (i % 10 >= 4) add(insert, id, "EXAM_PUBLIC", "PASSED", "豫法考〔%d〕%d号".formatted(2022 + i % 4, 600 + i), "省司法厅", LocalDate.of(2022 + i % 4, 6, 21), null, "孟立新");
    add(insert, id, "ASSESSMENT", i == 61 ? "INCOMPETENT" : i % 7 == 0 ? "EXCELLENT" : "COMPETENT", null, null, LocalDate.of(today.getYear() - 1, 1, 1), LocalDate.of(today.getYear() - 1, 12, 31), "贺志远");
    rare(insert, id, i, today);
  }

  private void rare(PreparedStatement insert, long id, int i, LocalDate today) throws SQLException {
    switch (i) {
      case 23 -> add(insert, id, "SANCTION", "DEMERIT", "陕纪处〔2026〕11号", "区纪委监委", today.minusMonths(6), today.plusMonths(6).minusDays(1), "贺志远");
      case 57 -> add(insert, id, "SANCTION", "WARNING", "陕纪处〔2026〕14号", "区纪委监委", today.minusMonths(2), today.plusMonths(4).minusDays(1), "贺志远");
      case 91 -> add(insert, id, "SANCTION", "INVESTIGATION", "陕纪立〔2026〕6号", "区纪委监委", today.minusDays(40), null, "贺志远");
      case 130 -> add(insert, id, "SANCTION", "MAJOR_DEMERIT", "陕纪处〔2024〕2号", "区纪委监委", LocalDate.of(2024, 3, 1), LocalDate.of(2025, 8, 31), "贺志远");
      case 170 -> add(insert, id, "REVOCATION", "REVOKED", "陕司监决〔2025〕1号", "区司法局", LocalDate.of(2025, 9, 12), null, "孟立新");
      case 171 -> add(insert, id, "REVOCATION", "PENDING", "陕司监函〔2026〕9号", "区司法局", today.minusDays(20), null, "孟立新");
      default -> { }
    }
  }

  private static void add(PreparedStatement insert, long officer, String kind, String value, String number, String issuer, LocalDate from, LocalDate to, String by) throws SQLException {
    insert.setLong(1, officer);
    insert.setString(2, kind);
    insert.setString(3, value);
    insert.setString(4, number);
    insert.setString(5, issuer);
    insert.setString(6, null);
    insert.setDate(7, Date.valueOf(from));
    insert.setDate(8, to == null ? null : Date.valueOf(to));
    insert.setString(9, by);
    insert.setString(10, from.isBefore(LocalDate.of(2024, 1, 3)) ? KNOWN_SINCE : from.plusDays(2) + " 02:30:00");
    insert.addBatch();
  }

  /** Three came from elsewhere, so that the past is another than the present. */
  private void moved(List<Officer> all) throws SQLException {
    Connection connection = store.unwrap(Connection.class);
    for (int i : new int[] {1, 12, 40}) {
      try (PreparedStatement end = connection.prepareStatement("update officer_past set superseded_at = '2026-03-02 01:10:00' where officer_id = ? and superseded_at is null");
          PreparedStatement rows = connection.prepareStatement("insert into officer_past (officer_id, unit_id, establishment, education, state, birth_date, valid_from, valid_to, recorded_at) select id, if(?, ?, unit_id), if(?, 'CONTRACT', establishment), education, state, birth_date, ?, ?, '2026-03-02 01:10:00' from officer where id = ?")) {
        end.setLong(1, all.get(i).id());
        end.executeUpdate();
        row(rows, all, i, true, LocalDate.of(1900, 1, 1), LocalDate.of(2026, 2, 28));
        row(rows, all, i, false, LocalDate.of(2026, 3, 1), null);
      }
    }
  }

  private static void row(PreparedStatement rows, List<Officer> all, int i, boolean before, LocalDate from, LocalDate to) throws SQLException {
    rows.setBoolean(1, before);
    rows.setLong(2, all.get(i + 3).unitId());
    rows.setBoolean(3, before && i == 12);
    rows.setDate(4, Date.valueOf(from));
    rows.setDate(5, to == null ? null : Date.valueOf(to));
    rows.setLong(6, all.get(i).id());
    rows.executeUpdate();
  }

  private void checks() {
    Caller desk = caller("supervisor");
    Map<String, String> contests = new TreeMap<>(Map.of(
        "officer005", "编制核验已于2026年10月办结，复函文号陕编核〔2026〕19号，平台里还没有录入。",
        "officer003", "单位认定正在办理，学历和职位说明9月已交人事科。",
        "officer012", "专业法律知识已于2025年在省厅考过，成绩单可以提供。",
        "officer021", "2020年考过专业法律知识，成绩合格。"));
    contests.forEach((username, reason) -> contest(username, reason, desk));
  }

  private void contest(String username, String reason, Caller desk) {
    Caller officer = caller(username);
    Check check = checking.check(officer, officer.officerId(), CertificateKind.ENFORCEMENT, clock.instant().atZone(Times.ZONE).toLocalDate(), null);
    List<String> codes = check.criteria().stream().filter(one -> !Boolean.TRUE.equals(one.met()) && !one.code().equals("BARRED") && !one.code().equals("AGE")).map(Check.Finding::code).toList();
    if (codes.isEmpty()) return;
    long id = deciding.contest(officer, CertificateKind.ENFORCEMENT, codes, reason);
    if (username.equals("officer012")) deciding.decide(desk, id, true, "经与省厅成绩库核对，成绩合格，认定满足。", null);
    if (username.equals("officer021")) deciding.decide(desk, id, false, "2020年的成绩已过五年有效期，须重新参加专业法律知识考试。", null);
  }

  /** A stricter second version that waits for somebody else's approval. */
  private void draft() {
    Caller author = caller("supervisor");
    long id = editing.draft(author, CertificateKind.ENFORCEMENT);
    Criterion hours = rules.view(author, id).criteria().stream().filter(one -> one.code().equals("TRAINING")).findFirst().orElseThrow();
    Map<String, String> parameters = new TreeMap<>(hours.parameters());
    parameters.put("hours", "90");
    editing.change(author, id, rules.view(author, id).version(), new Criterion(hours.code(), hours.title(), hours.question(), hours.basis(), hours.probe(), parameters, hours.decides(), true, true, hours.elsewhere(), hours.hint()));
    store.flush();
    LocalDate from = clock.instant().atZone(Times.ZONE).toLocalDate().plusMonths(2).withDayOfMonth(1);
    editing.plan(author, id, rules.view(author, id).version(), from, "培训学时由60学时提高到90学时，先试算影响再定。");
    editing.submit(author, id);
  }

  private Caller caller(String username) {
    Account account = accounts.byUsername(username).orElseThrow();
    return accounts.caller(account, null);
  }
}
