package cn.lianbing.paper.web;

import cn.lianbing.bank.ItemImages;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Marked;
import cn.lianbing.paper.PrintedPaper;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.PrintedPage.Align;
import cn.lianbing.platform.PrintedPage.Column;
import cn.lianbing.platform.PrintedText;
import cn.lianbing.platform.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Writes a form as paper, as the sheet for answers, or as the key, whatever kind of file it becomes. */
final class PaperPrint {
  private static final int CELLS = 5;
  private static final int LINES = 8;
  private final PrintedText page;
  private final Texts texts;
  private final LongFunction<Optional<ItemImages.Content>> images;

  PaperPrint(PrintedText page, Texts texts, LongFunction<Optional<ItemImages.Content>> images) {
    this.page = page;
    this.texts = texts;
    this.images = images;
  }

  void paper(PrintedPaper paper) {
    who();
    int number = 0;
    for (PrintedPaper.Section section : paper.sections()) {
      page.heading(heading(++number, section));
      section.questions().forEach(this::question);
    }
  }

  private void question(PrintedPaper.Printed one) {
    if (one.caseOf() > 0) page.paragraph(texts.of("paper.print.case", one.no(), one.no() + one.caseOf() - 1), Align.LEFT);
    if (one.material() != null) rich("", one.material(), "");
    rich(one.no() + ". ", one.stem(), one.type() == ItemType.TRUE_FALSE ? "（　　）" : "");
    for (int i = 0; i < one.left().size(); i++) rich("　　（" + (i + 1) + "）", one.left().get(i), "");
    for (int i = 0; i < one.options().size(); i++) rich("　　" + letter(i) + ". ", one.options().get(i), "");
  }

  /** Words, tables and pictures, the first words behind what stands before. */
  private void rich(String before, String text, String after) {
    if (!Marked.rich(text)) {
      page.paragraph(before + text + after, Align.LEFT);
      return;
    }
    String first = before;
    for (Marked.Block block : Marked.blocks(text)) {
      if (block.text() == null && !first.isEmpty()) page.paragraph(first, Align.LEFT);
      if (block.table() != null) page.table(block.table().get(0).stream().map(cell -> new Column(cell, 1)).toList(), block.table().subList(1, block.table().size()));
      else if (block.image() != null) picture(block);
      else if (!block.text().isBlank()) page.paragraph(first + block.text().strip(), Align.LEFT);
      first = "";
    }
    if (!after.isEmpty()) page.paragraph(after, Align.LEFT);
  }

  private void picture(Marked.Block block) {
    images.apply(block.image()).ifPresentOrElse(image -> page.picture(image.bytes(), image.width(), image.height(), block.alt()), () -> page.paragraph("［" + block.alt() + "］", Align.LEFT));
  }

  /** Choices to be filled in by number, and lines for what is written. */
  void answers(PrintedPaper paper) {
    who();
    int number = 0;
    for (PrintedPaper.Section section : paper.sections()) {
      page.heading(heading(++number, section));
      boolean choice = section.questions().stream().allMatch(one -> one.type().choice());
      int cells = choice ? CELLS : 1;
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < cells; i++) columns.addAll(List.of(new Column(texts.get("paper.print.no"), 1, Align.CENTER), new Column(texts.get("paper.print.answer"), choice ? 2 : 9)));
      List<List<?>> rows = new ArrayList<>();
      for (int from = 0; from < section.questions().size(); from += cells) {
        Object[] row = new Object[cells * 2];
        for (int i = 0; i < cells && from + i < section.questions().size(); i++) {
          row[i * 2] = section.questions().get(from + i).no();
          row[i * 2 + 1] = room(section.questions().get(from + i));
        }
        rows.add(Arrays.asList(row));
      }
      page.table(columns, rows);
    }
  }

  private static String room(PrintedPaper.Printed one) {
    return switch (one.type()) {
      case SHORT_TEXT -> "\n".repeat(LINES);
      case MATCH -> numbered(one.left().size());
      case FILL -> numbered(one.key().size());
      default -> null;
    };
  }

  private static String numbered(int count) {
    StringBuilder room = new StringBuilder();
    for (int i = 1; i <= count; i++) room.append('（').append(i).append("）____________　");
    return count == 1 ? null : room.toString();
  }

  void key(PrintedPaper paper) {
    int number = 0;
    for (PrintedPaper.Section section : paper.sections()) {
      page.heading(heading(++number, section));
      List<List<?>> rows = new ArrayList<>();
      for (PrintedPaper.Printed one : section.questions()) rows.add(List.of(one.no(), shown(one), String.join("、", one.citation()), one.rationale()));
      page.table(List.of(new Column(texts.get("paper.print.no"), 0.7f, Align.CENTER), new Column(texts.get("paper.print.key"), 1.8f), new Column(texts.get("paper.print.basis"), 2.2f), new Column(texts.get("paper.print.why"), 4.8f)), rows);
    }
  }

  private String shown(PrintedPaper.Printed one) {
    return switch (one.type()) {
      case TRUE_FALSE -> texts.get(one.key().contains("A") ? "paper.print.right" : "paper.print.wrong");
      case FILL -> String.join("；", one.key());
      case ORDER -> String.join(" ", one.key());
      case MATCH -> {
        List<String> pairs = new ArrayList<>();
        for (String letter : one.key()) pairs.add(pairs.size() + 1 + "–" + letter);
        yield String.join("　", pairs);
      }
      case SHORT_TEXT -> String.join("\n", one.points().stream().map(point -> texts.of("paper.print.point", point.text(), Marks.text(point.marks()))).toList());
      default -> String.join("", one.key());
    };
  }

  private void who() {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String one : List.of("unit", "name", "number", "date")) facts.put(texts.get("paper.print." + one), "");
    page.facts(facts);
  }

  private String heading(int number, PrintedPaper.Section section) {
    String type = texts.get("bank.type." + section.type());
    if (section.each() == null) return texts.of("paper.print.section.mixed", texts.get("paper.print.numeral." + number), type, section.items(), Marks.text(section.marks()));
    return texts.of("paper.print.section", texts.get("paper.print.numeral." + number), type, section.items(), Marks.text(section.each()), Marks.text(section.marks()));
  }

  private static char letter(int index) {
    return (char) ('A' + index);
  }
}
