package cn.lianbing.paper.web;

import cn.lianbing.bank.ItemImages;
import cn.lianbing.paper.FormAssembly;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.PrintedPage.Align;
import cn.lianbing.platform.PrintedText;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.WordPage;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** A form on paper: the questions, the sheet for answers, or the key; as PDF, or with {@code format=docx} as a Word file to be worked on. */
@WebServlet("/staff/paper/print")
public class PaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> PARTS = Set.of("paper", "sheet", "key");
  @Inject transient FormAssembly assembly;
  @Inject transient ItemImages images;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      String part = request.getParameter("part");
      String letter = request.getParameter("form");
      if (!PARTS.contains(String.valueOf(part)) || letter == null || letter.length() != 1) throw new NotFound("form", letter);
      boolean word = "docx".equals(request.getParameter("format"));
      FormAssembly.Sheet sheet = assembly.printed(user.caller(), NotFound.id("formSet", request.getParameter("set")), letter.charAt(0) - 'A');
      String name = texts.of("paper.print.file", sheet.title(), sheet.letter(), texts.get("paper.print." + part));
      String foot = texts.of("paper.print.foot", name);
      return new Download.File(name + (word ? ".docx" : ".pdf"), word ? Download.DOCX : Download.PDF, out -> {
        try (PrintedText page = word ? new WordPage(out, sheet.title(), foot) : new PrintedPage(out, sheet.title(), foot, false)) {
          print(page, texts, part, sheet);
        }
      });
    });
  }

  private void print(PrintedText page, Texts texts, String part, FormAssembly.Sheet sheet) {
    page.paragraph(texts.of("paper.print.head", sheet.letter(), texts.get("paper.print." + part), Marks.text(sheet.maxMark())), Align.CENTER);
    PaperPrint print = new PaperPrint(page, texts, images::content);
    switch (part) {
      case "paper" -> print.paper(sheet.paper());
      case "sheet" -> print.answers(sheet.paper());
      default -> print.key(sheet.paper());
    }
  }
}
