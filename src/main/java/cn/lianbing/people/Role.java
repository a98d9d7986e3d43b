package cn.lianbing.people;

/** What an account may do; the names are those of the REST contract and of web.xml. */
public enum Role {
  /** sits exams, sees own results */
  OFFICER,
  /** training sessions and the question bank, to read */
  TRAINER,
  /** people and exams of the own unit and the units below it */
  UNIT_ADMIN,
  /** exams, papers and the bank of the whole district */
  EXAM_ADMIN,
  /** certificate desk */
  SUPERVISOR,
  /** reads the audit log, changes nothing */
  AUDITOR,
  /** accounts and settings */
  SYSTEM_ADMIN
}
