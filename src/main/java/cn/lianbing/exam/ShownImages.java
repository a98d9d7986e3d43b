package cn.lianbing.exam;

import cn.lianbing.bank.ItemImages;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may see a picture: it tells what an item asks, so an examinee sees those of the own papers alone, from the start of the attempt on. */
@ApplicationScoped
public class ShownImages {
  @Inject ItemImages images;
  @Inject Attempts attempts;
  @Inject Papers papers;

  /**
   * @param attemptId that is sat or was; null for who looks after the bank or holds exams
   * @throws NotFound also where it is not for the caller
   */
  public ItemImages.Content of(Caller caller, long imageId, Long attemptId) {
    boolean staff = caller.hasAny("EXAM_ADMIN", "TRAINER", "UNIT_ADMIN");
    if (!staff && (attemptId == null || !images.shown(imageId, papers.questions(attempts.own(caller, attemptId).paperId()).stream().map(Question::itemVersionId).toList()))) throw new NotFound("image", imageId);
    return images.content(imageId).orElseThrow(() -> new NotFound("image", imageId));
  }
}
