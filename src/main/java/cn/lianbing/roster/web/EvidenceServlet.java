package cn.lianbing.roster.web;

import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.roster.Qualifications;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The file of a qualification: always an attachment, never shown within a page of ours. */
@WebServlet({"/staff/roster/evidence", "/officer/roster/evidence"})
public class EvidenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient Qualifications qualifications;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      Attachment file = qualifications.file(user.caller(), NotFound.id("qualification", request.getParameter("id")));
      return new Download.File(file.name(), file.type(), out -> out.write(file.content()));
    });
  }
}
