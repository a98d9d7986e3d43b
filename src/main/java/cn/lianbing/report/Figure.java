package cn.lianbing.report;

/** A figure of the annual report. Each can be opened into the records it was counted from. */
public enum Figure {
  /** sessions held */
  SESSIONS,
  /** townships in which one was held */
  TOWNSHIPS,
  /** units whose people came */
  UNITS,
  /** people who came, each time they came */
  PERSON_TIMES,
  /** hours of credit that sessions brought */
  HOURS,
  /** lecturers who spoke */
  LECTURERS,
  /** mean of what people answered, one session a record */
  SATISFACTION,
  /** officers who have the hours that they need in the year */
  CREDIT_MET
}
