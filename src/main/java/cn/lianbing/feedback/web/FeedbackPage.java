package cn.lianbing.feedback.web;

import cn.lianbing.bank.Items;
import cn.lianbing.feedback.FeedbackCollecting;
import cn.lianbing.feedback.FeedbackForms;
import cn.lianbing.feedback.FeedbackSlips;
import cn.lianbing.feedback.FeedbackTemplates;
import cn.lianbing.feedback.Quizzes;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import cn.lianbing.platform.web.PublicAddress;
import cn.lianbing.roster.Rating;
import cn.lianbing.training.TrainingSessions;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The feedback on one session and its quiz. */
@Named
@ViewScoped
public class FeedbackPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 7;
  @Inject FeedbackForms forms;
  @Inject FeedbackCollecting collecting;
  @Inject FeedbackTemplates templates;
  @Inject Quizzes quizzes;
  @Inject TrainingSessions sessions;
  @Inject Items items;
  @Inject PublicAddress addresses;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private long sessionId;
  private TrainingSessions.Row session;
  private boolean keeper;
  private FeedbackForms.Result result;
  private Quizzes.View quiz;
  private Long templateId;
  private LocalDateTime closesAt;
  private Integer slips = 30;
  private List<String> topics;
  private Integer perTopic = 2;

  public void enter() {
    messages.found(() -> {
      sessionId = NotFound.id("trainingSession", asked);
      load();
    });
    closesAt = clock.instant().atZone(Times.ZONE).toLocalDate().plusDays(USUAL_DAYS).atTime(18, 0);
  }

  private void load() {
    session = forms.session(user.caller(), sessionId);
    keeper = sessions.keeps(user.caller(), session.hostUnitId());
    result = forms.result(user.caller(), sessionId).orElse(null);
    quiz = quizzes.view(user.caller(), sessionId).orElse(null);
  }

  public void open() {
    boolean done = messages.tried(() -> collecting.open(user.caller(), sessionId, templateId == null ? 0 : templateId, closesAt == null ? null : closesAt.atZone(Times.ZONE).toInstant()));
    load();
    if (done) messages.done("feedback.opened", Times.text(result.closesAt()));
  }

  public void close() {
    boolean done = messages.tried(() -> collecting.close(user.caller(), sessionId));
    load();
    if (done) messages.done("feedback.closed.done", result.answers());
  }

  /** Sends the slips as a file; the tickets on them are kept nowhere. */
  public void print() throws IOException {
    List<String> tickets = new ArrayList<>();
    if (!messages.tried(() -> tickets.addAll(collecting.slips(user.caller(), sessionId, slips == null ? 0 : slips)))) return;
    FacesContext faces = FacesContext.getCurrentInstance();
    var outside = faces.getExternalContext();
    outside.setResponseContentType(Download.PDF);
    outside.setResponseHeader("Content-Disposition", Download.disposition("%s-%s.pdf".formatted(texts.get("feedback.slips.head"), session.title())));
    FeedbackSlips.slips(base(), session.title(), result.closesAt(), tickets, texts.texts(), outside.getResponseOutputStream());
    faces.responseComplete();
  }

  public void makeQuiz() {
    boolean done = messages.tried(() -> quizzes.make(user.caller(), sessionId, topics, perTopic == null ? 0 : perTopic));
    load();
    if (done) messages.done("feedback.quiz.made", quiz.questions());
  }

  private String base() {
    return addresses.of("");
  }

  /** 4.27 */
  static String text(Integer hundredths) {
    return hundredths == null ? "" : Rating.text(hundredths / 100.0);
  }

  public String mean(Integer hundredths) {
    return text(hundredths);
  }

  public String getLink() {
    return FeedbackSlips.link(base(), sessionId);
  }

  public boolean isBegun() {
    return !clock.instant().isBefore(session.from());
  }

  public int getShownFrom() {
    return Rating.SHOWN_FROM;
  }

  public List<FeedbackTemplates.Row> getTemplates() {
    return templates.all();
  }

  public List<String> getAllTopics() {
    return items.topics();
  }

  public TrainingSessions.Row getSession() {
    return session;
  }

  public long getSessionId() {
    return sessionId;
  }

  public boolean isKeeper() {
    return keeper;
  }

  public FeedbackForms.Result getResult() {
    return result;
  }

  public Quizzes.View getQuiz() {
    return quiz;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getTemplateId() {
    return templateId;
  }

  public void setTemplateId(Long templateId) {
    this.templateId = templateId;
  }

  public LocalDateTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalDateTime closesAt) {
    this.closesAt = closesAt;
  }

  public Integer getSlips() {
    return slips;
  }

  public void setSlips(Integer slips) {
    this.slips = slips;
  }

  public List<String> getTopics() {
    return topics;
  }

  public void setTopics(List<String> topics) {
    this.topics = topics;
  }

  public Integer getPerTopic() {
    return perTopic;
  }

  public void setPerTopic(Integer perTopic) {
    this.perTopic = perTopic;
  }
}
