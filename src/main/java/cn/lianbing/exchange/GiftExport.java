package cn.lianbing.exchange;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Items in GIFT. Law, stage, field and difficulty stand in comments, articles after the explanation, the topic is the category. */
final class GiftExport {
  private static final int WHOLE = 100;
  private static final int DIGITS = 5;

  private GiftExport() {}

  static void write(OutputStream out, Carried items) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    String topic = "";
    for (Items.Whole item : items) {
      if (!item.content().topic().equals(topic)) writer.write("$CATEGORY: " + item.content().topic() + "\n\n");
      topic = item.content().topic();
      write(writer, item);
    }
    if (!items.note().isEmpty()) writer.write("// " + items.note() + "\n");
    writer.flush();
  }

  private static void write(Writer writer, Items.Whole item) throws IOException {
    ItemContent content = item.content();
    for (var fact : Notes.facts(content).entrySet()) writer.write("// " + Notes.line(fact.getKey(), fact.getValue()) + "\n");
    if (content.blankCount() > 1) writer.write("// " + Notes.line(Found.Part.KEY, Notes.key(item)) + "\n");
    if (content.type() == ItemType.SHORT_TEXT) for (AnswerKey.Point point : item.key().points()) writer.write("// " + Notes.line(Found.Part.POINTS, Notation.point(point)) + "\n");
    writer.write("::" + item.code() + "::[plain]" + escaped(Notes.asked(content)) + "{\n");
    switch (content.type()) {
      case TRUE_FALSE -> writer.write(item.key().choice().contains("A") ? "TRUE\n" : "FALSE\n");
      case FILL -> blanks(writer, item);
      case MATCH -> pairs(writer, item);
      case SHORT_TEXT -> { }
      default -> {
        for (Option option : content.options()) writer.write("\t" + mark(item, option) + escaped(option.text()) + "\n");
      }
    }
    writer.write("\t####" + escaped(Notes.feedback(content)) + "\n}\n\n");
  }

  /** Entries in their order, then what belongs to none. */
  private static void pairs(Writer writer, Items.Whole item) throws IOException {
    ItemContent content = item.content();
    for (int i = 0; i < content.left().size(); i++) writer.write("\t=" + escaped(content.left().get(i).text()) + " -> " + escaped(text(content, item.key().choice().get(i))) + "\n");
    for (Option option : content.options()) if (!item.key().choice().contains(option.key())) writer.write("\t= -> " + escaped(option.text()) + "\n");
  }

  static String text(ItemContent content, String letter) {
    return content.options().stream().filter(one -> one.key().equals(letter)).findFirst().orElseThrow().text();
  }

  private static String mark(Items.Whole item, Option option) {
    boolean right = item.key().choice().contains(option.key());
    if (item.content().type() == ItemType.SINGLE) return right ? "=" : "~";
    // As Moodle knows its shares of a mark: 33.33333.
    return right ? "~%" + share(item.key().choice().size()) + "%" : "~%-100%";
  }

  static String share(int parts) {
    return new BigDecimal(WHOLE).divide(new BigDecimal(parts), DIGITS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  /** Moodle's short answer has one field: of several blanks the answers stand in it one after the other. */
  private static void blanks(Writer writer, Items.Whole item) throws IOException {
    if (item.content().blankCount() == 1) for (String variant : item.key().blanks().get(0)) writer.write("\t=" + escaped(variant) + "\n");
    else writer.write("\t=" + escaped(String.join("；", item.key().blanks().stream().map(one -> one.get(0)).toList())) + "\n");
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\~=#{}:]", "\\\\$0").replace("\n", "\\n").replace("->", "-\\>");
  }
}
