package cn.lianbing.casefile.web;

import cn.lianbing.casefile.LetterPrint;
import cn.lianbing.casefile.SupervisionLetters;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A letter as it goes out; in Chinese whatever the pages are in, since it is an official document. */
@WebServlet("/staff/casefile/print")
public class SupervisionLetterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient SupervisionLetters letters;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      SupervisionLetters.Whole letter = letters.whole(user.caller(), NotFound.id("supervisionLetter", request.getParameter("id")));
      Texts chinese = Texts.in(Texts.CHINESE);
      return new Download.File(chinese.get("casefile.kind." + letter.row().kind()) + letter.row().number() + ".pdf", Download.PDF, out -> LetterPrint.print(letter, chinese, out));
    });
  }
}
