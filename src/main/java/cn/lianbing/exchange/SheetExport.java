package cn.lianbing.exchange;

import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Items as a sheet in the form that {@link SheetItems} reads. */
final class SheetExport {
  private static final int LETTERS = 8;

  private SheetExport() {}

  static void write(OutputStream out, Iterable<Items.Whole> items) throws IOException {
    Iterable<List<?>> rows = () -> {
      var all = items.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public List<?> next() {
          return row(all.next());
        }
      };
    };
    SheetWriter.xlsx(out, "试题", headers(), rows);
  }

  private static List<String> headers() {
    List<String> headers = new ArrayList<>();
    for (Found.Part part : List.of(Found.Part.CODE, Found.Part.TYPE, Found.Part.MATERIAL, Found.Part.STEM)) headers.add(part.word());
    for (char letter = 'A'; letter < 'A' + LETTERS; letter++) headers.add(Found.Part.OPTIONS.word() + letter);
    for (Found.Part part : List.of(Found.Part.KEY, Found.Part.RATIONALE, Found.Part.DIFFICULTY, Found.Part.TOPIC, Found.Part.STAGE, Found.Part.FIELD, Found.Part.LAW, Found.Part.VERSION, Found.Part.BASIS)) headers.add(part.word());
    return headers;
  }

  private static List<?> row(Items.Whole item) {
    ItemContent content = item.content();
    List<Object> row = new ArrayList<>();
    row.add(item.code());
    row.add(Notation.word(content.type()));
    row.add(content.material());
    row.add(content.stem());
    for (int i = 0; i < LETTERS; i++) row.add(i < content.options().size() ? content.options().get(i).text() : null);
    row.add(Notes.key(item));
    row.add(content.rationale());
    row.add(content.difficulty());
    for (String fact : List.of(content.topic(), content.stage(), content.field(), content.law(), content.lawVersion())) row.add(fact);
    row.add(String.join("\n", content.basis().stream().map(Citation::text).toList()));
    return row;
  }
}
