package cn.lianbing.people.web;

import cn.lianbing.people.Officer;
import cn.lianbing.people.PeopleImport;
import cn.lianbing.people.Unit;
import cn.lianbing.people.UnitImport;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Download;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Empty tables to fill in and import. Below the header all cells are text: Excel would take the end off an identity number. */
@WebServlet("/staff/people/template")
public class ImportTemplateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LINES = 3_000;
  private static final Set<String> REQUIRED = Set.of("officers.name", "officers.unitName", "officers.establishment", "units.code", "units.name", "units.kind");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String kind = "units".equals(request.getParameter("kind")) ? "units" : "officers";
    Texts texts = Texts.in(Texts.CHINESE);
    List<String> columns = kind.equals("units") ? UnitImport.COLUMNS : PeopleImport.COLUMNS;
    List<String> headers = columns.stream().map(column -> texts.get("people.import." + kind + "." + column) + (REQUIRED.contains(kind + "." + column) ? "*" : "")).toList();
    boolean csv = "csv".equals(request.getParameter("format"));
    String name = texts.get("people.import.title") + "-" + texts.get("people.import.sheet." + kind) + (csv ? ".csv" : ".xlsx");
    Download.send(request, response, any -> new Download.File(name, csv ? Download.CSV : Download.XLSX, out -> {
      if (csv) SheetWriter.csv(out, headers, List.of());
      else workbook(out, texts, kind, columns, headers);
    }));
  }

  private static void workbook(OutputStream out, Texts texts, String kind, List<String> columns, List<String> headers) throws IOException {
    try (Workbook book = new Workbook(out, "Lianbing", "1.0")) {
      Worksheet sheet = book.newWorksheet(texts.get("people.import.sheet." + kind));
      Worksheet words = book.newWorksheet(texts.get("people.import.words"));
      sheet.freezePane(0, 1);
      for (int i = 0; i < headers.size(); i++) {
        sheet.value(0, i, headers.get(i));
        sheet.style(0, i).bold().set();
        sheet.width(i, columns.get(i).equals("idNumber") || columns.get(i).endsWith("Name") ? 24 : 14);
        sheet.range(1, i, LINES, i).style().format("@").set();
        List<String> choices = choices(texts, kind, columns.get(i));
        words.value(0, i, headers.get(i));
        for (int row = 0; row < choices.size(); row++) words.value(row + 1, i, choices.get(row));
        if (!choices.isEmpty()) sheet.range(1, i, LINES, i).validateWithList(words.range(1, i, choices.size(), i));
      }
    }
  }

  private static List<String> choices(Texts texts, String kind, String column) {
    return switch (kind + "." + column) {
      case "officers.establishment" -> words(texts, "people.establishment", Officer.Establishment.values());
      case "officers.education" -> words(texts, "people.education", Officer.Education.values());
      case "officers.state" -> words(texts, "people.state", Officer.State.values());
      case "units.kind" -> words(texts, "people.unitKind", Unit.Kind.values());
      case "units.publishes" -> List.of(texts.get("people.import.yes"), texts.get("people.import.no"));
      case "units.rank" -> words(texts, "people.unitRank", Unit.Rank.values());
      case "units.level" -> words(texts, "people.unitLevel", Unit.Level.values());
      default -> List.of();
    };
  }

  private static List<String> words(Texts texts, String prefix, Enum<?>[] values) {
    return Arrays.stream(values).map(one -> texts.get(prefix + "." + one)).toList();
  }
}
