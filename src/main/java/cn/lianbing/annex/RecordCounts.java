package cn.lianbing.annex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What reviews of case files, units, courses and exams say. */
final class RecordCounts {
  private static final String LETTERS = """
      select l.number as number, u.name as unit, b.title as batch, l.issued_on as day, l.deadline as deadline, l.state as letter_state
        from supervision_letter l join unit u on u.id = l.unit_id join review_batch b on b.id = l.batch_id where l.issued_on between ?1 and ?2 and l.kind = ?6""";
  /** An opinion counts when the letter that tells it goes out, and until then when it was given: so no letter is without its opinions. */
  private static final String OPINIONS = """
      select u.name as unit, f.case_number as case_number, o.wording as opinion, coalesce(l.issued_on, o.given_on) as day, l.number as letter
        from review_opinion o join unit u on u.id = o.unit_id left join review_file f on f.id = o.file_id left join supervision_letter l on l.id = o.letter_id
       where coalesce(l.issued_on, o.given_on) between ?1 and ?2""";
  private static final String FILES = """
      select u.name as unit, f.case_number as case_number, f.title as title, f.kind as file_kind, f.reviewed_on as day, round(f.score / 10, 1) as score
        from review_file f join unit u on u.id = f.unit_id where f.reviewed_on between ?1 and ?2""";
  private static final String REVIEWED_UNITS = "select u.name as unit, count(*) as files from review_file f join unit u on u.id = f.unit_id where f.reviewed_on between ?1 and ?2 group by u.id, u.name";
  private static final String DEPARTMENTS = "select u.name as unit, u.code as code, u.publishes_since as since from unit u where u.kind = 'DEPARTMENT' and u.state = 'ACTIVE'";
  private static final String BRIGADES = "select u.name as unit, t.name as township, u.unit_rank as unit_rank, u.ranked_since as since from unit u join unit t on t.id = u.parent_id and t.kind = 'TOWNSHIP' where u.kind = 'BRIGADE' and u.state = 'ACTIVE'";
  /** Courses for townships: held in one. */
  private static final String CLASSES = """
      select date(s.starts_at + interval 8 hour) as day, s.title as title, t.name as township, coalesce(s.attended_count, (select count(*) from attendance a where a.session_id = s.id and a.state in ('PRESENT', 'PARTIAL'))) as attended
        from training_session s join unit p on p.id = s.place_unit_id join unit t on t.kind = 'TOWNSHIP' and p.path like concat(t.path, '%')
       where s.form = 'COURSE' and s.state in ('HELD', 'CLOSED') and s.starts_at >= ?3 and s.starts_at < ?4""";
  private static final String CLASS_TOWNSHIPS = """
      select t.name as township, count(*) as sessions from training_session s join unit p on p.id = s.place_unit_id join unit t on t.kind = 'TOWNSHIP' and p.path like concat(t.path, '%')
       where s.form = 'COURSE' and s.state in ('HELD', 'CLOSED') and s.starts_at >= ?3 and s.starts_at < ?4 group by t.id, t.name""";
  /** Exams of the whole district that are over and whose results are out; who is excused is not expected. */
  private static final String EXAMS = """
      select e.title as title, date(e.closes_at + interval 8 hour) as day, (select count(*) from candidate c where c.exam_id = e.id and c.excused_reason is null) as expected,
             (select count(distinct a.officer_id) from attempt a join candidate c on c.exam_id = e.id and c.officer_id = a.officer_id and c.excused_reason is null where a.exam_id = e.id and a.state in ('SUBMITTED', 'EXPIRED')) as sat,
             (select count(distinct a.officer_id) from attempt a join candidate c on c.exam_id = e.id and c.officer_id = a.officer_id and c.excused_reason is null where a.exam_id = e.id and a.state in ('SUBMITTED', 'EXPIRED') and a.score >= e.pass_mark) as passed
        from exam e join unit u on u.id = e.unit_id and u.kind = 'DISTRICT'
       where e.resit_of_id is null and e.closes_at >= ?3 and e.closes_at < ?4 and e.closes_at <= ?5 and (e.release_rule <> 'BY_HAND' or e.released_at is not null)""";
  private static final List<String> OF_LETTERS = List.of("number", "unit", "batch", "day", "deadline", "letter_state");
  private static final List<String> OF_CLASSES = List.of("day", "title", "township", "attended");
  private static final List<String> OF_EXAMS = List.of("day", "title", "expected", "sat", "passed");

  static final Map<String, Counting> ALL = all();

  private RecordCounts() {}

  private static Map<String, Counting> all() {
    Map<String, Counting> all = new HashMap<>();
    all.put("PUBLISHING", new Counting(null, List.of("unit", "code", "since"), DEPARTMENTS + " and u.publishes_enforcement and u.publishes_since <= ?2"));
    all.put("DEPARTMENTS", new Counting(null, List.of("unit", "code", "since"), DEPARTMENTS));
    all.put("REVIEW_UNITS", new Counting(null, List.of("unit", "files"), REVIEWED_UNITS));
    all.put("REVIEW_FILES", new Counting(null, List.of("unit", "case_number", "title", "file_kind", "day", "score"), FILES));
    all.put("OPINIONS", new Counting(null, List.of("unit", "case_number", "opinion", "day", "letter"), OPINIONS));
    all.put("OPINION_LETTERS", new Counting(null, OF_LETTERS, LETTERS, "OPINION"));
    all.put("DECISION_LETTERS", new Counting(null, OF_LETTERS, LETTERS, "DECISION"));
    all.put("TOWNSHIPS", new Counting(null, List.of("unit", "code"), "select u.name as unit, u.code as code from unit u where u.kind = 'TOWNSHIP' and u.state = 'ACTIVE'"));
    all.put("EXAMS", new Counting(null, OF_EXAMS, EXAMS));
    all.put("EXAM_EXPECTED", new Counting("expected", OF_EXAMS, EXAMS));
    all.put("EXAM_SAT", new Counting("sat", OF_EXAMS, EXAMS));
    all.put("EXAM_PASSED", new Counting("passed", OF_EXAMS, EXAMS));
    all.put("CLASSES", new Counting(null, OF_CLASSES, CLASSES));
    all.put("CLASS_PERSONS", new Counting("attended", OF_CLASSES, CLASSES));
    all.put("CLASS_TOWNSHIPS", new Counting(null, List.of("township", "sessions"), CLASS_TOWNSHIPS));
    all.put("BRIGADES", new Counting(null, List.of("unit", "township", "unit_rank", "since"), BRIGADES));
    all.put("DEPUTY_BRIGADES", new Counting(null, List.of("unit", "township", "unit_rank", "since"), BRIGADES + " and u.unit_rank = 'DEPUTY_SECTION' and u.ranked_since <= ?2"));
    return Map.copyOf(all);
  }
}
