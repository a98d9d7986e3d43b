package cn.lianbing.bank;

/** Kinds of items 题型. */
public enum ItemType {
  /** 单项选择题: four options, one right */
  SINGLE,
  /** 多项选择题: four or more options, at least two right */
  MULTIPLE,
  /** 判断题: shown as A right, B wrong */
  TRUE_FALSE,
  /** 填空题: blanks with accepted variants */
  FILL,
  /** 排序题: options to be put in order */
  ORDER,
  /** 配对题: each entry of the left column has its option */
  MATCH,
  /** 简答题: marked by hand, point by point */
  SHORT_TEXT,
  /** 案例分析题: material with questions of their own, each of any type but this */
  CASE;

  /** Answered by choosing among lettered options. */
  public boolean choice() {
    return this == SINGLE || this == MULTIPLE || this == TRUE_FALSE;
  }

  /** Whether an item says itself what it is worth, so that a paper cannot give it other marks. */
  public boolean ownMarks() {
    return this == SHORT_TEXT || this == CASE;
  }

  /** Whether its marks are given by people. */
  public boolean byHand() {
    return this == SHORT_TEXT;
  }
}
