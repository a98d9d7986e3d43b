package cn.lianbing.training;

/** What kind of session. */
public enum Form {
  /** 微宣讲 at a front-line unit */
  MICRO_TALK,
  /** 培训班 */
  COURSE,
  /** 法治讲座: two a year are asked of a unit (督察工作规定 articles 7–9) */
  LECTURE,
  /** 案例研讨 */
  CASE_STUDY
}
