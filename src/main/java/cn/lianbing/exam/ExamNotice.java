package cn.lianbing.exam;

import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** What a candidate reads before an exam 考试须知. */
@ApplicationScoped
@Transactional
public class ExamNotice {
  @Inject Exams exams;
  @Inject PaperAssembly assembly;

  /** @param leavesAllowed null: leaves are only counted */
  public record View(Exams.Mine exam, int questions, List<String> rules, Integer leavesAllowed, Release release, List<Band> bands) {}

  /** @throws NotFound where the caller is no candidate */
  public View of(Caller caller, long examId, Texts texts) {
    Exams.Mine mine = exams.mine(caller).stream().filter(one -> one.id() == examId).findFirst().orElseThrow(() -> new NotFound("exam", examId));
    Exam exam = exams.get(examId);
    List<MarkingRules.Section> sections = MarkingRules.merged(assembly.lines(exam.poolId()).stream().map(line -> new MarkingRules.Section(line.type(), line.count(), line.marks())).toList());
    return new View(mine, sections.stream().mapToInt(MarkingRules.Section::count).sum(), MarkingRules.of(exam, sections, texts), exam.leavesAllowed(), exam.releaseRule(), exam.bands());
  }
}
