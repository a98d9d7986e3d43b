package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackForms;
import cn.lianbing.feedback.FeedbackSlips;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The poster with the QR code of a session's form. */
@WebServlet("/staff/feedback/file")
public class FeedbackFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient FeedbackForms forms;
  @Inject transient PublicAddress addresses;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String base = addresses.of("");
    Download.send(request, response, texts -> poster(base, NotFound.id("trainingSession", request.getParameter("session")), texts));
  }

  private Download.File poster(String base, long sessionId, Texts texts) {
    String title = forms.session(user.caller(), sessionId).title();
    FeedbackForms.Result result = forms.result(user.caller(), sessionId).orElseThrow(() -> new NotFound("feedbackForm", sessionId));
    return new Download.File("%s-%s.pdf".formatted(texts.get("feedback.poster.head"), title), Download.PDF, out -> FeedbackSlips.poster(base, sessionId, title, result.closesAt(), texts, out));
  }
}
