package cn.lianbing.casefile.web;

import cn.lianbing.casefile.Desk;
import cn.lianbing.casefile.LetterWriting;
import cn.lianbing.casefile.ReviewBatch;
import cn.lianbing.casefile.ReviewBatches;
import cn.lianbing.casefile.ReviewFile;
import cn.lianbing.casefile.ReviewPlanning;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One review: its units, their files, the opinions on them and the letters to them. */
@Named
@ViewScoped
public class ReviewBatchPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 30;
  @Inject ReviewBatches batches;
  @Inject ReviewPlanning planning;
  @Inject LetterWriting writing;
  @Inject Units allUnits;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private Long id;
  private Integer count = 3;
  private Map<Long, Boolean> chosen = new HashMap<>();
  private Long unitId;
  private String caseNumber;
  private String title;
  private ReviewFile.Kind kind = ReviewFile.Kind.PENALTY;
  private Long letterUnitId;
  private String number;
  private LocalDate deadline;
  private transient ReviewBatches.Row row;
  private transient List<ReviewBatches.UnitRow> units;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("reviewBatch", asked);
      row = batches.row(user.caller(), id);
    });
    deadline = today().plusDays(USUAL_DAYS);
  }

  public ReviewBatches.Row getRow() {
    if (row == null && id != null) row = batches.row(user.caller(), id);
    return row;
  }

  public List<ReviewBatches.UnitRow> getUnits() {
    if (units == null) units = batches.units(user.caller(), id);
    return units;
  }

  public List<ReviewBatches.FileRow> getFiles() {
    return batches.files(user.caller(), id, null);
  }

  public List<ReviewBatches.OpinionRow> getOpinions() {
    return batches.opinions(user.caller(), id, null);
  }

  /** Units with opinions that no letter has told yet. */
  public List<ReviewBatches.UnitRow> getUnsent() {
    return getUnits().stream().filter(one -> one.unsent() > 0).toList();
  }

  /** Those that may still be chosen. */
  public List<Units.Row> getOthers() {
    List<Long> in = getUnits().stream().map(ReviewBatches.UnitRow::unitId).toList();
    return allUnits.within(user.caller()).stream().filter(one -> one.state() == Unit.State.ACTIVE && one.kind() != Unit.Kind.DISTRICT && !in.contains(one.id())).toList();
  }

  public boolean isEditable() {
    return Desk.is(user.caller()) && getRow() != null && getRow().state() == ReviewBatch.State.OPEN;
  }

  public String draw() {
    return then(() -> planning.draw(user.caller(), id, count == null ? 0 : count), "casefile.done.drawn");
  }

  public String choose() {
    return then(() -> planning.choose(user.caller(), id, chosen.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList()), "casefile.done.chosen");
  }

  public String leaveOut(long unit) {
    return then(() -> planning.leaveOut(user.caller(), id, unit), "casefile.done.leftOut");
  }

  public String take() {
    return then(() -> planning.take(user.caller(), id, new ReviewPlanning.FileData(unitId == null ? 0 : unitId, caseNumber, title, kind)), "casefile.done.taken");
  }

  public String giveBack(long fileId) {
    return then(() -> planning.giveBack(user.caller(), fileId), "casefile.done.givenBack");
  }

  public String send() {
    long[] letter = new long[1];
    if (!messages.tried(() -> letter[0] = writing.opinion(user.caller(), id, letterUnitId == null ? 0 : letterUnitId, number, deadline))) return null;
    messages.done("casefile.done.sent");
    return "/staff/casefile/letter.xhtml?faces-redirect=true&id=" + letter[0];
  }

  public String close() {
    return then(() -> planning.close(user.caller(), id), "casefile.done.closed");
  }

  private String then(Messages.Action action, String done) {
    if (!messages.tried(action)) return null;
    messages.done(done);
    return "/staff/casefile/batch.xhtml?faces-redirect=true&id=" + id;
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  public ReviewFile.Kind[] getKinds() {
    return ReviewFile.Kind.values();
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getId() {
    return id;
  }

  public Integer getCount() {
    return count;
  }

  public void setCount(Integer count) {
    this.count = count;
  }

  public Map<Long, Boolean> getChosen() {
    return chosen;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public String getCaseNumber() {
    return caseNumber;
  }

  public void setCaseNumber(String caseNumber) {
    this.caseNumber = caseNumber;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public ReviewFile.Kind getKind() {
    return kind;
  }

  public void setKind(ReviewFile.Kind kind) {
    this.kind = kind;
  }

  public Long getLetterUnitId() {
    return letterUnitId;
  }

  public void setLetterUnitId(Long letterUnitId) {
    this.letterUnitId = letterUnitId;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(LocalDate deadline) {
    this.deadline = deadline;
  }
}
