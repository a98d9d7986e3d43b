package cn.lianbing.exam.web;

import cn.lianbing.exam.ExamNotice;
import cn.lianbing.exam.DrawnPapers;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** What is to be known before an exam, and its start. */
@Named
@ViewScoped
public class StartPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject ExamNotice notices;
  @Inject DrawnPapers drawn;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String asked;
  private long examId;
  private transient ExamNotice.View notice;

  public void enter() {
    messages.found(() -> {
      examId = NotFound.id("exam", asked);
      getNotice();
    });
  }

  /** The clock runs from here on. */
  public void start() throws IOException {
    notice = null;
    Long[] attempt = new Long[1];
    if (!messages.tried(() -> attempt[0] = drawn.start(user.caller(), examId).attemptId())) return;
    var faces = FacesContext.getCurrentInstance().getExternalContext();
    faces.redirect(faces.getRequestContextPath() + "/officer/exam/sitting.xhtml?attempt=" + attempt[0]);
  }

  public ExamNotice.View getNotice() {
    if (notice == null) notice = notices.of(user.caller(), examId, texts.texts());
    return notice;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
