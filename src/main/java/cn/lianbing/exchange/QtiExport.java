package cn.lianbing.exchange;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.platform.Marks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Items as a package of QTI: a file an item and the manifest. A CASE is one composite item, each of its questions an interaction
 * of its own. The facts that QTI has no place for stand in a rubric for authors, the explanation in the modal feedback.
 */
final class QtiExport {
  private final QtiDialect dialect;

  private QtiExport(QtiDialect dialect) {
    this.dialect = dialect;
  }

  static void write(OutputStream out, Carried items, QtiDialect dialect) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    List<String> codes = new ArrayList<>();
    try {
      for (Items.Whole item : items) {
        codes.add(item.code());
        zip.putNextEntry(new ZipEntry(href(item.code())));
        QtiXml xml = new QtiXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, StandardCharsets.UTF_8.name()), dialect);
        new QtiExport(dialect).item(xml, item);
        xml.end();
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry("imsmanifest.xml"));
      QtiXml xml = new QtiXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, StandardCharsets.UTF_8.name()), dialect);
      xml.manifest(codes);
      xml.end();
      zip.closeEntry();
      zip.finish();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  static String href(String code) {
    return "items/" + code + ".xml";
  }

  private void item(QtiXml xml, Items.Whole item) throws XMLStreamException {
    ItemContent content = item.content();
    xml.root(item.code());
    if (content.type() == ItemType.CASE) for (int i = 0; i < content.parts().size(); i++) declare(xml, content.parts().get(i), item.key().parts().get(i), "RESPONSE_" + (i + 1));
    else declare(xml, content.asked(0), item.key(), "RESPONSE");
    xml.empty("outcomeDeclaration", "identifier", "SCORE", "cardinality", "single", "baseType", "float");
    xml.empty("outcomeDeclaration", "identifier", "FEEDBACK", "cardinality", "single", "baseType", "identifier");
    xml.start("itemBody");
    if (content.material() != null) xml.paragraphs("material", content.material());
    if (content.type() == ItemType.CASE) whole(xml, item);
    else interaction(xml, content.asked(0), "RESPONSE");
    facts(xml, item);
    xml.close();
    if (content.type() != ItemType.CASE && !content.type().byHand()) xml.empty("responseProcessing", "template", dialect.template(content.type() == ItemType.FILL ? "map_response" : "match_correct"));
    String why = Notes.feedback(content);
    if (!why.isEmpty()) xml.feedback(why);
    xml.close();
  }

  private static void whole(QtiXml xml, Items.Whole item) throws XMLStreamException {
    ItemContent content = item.content();
    if (!content.stem().isEmpty()) xml.paragraphs("lead", content.stem());
    for (int i = 0; i < content.parts().size(); i++) {
      ItemPart part = content.parts().get(i);
      xml.division("part");
      interaction(xml, part, "RESPONSE_" + (i + 1));
      List<String> lines = new ArrayList<>(List.of(Notes.line(Found.Part.TYPE, Notation.word(part.type())), Notes.line(Found.Part.MARKS, Marks.text(part.marks()))));
      item.key().parts().get(i).points().forEach(point -> lines.add(Notes.line(Found.Part.POINTS, Notation.point(point))));
      if (!part.rationale().isEmpty()) lines.add(Notes.line(Found.Part.RATIONALE, part.rationale()));
      lines.addAll(Notes.basis(part.basis()));
      xml.rubric(lines);
      xml.close();
    }
  }

  private static void facts(QtiXml xml, Items.Whole item) throws XMLStreamException {
    List<String> lines = new ArrayList<>(List.of(Notes.line(Found.Part.CODE, item.code()), Notes.line(Found.Part.TYPE, Notation.word(item.content().type())), Notes.line(Found.Part.TOPIC, item.content().topic())));
    Notes.facts(item.content()).forEach((part, value) -> lines.add(Notes.line(part, value)));
    item.key().points().forEach(point -> lines.add(Notes.line(Found.Part.POINTS, Notation.point(point))));
    xml.rubric(lines);
  }

  private static void declare(QtiXml xml, ItemPart asked, AnswerKey key, String id) throws XMLStreamException {
    switch (asked.type()) {
      case SINGLE -> xml.declaration(id, "single", "identifier", key.choice());
      case TRUE_FALSE -> xml.declaration(id, "single", "identifier", List.of(String.valueOf(key.choice().contains("A"))));
      case MULTIPLE -> xml.declaration(id, "multiple", "identifier", key.choice());
      case ORDER -> xml.declaration(id, "ordered", "identifier", key.choice());
      case MATCH -> {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.choice().size(); i++) pairs.add("L" + (i + 1) + " " + key.choice().get(i));
        xml.declaration(id, "multiple", "directedPair", pairs);
      }
      case FILL -> {
        for (int i = 0; i < key.blanks().size(); i++) xml.declaration(blank(id, i, key.blanks().size()), key.blanks().get(i));
      }
      default -> xml.declaration(id, "single", "string", List.of());
    }
  }

  private static String blank(String id, int at, int of) {
    return of == 1 ? id : id + "_" + (at + 1);
  }

  private static void interaction(QtiXml xml, ItemPart asked, String id) throws XMLStreamException {
    switch (asked.type()) {
      case FILL -> {
        xml.blanks(asked.stem().split(ItemDraft.BLANK, -1), id);
        return;
      }
      case SHORT_TEXT -> xml.start("extendedTextInteraction", "responseIdentifier", id);
      case ORDER -> xml.start("orderInteraction", "responseIdentifier", id, "shuffle", "true");
      case MATCH -> xml.start("matchInteraction", "responseIdentifier", id, "shuffle", "true", "maxAssociations", String.valueOf(asked.left().size()));
      default -> xml.start("choiceInteraction", "responseIdentifier", id, "shuffle", String.valueOf(asked.type() != ItemType.TRUE_FALSE), "maxChoices", asked.type() == ItemType.MULTIPLE ? "0" : "1");
    }
    xml.text("prompt", asked.stem());
    if (asked.type() == ItemType.TRUE_FALSE) {
      xml.text("simpleChoice", "正确", "identifier", "true");
      xml.text("simpleChoice", "错误", "identifier", "false");
    } else if (asked.type() == ItemType.MATCH) {
      xml.start("simpleMatchSet");
      for (Option one : asked.left()) xml.text("simpleAssociableChoice", one.text(), "identifier", "L" + one.key(), "matchMax", "1");
      xml.close();
      xml.start("simpleMatchSet");
      for (Option one : asked.options()) xml.text("simpleAssociableChoice", one.text(), "identifier", one.key(), "matchMax", "0");
      xml.close();
    } else for (Option option : asked.options()) xml.text("simpleChoice", option.text(), "identifier", option.key());
    xml.close();
  }
}
