package cn.lianbing.bank.web;

import cn.lianbing.bank.ItemFlags;
import cn.lianbing.bank.ItemReview;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Items whose law has moved, with the old and the new text, for who decides about them. */
@Named
@ViewScoped
public class FlagsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int A_PAGE = 10;
  @Inject ItemFlags flags;
  @Inject ItemReview review;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String show;
  private String page;
  private String reason;
  private String allReason;
  private String code;
  private boolean keepable;
  private transient Page<ItemFlags.Row> rows;

  public Page<ItemFlags.Row> getRows() {
    if (rows == null) rows = flags.page(getShown(), null, new Page.Request(getPageNumber(), A_PAGE));
    return rows;
  }

  /** What somebody typed into the address and is no such list is the usual one. */
  public ItemFlags.Show getShown() {
    return Arrays.stream(ItemFlags.Show.values()).filter(one -> one.name().equals(show)).findFirst().orElse(ItemFlags.Show.WAITING);
  }

  public long count(ItemFlags.Show which) {
    return flags.page(which, null, new Page.Request(1, 1)).total();
  }

  public void choose(ItemFlags.Row row) {
    code = row.code();
    keepable = row.keepable();
    reason = null;
  }

  public String decide(String decision) {
    if (!messages.tried(() -> review.decide(user.caller(), code, ItemReview.Decision.valueOf(decision), reason))) return null;
    messages.done("bank.flags.done", code);
    return here();
  }

  public String keepAll() {
    int[] kept = new int[1];
    if (!messages.tried(() -> kept[0] = review.keepUnchanged(user.caller(), allReason))) return null;
    messages.done("bank.flags.kept", kept[0]);
    return here();
  }

  private String here() {
    return "/staff/bank/flags.xhtml?faces-redirect=true&show=" + getShown();
  }

  public boolean isReviewer() {
    return user.caller().has("EXAM_ADMIN");
  }

  public ItemFlags.Show[] getShows() {
    return ItemFlags.Show.values();
  }

  public int getPageNumber() {
    return page != null && page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
  }

  public List<Integer> getPages() {
    int last = (int) ((getRows().total() + A_PAGE - 1) / A_PAGE);
    return IntStream.rangeClosed(Math.max(1, getPageNumber() - 3), Math.min(last, getPageNumber() + 3)).boxed().toList();
  }

  public String getCode() {
    return code;
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show;
  }

  public String getPage() {
    return page;
  }

  public void setPage(String page) {
    this.page = page;
  }

  public boolean isKeepable() {
    return keepable;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getAllReason() {
    return allReason;
  }

  public void setAllReason(String allReason) {
    this.allReason = allReason;
  }
}
