package cn.lianbing.training.web;

import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.training.CalendarFile;
import cn.lianbing.training.SessionMaterials;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** A session's materials, and the session itself for a calendar program. */
@WebServlet({"/officer/training/file", "/staff/training/file"})
public class TrainingFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient TrainingSessions sessions;
  @Inject transient SessionMaterials materials;
  @Inject transient CurrentUser user;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      Caller caller = request.getServletPath().startsWith("/officer/") ? user.caller().only("OFFICER") : user.caller();
      long id = NotFound.id("trainingSession", request.getParameter("session"));
      if ("ics".equals(request.getParameter("what"))) {
        TrainingSessions.Row row = sessions.row(caller, id);
        TrainingSession session = sessions.get(id);
        return new Download.File(row.title() + ".ics", Download.ICS, out -> CalendarFile.write(List.of(new CalendarFile.Entry(row, session.sequence())), clock.instant(), texts, out));
      }
      Attachment file = materials.file(caller, id, NotFound.id("material", request.getParameter("id")));
      return new Download.File(file.name(), file.type(), out -> out.write(file.content()));
    });
  }
}
