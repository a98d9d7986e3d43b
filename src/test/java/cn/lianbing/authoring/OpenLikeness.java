package cn.lianbing.authoring;

import cn.lianbing.bank.ItemDraft;

/** The program's own search for items that ask the same, for who measures it. */
public final class OpenLikeness {
  private final LikenessIndex index = new LikenessIndex();

  public void put(long id, ItemDraft item) {
    index.put(id, Fingerprint.of(item));
  }

  public int like(ItemDraft item) {
    return index.like(Fingerprint.of(item), null, LikenessIndex.THRESHOLD, 5).size();
  }
}
