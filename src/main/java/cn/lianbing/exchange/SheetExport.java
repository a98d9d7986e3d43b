package cn.lianbing.exchange;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Items as a sheet in the form that {@link SheetItems} reads. */
final class SheetExport {
  private static final int LETTERS = 8;

  private SheetExport() {}

  static void write(OutputStream out, Carried items) throws IOException {
    Iterable<List<?>> rows = () -> StreamSupport.stream(items.spliterator(), false).flatMap(SheetExport::rows).iterator();
    SheetWriter.xlsx(out, "试题", headers(), rows);
  }

  private static List<String> headers() {
    List<String> headers = new ArrayList<>();
    for (Found.Part part : List.of(Found.Part.CASE, Found.Part.CODE, Found.Part.TYPE, Found.Part.MATERIAL, Found.Part.STEM, Found.Part.LEFT)) headers.add(part.word());
    for (char letter = 'A'; letter < 'A' + LETTERS; letter++) headers.add(Found.Part.OPTIONS.word() + letter);
    for (Found.Part part : List.of(Found.Part.KEY, Found.Part.MARKS, Found.Part.RATIONALE, Found.Part.BASIS, Found.Part.DIFFICULTY, Found.Part.TOPIC, Found.Part.STAGE, Found.Part.FIELD, Found.Part.LAW, Found.Part.VERSION)) headers.add(part.word());
    return headers;
  }

  /** One an item; below a CASE one for each of its questions. */
  private static Stream<List<?>> rows(Items.Whole item) {
    List<List<?>> rows = new ArrayList<>();
    rows.add(row(item));
    for (int i = 0; i < item.content().parts().size(); i++) rows.add(row(item.code(), item.content().parts().get(i), item.key().parts().get(i)));
    return rows.stream();
  }

  private static List<?> row(Items.Whole item) {
    ItemContent content = item.content();
    List<Object> row = new ArrayList<>(Arrays.asList(null, item.code(), Notation.word(content.type()), content.material()));
    row.addAll(asked(content.asked(0), item.key(), null));
    row.addAll(List.of(content.difficulty(), content.topic(), content.stage(), content.field(), content.law(), content.lawVersion()));
    return row;
  }

  private static List<?> row(String code, ItemPart part, AnswerKey key) {
    List<Object> row = new ArrayList<>(Arrays.asList(code, null, Notation.word(part.type()), null));
    row.addAll(asked(part, key, Marks.decimal(part.marks())));
    return row;
  }

  private static List<Object> asked(ItemPart asked, AnswerKey key, BigDecimal marks) {
    List<Object> cells = new ArrayList<>();
    cells.add(asked.stem());
    cells.add(asked.left().isEmpty() ? null : Notation.numbered(asked.left()));
    for (int i = 0; i < LETTERS; i++) cells.add(i < asked.options().size() ? asked.options().get(i).text() : null);
    cells.add(Notes.key(asked.type(), key));
    cells.add(marks);
    cells.add(asked.rationale());
    cells.add(String.join("\n", asked.basis().stream().map(Citation::text).toList()));
    return cells;
  }
}
