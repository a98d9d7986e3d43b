package cn.lianbing.exam;

/** What a passed exam counts for. 河南省行政执法条例 (2016) article 21 asks for training in both, and exams passed. */
public enum Subject {
  /** 公共法律知识 */
  PUBLIC,
  /** 专业法律知识 */
  PROFESSIONAL
}
