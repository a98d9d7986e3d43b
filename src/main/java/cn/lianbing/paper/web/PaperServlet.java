package cn.lianbing.paper.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.FormAssembly;
import cn.lianbing.paper.PrintedPaper;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.PrintedPage.Align;
import cn.lianbing.platform.PrintedPage.Column;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form on paper: the questions, the sheet for answers, or the key. */
@WebServlet("/staff/paper/print")
public class PaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> PARTS = Set.of("paper", "sheet", "key");
  private static final int CELLS = 5;
  @Inject FormAssembly assembly;
  @Inject CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      String part = request.getParameter("part");
      String letter = request.getParameter("form");
      if (!PARTS.contains(String.valueOf(part)) || letter == null || letter.length() != 1) throw new NotFound("form", letter);
      FormAssembly.Sheet sheet = assembly.printed(user.caller(), NotFound.id("formSet", request.getParameter("set")), letter.charAt(0) - 'A');
      String name = texts.of("paper.print.file", sheet.title(), sheet.letter(), texts.get("paper.print." + part));
      return new Download.File(name + ".pdf", Download.PDF, out -> print(out, texts, part, name, sheet));
    });
  }

  private static void print(OutputStream out, Texts texts, String part, String name, FormAssembly.Sheet sheet) {
    try (PrintedPage page = new PrintedPage(out, sheet.title(), texts.of("paper.print.foot", name), false)) {
      page.paragraph(texts.of("paper.print.head", sheet.letter(), texts.get("paper.print." + part), Marks.text(sheet.maxMark())), Align.CENTER);
      switch (part) {
        case "paper" -> paper(page, texts, sheet.paper());
        case "sheet" -> answers(page, texts, sheet.paper());
        default -> key(page, texts, sheet.paper());
      }
    }
  }

  private static void paper(PrintedPage page, Texts texts, PrintedPaper paper) {
    who(page, texts);
    int number = 0;
    for (PrintedPaper.Section section : paper.sections()) {
      page.heading(heading(texts, ++number, section));
      for (PrintedPaper.Printed one : section.questions()) {
        if (one.material() != null) page.paragraph(one.material(), Align.LEFT);
        page.paragraph(one.no() + ". " + one.stem() + (section.type() == ItemType.TRUE_FALSE ? "（　　）" : ""), Align.LEFT);
        for (int i = 0; i < one.options().size(); i++) page.paragraph("　　" + (char) ('A' + i) + ". " + one.options().get(i), Align.LEFT);
      }
    }
  }

  /** Choices to be filled in by number, and lines for what is written. */
  private static void answers(PrintedPage page, Texts texts, PrintedPaper paper) {
    who(page, texts);
    int number = 0;
    for (PrintedPaper.Section section : paper.sections()) {
      page.heading(heading(texts, ++number, section));
      List<Column> columns = new ArrayList<>();
      int cells = section.type().choice() ? CELLS : 1;
      for (int i = 0; i < cells; i++) columns.addAll(List.of(new Column(texts.get("paper.print.no"), 1, Align.CENTER), new Column(texts.get("paper.print.answer"), section.type().choice() ? 2 : 9)));
      List<List<?>> rows = new ArrayList<>();
      for (int from = 0; from < section.questions().size(); from += cells) {
        Object[] row = new Object[cells * 2];
        for (int i = 0; i < cells && from + i < section.questions().size(); i++) row[i * 2] = section.questions().get(from + i).no();
        rows.add(Arrays.asList(row));
      }
      page.table(columns, rows);
    }
  }

  private static void key(PrintedPage page, Texts texts, PrintedPaper paper) {
    int number = 0;
    for (PrintedPaper.Section section : paper.sections()) {
      page.heading(heading(texts, ++number, section));
      List<List<?>> rows = new ArrayList<>();
      for (PrintedPaper.Printed one : section.questions()) rows.add(List.of(one.no(), shown(texts, section.type(), one), String.join("、", one.citation()), one.rationale()));
      page.table(List.of(new Column(texts.get("paper.print.no"), 0.7f, Align.CENTER), new Column(texts.get("paper.print.key"), 1.4f), new Column(texts.get("paper.print.basis"), 2.4f), new Column(texts.get("paper.print.why"), 5)), rows);
    }
  }

  private static String shown(Texts texts, ItemType type, PrintedPaper.Printed one) {
    if (type == ItemType.TRUE_FALSE) return texts.get(one.key().contains("A") ? "paper.print.right" : "paper.print.wrong");
    return String.join(type.choice() ? "" : "；", one.key());
  }

  private static void who(PrintedPage page, Texts texts) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String one : List.of("unit", "name", "number", "date")) facts.put(texts.get("paper.print." + one), "");
    page.facts(facts);
  }

  private static String heading(Texts texts, int number, PrintedPaper.Section section) {
    String type = texts.get("bank.type." + section.type());
    if (section.each() == null) return texts.of("paper.print.section.mixed", texts.get("paper.print.numeral." + number), type, section.questions().size(), Marks.text(section.marks()));
    return texts.of("paper.print.section", texts.get("paper.print.numeral." + number), type, section.questions().size(), Marks.text(section.each()), Marks.text(section.marks()));
  }
}
