package cn.lianbing.exchange;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.Option;
import cn.lianbing.exchange.Found.Part;
import cn.lianbing.platform.ImportReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads Moodle XML, a question at a time; errors name the question by its number in the file. */
final class MoodleItems {
  private static final int MEGABYTES = 20;
  private static final int QUESTIONS = 50_000;
  private static final Pattern CLOZE = Pattern.compile("\\{\\d{0,3}:(?:SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC):((?:\\\\.|[^\\\\}])*+)}");
  private final List<ImportReport.Error> errors = new ArrayList<>();
  private final List<ItemDraft> drafts = new ArrayList<>();
  private String topic = "";
  private int number;

  private MoodleItems() {}

  /** Never fails: what cannot be read is an error of its question. */
  static ItemFile read(byte[] file) {
    MoodleItems items = new MoodleItems();
    if (file.length > MEGABYTES * 1024 * 1024) items.errors.add(ImportReport.Error.of(1, "file", "file.size", MEGABYTES));
    else {
      try {
        items.quiz(SafeXml.open(file));
      } catch (SafeXml.Refused e) {
        items.errors.add(ImportReport.Error.of(items.number + 1, "file", e.code));
      } catch (XMLStreamException e) {
        items.errors.add(ImportReport.Error.of(items.number + 1, "file", "exchange.xml", e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
      }
    }
    return new ItemFile(List.of(), items.errors.stream().anyMatch(one -> one.field().equals("file")) ? List.of() : items.drafts, items.errors);
  }

  private void quiz(XMLStreamReader xml) throws XMLStreamException, SafeXml.Refused {
    if (!SafeXml.toElement(xml) || !xml.getLocalName().equals("quiz")) throw new SafeXml.Refused("exchange.noQuiz");
    while (SafeXml.toElement(xml)) {
      SafeXml.Node node = SafeXml.node(xml);
      if (!node.name.equals("question")) errors.add(ImportReport.Error.of(number + 1, "type", "exchange.kind", node.name));
      else if (node.attribute("type").equals("category")) topic = node.inner("category").strip().replaceAll("^\\$(course|module|system)\\$/?(top/?)?|^top/", "");
      else if (++number > QUESTIONS) throw new SafeXml.Refused("exchange.xmlLarge");
      else question(node);
    }
  }

  private void question(SafeXml.Node node) {
    Found item = new Found(number, errors);
    item.put(Part.TOPIC, topic);
    String code = node.inner("idnumber").isBlank() ? node.inner("name").strip() : node.inner("idnumber").strip();
    if (code.matches("[A-Za-z0-9-]{3,40}")) item.put(Part.CODE, code);
    for (SafeXml.Node tags : node.all("tags")) for (SafeXml.Node tag : tags.all("tag")) {
      String text = tag.all("text").isEmpty() ? tag.text() : tag.inner("text");
      if (!item.note(text)) item.wrong("tags", "exchange.tag", text);
    }
    for (String place : List.of("questiontext", "answer")) for (SafeXml.Node one : node.all(place)) if (!one.all("file").isEmpty()) item.wrong("stem", "exchange.picture");
    item.feedback(Html.text(item, "rationale", node.inner("generalfeedback")));
    String type = node.attribute("type");
    if (!type.equals("cloze")) Notes.asked(item, shown(item, "stem", node.all("questiontext").stream().findFirst().orElse(new SafeXml.Node("none"))));
    switch (type) {
      case "multichoice" -> choices(item, node);
      case "truefalse" -> {
        item.put(Part.TYPE, "TRUE_FALSE");
        answers(item, node).stream().filter(one -> fraction(one) == 100).findFirst().ifPresent(one -> item.right(List.of(one.inner("text").strip())));
      }
      case "shortanswer" -> blank(item, node);
      case "ordering" -> order(item, node);
      case "matching" -> pairs(item, node);
      case "essay" -> {
        item.put(Part.TYPE, "SHORT_TEXT");
        item.put(Part.POINTS, Html.text(item, "key", node.inner("graderinfo")));
      }
      case "cloze" -> cloze(item, node.inner("questiontext"));
      default -> {
        item.wrong("type", "exchange.kind", type);
        return;
      }
    }
    drafts.add(item.draft());
  }

  private static List<SafeXml.Node> answers(Found item, SafeXml.Node node) {
    List<SafeXml.Node> answers = node.all("answer");
    if (answers.stream().anyMatch(one -> !one.inner("feedback").isBlank())) item.wrong("rationale", "exchange.feedback");
    return answers;
  }

  private static void choices(Found item, SafeXml.Node node) {
    List<String> right = new ArrayList<>();
    for (SafeXml.Node answer : answers(item, node)) {
      String letter = String.valueOf((char) ('A' + item.options.size()));
      item.options.put(letter, shown(item, "options", answer));
      if (fraction(answer) > 0) right.add(letter);
    }
    boolean single = node.inner("single").strip().matches("true|1");
    item.put(Part.TYPE, single ? "SINGLE" : "MULTIPLE");
    item.right(right);
  }

  private static void order(Found item, SafeXml.Node node) {
    List<String> right = new ArrayList<>();
    answers(item, node).stream().sorted(Comparator.comparingDouble(MoodleItems::fraction)).forEach(answer -> {
      String letter = String.valueOf((char) ('A' + item.options.size()));
      item.options.put(letter, shown(item, "options", answer));
      right.add(letter);
    });
    item.put(Part.TYPE, "ORDER");
    item.right(right);
  }

  private static void pairs(Found item, SafeXml.Node node) {
    List<Option> left = new ArrayList<>();
    List<String> key = new ArrayList<>();
    for (SafeXml.Node one : node.all("subquestion")) {
      String right = one.inner("answer").strip();
      String letter = item.options.entrySet().stream().filter(option -> option.getValue().equals(right)).map(Map.Entry::getKey).findFirst().orElse(String.valueOf((char) ('A' + item.options.size())));
      item.options.put(letter, right);
      String text = one.all("text").isEmpty() ? "" : one.attribute("format").startsWith("plain") ? one.all("text").get(0).text().strip() : Html.text(item, "left", one.all("text").get(0).text());
      if (text.isEmpty()) continue;
      left.add(new Option(String.valueOf(left.size() + 1), text.replaceAll("\\s*\n\\s*", " ")));
      key.add(left.size() + "-" + letter);
    }
    item.put(Part.TYPE, "MATCH");
    item.put(Part.LEFT, Notation.numbered(left));
    item.put(Part.KEY, String.join("；", key));
  }

  private static void blank(Found item, SafeXml.Node node) {
    List<String> variants = new ArrayList<>();
    for (SafeXml.Node answer : answers(item, node)) {
      if (fraction(answer) == 100) variants.add(answer.inner("text").strip());
      else item.wrong("key", "exchange.partly");
    }
    item.put(Part.TYPE, "FILL");
    item.filled(List.of(variants));
    if (!Notation.blanked(item.get(Part.STEM), 1).contains(ItemDraft.BLANK)) item.put(Part.STEM, item.get(Part.STEM) + ItemDraft.BLANK);
  }

  private static void cloze(Found item, String html) {
    List<List<String>> blanks = new ArrayList<>();
    Matcher fields = CLOZE.matcher(html);
    StringBuilder asked = new StringBuilder();
    while (fields.find()) {
      List<String> variants = new ArrayList<>();
      for (String one : fields.group(1).split("(?<!\\\\)~")) {
        if (one.startsWith("=")) variants.add(one.substring(1).replaceAll("(?<!\\\\)#.*", "").replaceAll("\\\\(.)", "$1").strip());
        else item.wrong("key", "exchange.partly");
      }
      blanks.add(variants);
      fields.appendReplacement(asked, ItemDraft.BLANK);
    }
    fields.appendTail(asked);
    if (blanks.isEmpty() || asked.toString().matches("(?s).*\\{\\d{0,3}:[A-Z_]+:.*")) item.wrong("type", "exchange.kind", "cloze");
    Notes.asked(item, Html.text(item, "stem", asked.toString()));
    item.put(Part.TYPE, "FILL");
    item.filled(blanks);
  }

  /** Moodle's default is HTML; plain text says so. */
  private static String shown(Found item, String field, SafeXml.Node node) {
    String text = node.inner("text");
    return node.attribute("format").startsWith("plain") ? text.strip() : Html.text(item, field, text);
  }

  private static double fraction(SafeXml.Node answer) {
    try {
      return Double.parseDouble(answer.attribute("fraction"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
