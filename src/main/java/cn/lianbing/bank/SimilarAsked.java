package cn.lianbing.bank;

import cn.lianbing.platform.Caller;
import java.util.ArrayList;
import java.util.List;

/** Which of these items say nearly what an item of the bank says already? An event, since who can tell stands above the bank. */
public final class SimilarAsked {
  /** @param percent how alike both are */
  public record Found(int row, String code, String other, int percent) {}

  private final Caller who;
  private final List<ItemDraft> items;
  private final int most;
  private final List<Found> found = new ArrayList<>();

  SimilarAsked(Caller who, List<ItemDraft> items, int most) {
    this.who = who;
    this.items = items;
    this.most = most;
  }

  public Caller who() {
    return who;
  }

  public List<ItemDraft> items() {
    return items;
  }

  /** Whether more are worth looking for. */
  public boolean open() {
    return found.size() < most;
  }

  public void found(ItemDraft item, String other, int percent) {
    found.add(new Found(item.row(), item.code(), other, percent));
  }

  List<Found> all() {
    return found;
  }
}
