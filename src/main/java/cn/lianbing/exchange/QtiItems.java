package cn.lianbing.exchange;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.Option;
import cn.lianbing.exchange.Found.Part;
import cn.lianbing.platform.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads items of QTI 2.1, 2.2 and 3.0: a package, or one item alone. Nothing of a package is written to disk, so no name in it
 * can lead anywhere; one entry is in memory at a time, within bounds. Errors name the item by its number in the package.
 */
final class QtiItems {
  private static final int MEGABYTES = 20;
  private static final int ENTRIES = 60_000;
  private static final int ENTRY_BYTES = 2 * 1024 * 1024;
  private static final long ALL_BYTES = 400L * 1024 * 1024;
  private static final Set<String> CHOICES = Set.of("choiceinteraction", "inlinechoiceinteraction");
  private static final Set<String> KNOWN = Set.of("choiceinteraction", "orderinteraction", "matchinteraction", "extendedtextinteraction", "textentryinteraction");
  private final List<ImportReport.Error> errors = new ArrayList<>();
  private final List<ItemDraft> drafts = new ArrayList<>();
  private int number;

  private QtiItems() {}

  /** Never fails: what cannot be read is an error of its item. */
  static ItemFile read(byte[] file) {
    QtiItems items = new QtiItems();
    if (file.length > MEGABYTES * 1024 * 1024) items.wrong("file.size", MEGABYTES);
    else if (file.length > 1 && file[0] == 'P' && file[1] == 'K') items.packed(file);
    else items.entry("item.xml", file);
    if (items.number == 0 && items.errors.isEmpty()) items.wrong("exchange.noItems");
    return new ItemFile(List.of(), items.errors.stream().anyMatch(one -> one.field().equals("file")) ? List.of() : items.drafts, items.errors);
  }

  private void wrong(String code, Object... arguments) {
    errors.add(ImportReport.Error.of(Math.max(1, number), "file", code, arguments));
  }

  private void packed(byte[] file) {
    long all = 0;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > ENTRIES) {
          wrong("exchange.xmlLarge");
          return;
        }
        if (entry.isDirectory() || !entry.getName().endsWith(".xml") || entry.getName().endsWith("imsmanifest.xml")) continue;
        byte[] content = zip.readNBytes(ENTRY_BYTES + 1);
        all += content.length;
        if (content.length > ENTRY_BYTES || all > ALL_BYTES) {
          wrong("file.inflated");
          return;
        }
        entry(entry.getName(), content);
      }
    } catch (IOException | IllegalArgumentException e) {
      wrong("exchange.zip");
    }
  }

  private void entry(String name, byte[] content) {
    try {
      XMLStreamReader xml = SafeXml.open(content);
      if (!SafeXml.toElement(xml)) return;
      String root = QtiDialect.plain(xml.getLocalName());
      if (root.equals("assessmenttest") || root.equals("assessmentsection")) return; // how a paper is put together is the blueprint's
      number++;
      if (root.equals("assessmentitem")) item(SafeXml.node(xml));
      else errors.add(ImportReport.Error.of(number, "type", "exchange.kind", name + " " + xml.getLocalName()));
    } catch (SafeXml.Refused e) {
      errors.add(ImportReport.Error.of(Math.max(1, number), "file", e.code));
    } catch (XMLStreamException e) {
      errors.add(ImportReport.Error.of(Math.max(1, number), "file", "exchange.xml", e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
    }
  }

  private void item(SafeXml.Node node) {
    Found item = new Found(number, errors);
    String title = node.attribute("title").strip();
    String id = node.attribute("identifier").strip().replaceFirst("^I-", "");
    item.put(Part.CODE, title.matches("[A-Za-z0-9-]{3,40}") ? title : id.matches("[A-Za-z0-9-]{3,40}") ? id : null);
    Map<String, SafeXml.Node> declared = new HashMap<>();
    QtiText.all(node, "responsedeclaration").forEach(one -> declared.put(one.attribute("identifier"), one));
    List<SafeXml.Node> bodies = QtiText.all(node, "itembody");
    if (bodies.isEmpty()) {
      item.wrong("stem", "exchange.kind", "itemBody");
      return;
    }
    SafeXml.Node body = bodies.get(0);
    QtiText text = new QtiText(item);
    for (SafeXml.Node feedback : QtiText.all(node, "modalfeedback")) item.feedback((item.has(Part.RATIONALE) ? item.get(Part.RATIONALE) + "\n" : "") + text.of("rationale", feedback));
    List<SafeXml.Node> parts = QtiText.divisions(body, "part");
    if (parts.isEmpty()) asked(item, body, declared, text);
    else whole(item, body, parts, declared, text);
    drafts.add(item.draft());
  }

  private void whole(Found item, SafeXml.Node body, List<SafeXml.Node> parts, Map<String, SafeXml.Node> declared, QtiText text) {
    item.put(Part.TYPE, "CASE");
    QtiText.divisions(body, "material").forEach(one -> item.put(Part.MATERIAL, text.of("material", one)));
    QtiText.divisions(body, "lead").forEach(one -> item.put(Part.STEM, text.of("stem", one)));
    notes(item, body, text);
    for (SafeXml.Node part : parts) {
      Found question = new Found(number, errors);
      item.questions.add(question);
      asked(question, part, declared, new QtiText(question));
    }
  }

  /** One question: its interactions, what stands around them, and the notes in rubrics. */
  private static void asked(Found item, SafeXml.Node body, Map<String, SafeXml.Node> declared, QtiText text) {
    notes(item, body, text);
    QtiText.divisions(body, "material").forEach(one -> item.put(Part.MATERIAL, text.of("material", one)));
    List<SafeXml.Node> interactions = QtiText.interactions(body);
    List<SafeXml.Node> strange = interactions.stream().filter(one -> !KNOWN.contains(QtiDialect.plain(one.name))).toList();
    if (!strange.isEmpty() || interactions.isEmpty()) item.wrong("type", "exchange.kind", strange.isEmpty() ? "itemBody" : strange.get(0).name);
    else if (interactions.stream().allMatch(one -> QtiDialect.plain(one.name).equals("textentryinteraction"))) blanks(item, body, interactions, declared, text);
    else if (interactions.size() > 1) item.wrong("type", "exchange.composite", interactions.size());
    else one(item, body, interactions.get(0), declared, text);
  }

  private static void notes(Found item, SafeXml.Node body, QtiText text) {
    for (SafeXml.Node rubric : QtiText.all(body, "rubricblock")) for (String line : text.paragraphs("rationale", rubric)) if (!item.note(line)) item.wrong("tags", "exchange.tag", line.length() > 40 ? line.substring(0, 40) + "…" : line);
  }

  private static void one(Found item, SafeXml.Node body, SafeXml.Node interaction, Map<String, SafeXml.Node> declared, QtiText text) {
    String around = text.around("stem", body);
    String prompt = QtiText.all(interaction, "prompt").stream().map(one -> text.of("stem", one)).findFirst().orElse("");
    item.put(Part.STEM, around.isEmpty() ? prompt : prompt.isEmpty() ? around : around + "\n" + prompt);
    SafeXml.Node declaration = declared.get(QtiText.attribute(interaction, "responseidentifier"));
    List<String> right = values(declaration);
    switch (QtiDialect.plain(interaction.name)) {
      case "extendedtextinteraction" -> item.put(Part.TYPE, "SHORT_TEXT");
      case "matchinteraction" -> match(item, interaction, right, text);
      case "orderinteraction" -> {
        Map<String, String> letters = choices(item, interaction, text);
        item.put(Part.TYPE, "ORDER");
        item.right(right.stream().map(one -> letters.getOrDefault(one, one)).toList());
      }
      default -> choice(item, interaction, declaration, right, text);
    }
  }

  private static void choice(Found item, SafeXml.Node interaction, SafeXml.Node declaration, List<String> right, QtiText text) {
    List<SafeXml.Node> all = QtiText.all(interaction, "simplechoice");
    Map<String, String> judged = new HashMap<>();
    all.forEach(one -> judged.put(one.attribute("identifier"), Notation.trueFalse(text.of("options", one))));
    if (all.size() == 2 && judged.containsValue("true") && judged.containsValue("false")) {
      item.put(Part.TYPE, "TRUE_FALSE");
      item.right(right.stream().map(one -> judged.getOrDefault(one, one)).toList());
      return;
    }
    Map<String, String> letters = choices(item, interaction, text);
    boolean many = declaration != null && declaration.attribute("cardinality").equals("multiple");
    item.put(Part.TYPE, many ? "MULTIPLE" : "SINGLE");
    item.right(right.stream().map(one -> letters.getOrDefault(one, one)).toList());
    if (CHOICES.contains(QtiDialect.plain(interaction.name)) && right.isEmpty()) item.wrong("key", "exchange.noKey");
  }

  /** @return the letter of each identifier */
  private static Map<String, String> choices(Found item, SafeXml.Node interaction, QtiText text) {
    Map<String, String> letters = new HashMap<>();
    for (SafeXml.Node choice : QtiText.all(interaction, "simplechoice")) {
      String letter = String.valueOf((char) ('A' + item.options.size()));
      item.options.put(letter, text.of("options", choice));
      letters.put(choice.attribute("identifier"), letter);
    }
    return letters;
  }

  private static void match(Found item, SafeXml.Node interaction, List<String> right, QtiText text) {
    List<SafeXml.Node> sets = QtiText.all(interaction, "simplematchset");
    if (sets.size() != 2) {
      item.wrong("type", "exchange.kind", "matchInteraction");
      return;
    }
    Map<String, String> numbers = new HashMap<>();
    List<Option> left = new ArrayList<>();
    for (SafeXml.Node one : QtiText.all(sets.get(0), "simpleassociablechoice")) {
      numbers.put(one.attribute("identifier"), String.valueOf(left.size() + 1));
      left.add(new Option(String.valueOf(left.size() + 1), text.of("left", one)));
    }
    Map<String, String> letters = new HashMap<>();
    for (SafeXml.Node one : QtiText.all(sets.get(1), "simpleassociablechoice")) {
      String letter = String.valueOf((char) ('A' + item.options.size()));
      item.options.put(letter, text.of("options", one));
      letters.put(one.attribute("identifier"), letter);
    }
    List<String> pairs = new ArrayList<>();
    for (String pair : right) {
      String[] ends = pair.strip().split("\\s+");
      if (ends.length == 2 && numbers.containsKey(ends[0]) && letters.containsKey(ends[1])) pairs.add(numbers.get(ends[0]) + "-" + letters.get(ends[1]));
    }
    item.put(Part.TYPE, "MATCH");
    item.put(Part.LEFT, Notation.numbered(left));
    item.put(Part.KEY, String.join("；", pairs));
  }

  private static void blanks(Found item, SafeXml.Node body, List<SafeXml.Node> fields, Map<String, SafeXml.Node> declared, QtiText text) {
    item.put(Part.TYPE, "FILL");
    List<List<String>> blanks = new ArrayList<>();
    for (SafeXml.Node field : fields) blanks.add(variants(item, declared.get(QtiText.attribute(field, "responseidentifier"))));
    item.filled(blanks);
    item.put(Part.STEM, text.around("stem", body));
  }

  private static List<String> variants(Found item, SafeXml.Node declaration) {
    List<String> variants = new ArrayList<>(values(declaration));
    if (declaration != null) for (SafeXml.Node mapping : QtiText.all(declaration, "mapping")) for (SafeXml.Node one : QtiText.all(mapping, "mapentry")) {
      String key = QtiText.attribute(one, "mapkey");
      double worth = number(QtiText.attribute(one, "mappedvalue"));
      if (worth > 0 && worth < 1) item.wrong("key", "exchange.partly");
      else if (worth >= 1 && !variants.contains(key)) variants.add(key);
    }
    return variants;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static List<String> values(SafeXml.Node declaration) {
    if (declaration == null) return List.of();
    return QtiText.all(declaration, "correctresponse").stream().flatMap(one -> QtiText.all(one, "value").stream()).map(one -> one.text().strip()).toList();
  }
}
