package cn.lianbing.bank;

/** Kinds of items 题型 that can be sat and marked. */
public enum ItemType {
  /** 单项选择题: four options, one right */
  SINGLE,
  /** 多项选择题: four or more options, at least two right */
  MULTIPLE,
  /** 判断题: shown as A right, B wrong */
  TRUE_FALSE,
  /** 填空题: blanks with accepted variants */
  FILL;

  public boolean choice() {
    return this != FILL;
  }
}
