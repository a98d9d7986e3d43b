package cn.lianbing.feedback;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.List;

/** The templates of feedback forms; the training desk writes them. */
@ApplicationScoped
@Transactional
public class FeedbackTemplates {
  private static final int LONGEST_TITLE = 50;
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;

  public record Row(long id, String title, List<FeedbackQuestion> questions) implements Serializable {}

  /** Those in use, the oldest first. */
  public List<Row> all() {
    return store.createQuery("select t from FeedbackTemplate t where t.state = cn.lianbing.feedback.FeedbackTemplate.State.IN_USE order by t.id", FeedbackTemplate.class).getResultStream().map(one -> new Row(one.id(), one.title(), one.questions())).toList();
  }

  /** @param id null for a new one @return its id @throws Invalid for {@code title}, {@code questions}, {@code question1} to {@code question5} */
  public long save(Caller caller, Long id, String title, List<FeedbackQuestion> questions) {
    demandDesk(caller);
    if (title == null || title.isBlank() || title.strip().length() > LONGEST_TITLE) throw Invalid.field("title", "feedback.title", LONGEST_TITLE);
    List<FeedbackQuestion> checked = FeedbackQuestion.checked(questions);
    FeedbackTemplate template;
    if (id == null) {
      template = new FeedbackTemplate(title.strip(), checked);
      store.persist(template);
    } else {
      template = get(id);
      template.write(title.strip(), checked);
    }
    store.flush();
    happened.fire(Happened.done(caller, "feedback.template", "feedbackTemplate", template.id(), null, template.title()));
    return template.id();
  }

  /** No form is opened from it any more. @throws Refused {@code feedback-last-template} */
  public void retire(Caller caller, long id) {
    demandDesk(caller);
    FeedbackTemplate template = get(id);
    if (all().size() == 1) throw new Refused("feedback-last-template");
    template.retire();
    happened.fire(Happened.done(caller, "feedback.retireTemplate", "feedbackTemplate", id, null, template.title()));
  }

  FeedbackTemplate get(long id) {
    FeedbackTemplate template = store.find(FeedbackTemplate.class, id);
    if (template == null || template.state() == FeedbackTemplate.State.RETIRED) throw new NotFound("feedbackTemplate", id);
    return template;
  }

  private static void demandDesk(Caller caller) {
    if (!caller.hasAny("TRAINER", "SYSTEM")) throw new NotFound("feedbackTemplate", "-");
  }
}
