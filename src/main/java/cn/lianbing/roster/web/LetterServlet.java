package cn.lianbing.roster.web;

import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.roster.AppointmentLetter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The letter of appointment as a file, for the desk and for the lecturer. */
@WebServlet({"/staff/roster/letter", "/officer/roster/letter"})
public class LetterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient AppointmentLetter letters;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      AppointmentLetter.Letter letter = letters.find(user.caller(), NotFound.id("appointment", request.getParameter("id")), texts);
      return new Download.File(texts.of("roster.letter.file", letter.lecturer().name()), Download.PDF, out -> AppointmentLetter.print(letter, texts, out));
    });
  }
}
