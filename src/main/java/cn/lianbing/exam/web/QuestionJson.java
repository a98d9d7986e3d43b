package cn.lianbing.exam.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Marked;
import cn.lianbing.bank.Option;
import cn.lianbing.bank.Wordings;
import cn.lianbing.exam.ExamPaper;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Questions as JSON in UTF-8. What an item asks never changes, and only its order and number differ from paper to paper: so its
 * pieces are made once and remembered, and a start puts them together.
 */
final class QuestionJson {
  private static final int REMEMBERED = 20_000;
  private final Map<Key, Pieces> known = new ConcurrentHashMap<>();

  /** @param language for 正确/错误 */
  private record Key(long itemVersionId, int part, String language) {}

  /** @param options behind the letter of each of the author's options, in the author's order; so {@code left} */
  private record Pieces(byte[] head, byte[] material, byte[][] options, byte[][] left, byte[] tail) {}

  void write(ByteArrayOutputStream out, ExamPaper.Place place, Texts texts) {
    Question question = place.question();
    if (known.size() > REMEMBERED) known.clear();
    Pieces pieces = known.computeIfAbsent(new Key(question.itemVersionId(), question.part(), texts.get("exam.true")), any -> pieces(place, texts));
    ascii(out, "{\"no\":" + question.no() + (place.caseFrom() == null ? "" : ",\"caseFrom\":" + place.caseFrom()));
    out.writeBytes(pieces.head());
    if (question.part() <= 1) out.writeBytes(pieces.material());
    String letters = question.letters();
    ascii(out, ",\"options\":[");
    for (int i = 0; i < letters.length(); i++) entry(out, i, (char) ('A' + i), pieces.options()[letters.charAt(i) - 'A']);
    out.write(']');
    String left = question.left();
    for (int i = 0; i < left.length(); i++) {
      if (i == 0) ascii(out, ",\"left\":[");
      entry(out, i, (char) ('1' + i), pieces.left()[left.charAt(i) - '1']);
      if (i == left.length() - 1) out.write(']');
    }
    out.writeBytes(pieces.tail());
    ascii(out, ",\"marks\":" + Marks.decimal(question.marks()).toPlainString() + ",\"response\":");
    if (place.stored() == null) ascii(out, "null}");
    else out.writeBytes((Json.write(response(place.stored())) + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static AttemptViews.ResponseView response(ExamPaper.Stored stored) {
    return new AttemptViews.ResponseView(stored.answer().choice(), stored.answer().blanks(), stored.answer().order(), stored.answer().pairs(), stored.answer().text(), stored.seq(), Times.offset(stored.savedAt()));
  }

  private static void entry(ByteArrayOutputStream out, int at, char key, byte[] piece) {
    ascii(out, at == 0 ? "{\"key\":\"" : ",{\"key\":\"");
    out.write(key);
    out.writeBytes(piece);
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    for (int i = 0; i < text.length(); i++) out.write(text.charAt(i));
  }

  private static Pieces pieces(ExamPaper.Place place, Texts texts) {
    Wordings.Wording asked = place.asked();
    StringBuilder head = new StringBuilder(",\"type\":\"").append(asked.type()).append("\",\"stem\":");
    Json.quote(head, asked.stem());
    blocks(head, "stemBlocks", asked.stem());
    String text = place.question().part() == 0 ? place.item().material() : ExamPaper.whole(place.item().material(), place.item().stem());
    StringBuilder material = new StringBuilder();
    if (text != null) Json.quote(material.append(",\"material\":"), text);
    blocks(material, "materialBlocks", text);
    List<Option> options = asked.type() == ItemType.TRUE_FALSE ? List.of(new Option("A", texts.get("exam.true")), new Option("B", texts.get("exam.false"))) : asked.options();
    return new Pieces(bytes(head), bytes(material), entries(options), entries(asked.left()), bytes(asked.blankCount() == 0 ? "" : ",\"blankCount\":" + asked.blankCount()));
  }

  private static byte[][] entries(List<Option> options) {
    return options.stream().map(option -> {
      StringBuilder entry = new StringBuilder("\",\"text\":");
      Json.quote(entry, option.text());
      blocks(entry, "blocks", option.text());
      return bytes(entry.append('}'));
    }).toArray(byte[][]::new);
  }

  /** Tables and pictures told from the words around them, for who shows them; where there are none, nothing. */
  private static void blocks(StringBuilder json, String name, String text) {
    if (Marked.rich(text)) json.append(",\"").append(name).append("\":").append(Json.write(Marked.blocks(text)));
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
