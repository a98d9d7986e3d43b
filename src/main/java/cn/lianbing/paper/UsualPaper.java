package cn.lianbing.paper;

import cn.lianbing.bank.ItemType;
import java.util.List;

/** The structure that most exams on law take, known from 济宁's yearly one: 40 SINGLE × 1, 20 MULTIPLE × 2, 20 TRUE_FALSE × 1 make 100 marks. */
public final class UsualPaper {
  public static final String TITLE = "行政执法人员法律知识考试";
  public static final List<Line> LINES = List.of(new Line(null, ItemType.SINGLE, 1, 5, 40, 10), new Line(null, ItemType.MULTIPLE, 1, 5, 20, 20), new Line(null, ItemType.TRUE_FALSE, 1, 5, 20, 10));

  private UsualPaper() {}
}
