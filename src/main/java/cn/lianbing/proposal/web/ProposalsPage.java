package cn.lianbing.proposal.web;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Settings;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import cn.lianbing.proposal.ProposalDeciding;
import cn.lianbing.proposal.ProposedSessions;
import cn.lianbing.proposal.Share;
import cn.lianbing.proposal.TrainingProposal;
import cn.lianbing.proposal.TrainingProposals;
import cn.lianbing.proposal.WeaknessRule;
import cn.lianbing.roster.LecturerSearch;
import cn.lianbing.roster.Lectures;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What exams say should be taught next. */
@Named
@ViewScoped
public class ProposalsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 10;
  private static final String ADDRESS = "/staff/proposal/proposals.xhtml?";
  @Inject TrainingProposals proposals;
  @Inject ProposedSessions proposed;
  @Inject ProposalDeciding deciding;
  @Inject WeaknessRule rule;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private Long unitId;
  private Long examId;
  private String asked;
  private int page = 1;
  private Page<TrainingProposals.Row> found = new Page<>(List.of(), 0, 1, SIZE);
  private final Map<Long, ProposedSessions.Suggestion> suggestions = new HashMap<>();
  private TrainingProposals.Row chosen;
  private String reason;
  private Integer weakBelow;
  private String source;

  @PostConstruct
  void begin() {
    weakBelow = rule.now().value();
    source = rule.now().source();
  }

  public void load() {
    found = page(Math.max(1, Math.min(page, 10_000)));
    if (found.items().isEmpty() && found.total() > 0) found = page((int) getPages());
    page = found.page();
  }

  private Page<TrainingProposals.Row> page(int number) {
    return proposals.page(user.caller(), new TrainingProposals.Filter(unitId, examId, state()), new Page.Request(number, SIZE));
  }

  /** What the address says that is no state narrows nothing. */
  private TrainingProposal.State state() {
    return Arrays.stream(TrainingProposal.State.values()).filter(one -> one.name().equals(asked)).findFirst().orElse(null);
  }

  public String search() {
    page = 1;
    return ADDRESS + query(1) + "faces-redirect=true";
  }

  public String link(int to) {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + ADDRESS + query(to);
  }

  private String query(int to) {
    return (unitId == null ? "" : "unit=" + unitId + "&") + (examId == null ? "" : "exam=" + examId + "&") + (state() == null ? "" : "state=" + state() + "&") + (to == 1 ? "" : "page=" + to + "&");
  }

  /** To the draft. */
  public String plan(TrainingProposals.Row row) {
    long[] session = new long[1];
    if (!messages.tried(() -> session[0] = deciding.plan(user.caller(), row.id(), null))) return null;
    messages.done("proposal.planned", row.unit());
    return "/staff/training/session.xhtml?id=" + session[0] + "&faces-redirect=true";
  }

  public void askToDismiss(TrainingProposals.Row row) {
    chosen = row;
    reason = null;
  }

  public void dismiss() {
    if (messages.tried(() -> deciding.dismiss(user.caller(), chosen.id(), reason))) messages.done("proposal.dismissed", chosen.unit());
    load();
  }

  public ProposedSessions.Suggestion suggestion(TrainingProposals.Row row) {
    return suggestions.computeIfAbsent(row.id(), id -> proposed.of(user.caller(), row.unitId(), row.topic()));
  }

  public String reasons(LecturerSearch.Candidate candidate) {
    return candidate.why().stream().map(one -> LecturerSearch.text(one, texts.texts())).collect(Collectors.joining(texts.get("proposal.separator")));
  }

  /** What speaks against asking somebody, and does not exclude it. */
  public String against(Lectures.Objection objection) {
    return LecturerSearch.text(objection, texts.texts());
  }

  public String words(String topic) {
    return topic == null ? "" : ProposedSessions.words(topic);
  }

  /** 62.5% */
  public String percent(double part) {
    return String.format(Locale.ROOT, "%.1f%%", part * 100);
  }

  /** What stands behind a share. */
  public String behind(Share share) {
    return texts.texts().of("proposal.behind", percent(share.low()), percent(share.high()), share.officers(), share.answers());
  }

  /** Why the topic counts as weak. */
  public String why(TrainingProposals.Row row) {
    String high = percent(row.share().high());
    if (row.all() != null && row.share().high() < row.all().value()) return texts.texts().of("proposal.why.district", high, percent(row.all().value()));
    return texts.texts().of(row.all() == null ? "proposal.why.settingOnly" : "proposal.why.setting", high, row.weakBelow());
  }

  /** What the later exam says, and what it does not. */
  public String change(TrainingProposals.Row row) {
    Share after = row.later().share();
    String points = String.format(Locale.ROOT, "%+.1f", (after.value() - row.share().value()) * 100);
    return texts.texts().of(after.overlaps(row.share()) ? "proposal.change.overlap" : "proposal.change.apart", points);
  }

  public boolean isDecider() {
    return proposals.decides(user.caller());
  }

  public boolean isNoExam() {
    return getExams().isEmpty();
  }

  public Settings.Figure getRule() {
    return rule.now();
  }

  public LocalDate getRuleDay() {
    return rule.now().since().atZone(Times.ZONE).toLocalDate();
  }

  public boolean isRuleKeeper() {
    return rule.keeps(user.caller());
  }

  public String setRule() {
    if (!messages.tried(() -> rule.set(user.caller(), weakBelow, source))) return null;
    messages.done("proposal.rule.done", weakBelow);
    return ADDRESS + "faces-redirect=true";
  }

  public Integer getWeakBelow() {
    return weakBelow;
  }

  public void setWeakBelow(Integer weakBelow) {
    this.weakBelow = weakBelow;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public List<TrainingProposals.Row> getRows() {
    return found.items();
  }

  public long getTotal() {
    return found.total();
  }

  public long getPages() {
    return (found.total() + SIZE - 1) / SIZE;
  }

  public List<TrainingProposals.ExamRow> getExams() {
    return proposals.exams(user.caller());
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller()).stream().filter(one -> one.kind() == Unit.Kind.DEPARTMENT || one.kind() == Unit.Kind.TOWNSHIP).toList();
  }

  public TrainingProposal.State[] getStates() {
    return TrainingProposal.State.values();
  }

  public TrainingProposals.Row getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public Long getExamId() {
    return examId;
  }

  public void setExamId(Long examId) {
    this.examId = examId;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
