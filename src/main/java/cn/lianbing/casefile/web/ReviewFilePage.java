package cn.lianbing.casefile.web;

import cn.lianbing.casefile.ChecklistItem;
import cn.lianbing.casefile.Checklists;
import cn.lianbing.casefile.Desk;
import cn.lianbing.casefile.Finding;
import cn.lianbing.casefile.ReviewBatch;
import cn.lianbing.casefile.ReviewBatches;
import cn.lianbing.casefile.Reviewing;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One case file under the checklist, and the opinions on it. */
@Named
@ViewScoped
public class ReviewFilePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject ReviewBatches batches;
  @Inject Checklists checklists;
  @Inject Reviewing reviewing;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private ReviewBatches.FileRow file;
  private ReviewBatches.Row batch;
  private final List<Line> lines = new ArrayList<>();
  private String wording;
  private String item;

  /** An item and what the reviewer makes of it. */
  public static final class Line implements Serializable {
    private static final long serialVersionUID = 1L;
    private final ChecklistItem item;
    private Finding.Result result;
    private Integer lost;
    private String remark;

    Line(ChecklistItem item, Finding known) {
      this.item = item;
      result = known == null ? Finding.Result.MET : known.result();
      lost = known == null || known.lost() == 0 ? null : known.lost();
      remark = known == null ? null : known.remark();
    }

    Finding finding() {
      return new Finding(item.code(), result, lost == null ? 0 : lost, remark);
    }

    public ChecklistItem getItem() {
      return item;
    }

    public Finding.Result getResult() {
      return result;
    }

    public void setResult(Finding.Result result) {
      this.result = result;
    }

    public Integer getLost() {
      return lost;
    }

    public void setLost(Integer lost) {
      this.lost = lost;
    }

    public String getRemark() {
      return remark;
    }

    public void setRemark(String remark) {
      this.remark = remark;
    }
  }

  public void enter() {
    messages.found(() -> {
      file = batches.file(user.caller(), NotFound.id("reviewFile", asked));
      batch = batches.row(user.caller(), file.batchId());
      for (ChecklistItem one : checklists.row(user.caller(), batch.checklistId()).items()) lines.add(new Line(one, file.findings().stream().filter(known -> known.item().equals(one.code())).findFirst().orElse(null)));
    });
  }

  public String judge() {
    return then(() -> reviewing.judge(user.caller(), file.id(), file.version(), lines.stream().map(Line::finding).toList()), "casefile.done.judged");
  }

  public String opine() {
    return then(() -> reviewing.opine(user.caller(), file.batchId(), new Reviewing.OpinionData(file.unitId(), file.id(), item, wording)), "casefile.done.opined");
  }

  public String takeBack(long opinionId) {
    return then(() -> reviewing.takeBack(user.caller(), opinionId), "casefile.done.takenBack");
  }

  private String then(Messages.Action action, String done) {
    if (!messages.tried(action)) return null;
    messages.done(done);
    return "/staff/casefile/file.xhtml?faces-redirect=true&id=" + file.id();
  }

  public List<ReviewBatches.OpinionRow> getOpinions() {
    return batches.opinions(user.caller(), file.batchId(), file.unitId()).stream().filter(one -> one.fileId() != null && one.fileId() == file.id()).toList();
  }

  public boolean isEditable() {
    return Desk.is(user.caller()) && batch != null && batch.state() == ReviewBatch.State.OPEN;
  }

  public Finding.Result[] getResults() {
    return Finding.Result.values();
  }

  public ReviewBatches.FileRow getFile() {
    return file;
  }

  public ReviewBatches.Row getBatch() {
    return batch;
  }

  public List<Line> getLines() {
    return lines;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getWording() {
    return wording;
  }

  public void setWording(String wording) {
    this.wording = wording;
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item;
  }
}
