package cn.lianbing.exchange;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Of many items those that a format has a word for, read once; the others are passed over and named, so that the writer can say which at the end. */
final class Carried implements Iterable<Items.Whole> {
  private final Iterable<Items.Whole> all;
  private final Set<ItemType> without;
  private final List<String> leftOut = new ArrayList<>();

  Carried(Iterable<Items.Whole> all, Set<ItemType> without) {
    this.all = all;
    this.without = without.isEmpty() ? EnumSet.noneOf(ItemType.class) : EnumSet.copyOf(without);
  }

  @Override
  public Iterator<Items.Whole> iterator() {
    return StreamSupport.stream(all.spliterator(), false).filter(this::carries).iterator();
  }

  private boolean carries(Items.Whole item) {
    if (!without.contains(item.content().type())) return true;
    leftOut.add(item.code());
    return false;
  }

  /** One sentence for the end of the file; empty where nothing was left out. */
  String note() {
    return leftOut.isEmpty() ? "" : "没有写入本文件的试题（这种格式没有对应的题型）：" + String.join("，", leftOut);
  }
}
