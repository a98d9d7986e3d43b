package cn.lianbing.exchange;

import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Items in Moodle XML. The code is the id number, the topic the category, stage, field and difficulty are tags, articles follow the explanation. */
final class MoodleExport {
  private final XMLStreamWriter xml;

  private MoodleExport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(OutputStream out, Carried items) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("quiz");
      String topic = "";
      for (Items.Whole item : items) {
        if (!item.content().topic().equals(topic)) new MoodleExport(xml).category(item.content().topic());
        topic = item.content().topic();
        new MoodleExport(xml).item(item);
      }
      if (!items.note().isEmpty()) xml.writeComment(items.note());
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void category(String topic) throws XMLStreamException {
    question("category");
    nested("category", null, "$course$/top/" + topic);
    xml.writeEndElement();
  }

  private void item(Items.Whole item) throws XMLStreamException {
    ItemContent content = item.content();
    boolean cloze = content.blankCount() > 1;
    question(switch (content.type()) {
      case TRUE_FALSE -> "truefalse";
      case FILL -> cloze ? "cloze" : "shortanswer";
      case ORDER -> "ordering";
      case MATCH -> "matching";
      case SHORT_TEXT -> "essay";
      default -> "multichoice";
    });
    nested("name", null, item.code());
    String asked = Html.of(Notes.asked(content));
    nested("questiontext", "html", cloze ? cloze(asked, item.key().blanks()) : asked);
    nested("generalfeedback", "html", Html.of(Notes.feedback(content)));
    plain("idnumber", item.code());
    if (content.type() == ItemType.TRUE_FALSE) {
      answer("true", item.key().choice().contains("A") ? "100" : "0", null);
      answer("false", item.key().choice().contains("A") ? "0" : "100", null);
    } else if (content.type().choice()) choices(item);
    else if (content.type() == ItemType.ORDER) order(item);
    else if (content.type() == ItemType.MATCH) pairs(item);
    else if (content.type() == ItemType.SHORT_TEXT) nested("graderinfo", "html", Html.of(Notes.key(item)));
    else if (!cloze) {
      plain("usecase", "0");
      for (String variant : item.key().blanks().get(0)) answer(variant, "100", null);
    }
    xml.writeStartElement("tags");
    for (var fact : Notes.facts(content).entrySet()) nested("tag", null, Notes.line(fact.getKey(), fact.getValue()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void choices(Items.Whole item) throws XMLStreamException {
    plain("single", String.valueOf(item.content().type() == ItemType.SINGLE));
    plain("shuffleanswers", "true");
    plain("answernumbering", "ABCD");
    for (Option option : item.content().options()) {
      boolean right = item.key().choice().contains(option.key());
      answer(Html.of(option.text()), right ? GiftExport.share(item.key().choice().size()) : item.content().type() == ItemType.SINGLE ? "0" : "-100", "html");
    }
  }

  /** Moodle keeps them in the right order and shuffles; ours come back lettered in that order. */
  private void order(Items.Whole item) throws XMLStreamException {
    plain("layouttype", "VERTICAL");
    plain("selecttype", "ALL");
    plain("gradingtype", "ALL_OR_NOTHING");
    for (int i = 0; i < item.key().choice().size(); i++) answer(Html.of(GiftExport.text(item.content(), item.key().choice().get(i))), String.valueOf(i + 1), "html");
  }

  private void pairs(Items.Whole item) throws XMLStreamException {
    plain("shuffleanswers", "true");
    ItemContent content = item.content();
    for (int i = 0; i < content.left().size(); i++) pair(Html.of(content.left().get(i).text()), GiftExport.text(content, item.key().choice().get(i)));
    for (Option option : content.options()) if (!item.key().choice().contains(option.key())) pair("", option.text());
  }

  private void pair(String left, String right) throws XMLStreamException {
    xml.writeStartElement("subquestion");
    xml.writeAttribute("format", "html");
    plain("text", left);
    xml.writeStartElement("answer");
    plain("text", right);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Each blank as a field of its own: {1:SHORTANSWER:=十五~=15}. */
  private static String cloze(String asked, List<List<String>> blanks) {
    String[] between = asked.split(ItemDraft.BLANK, -1);
    StringBuilder text = new StringBuilder(between[0]);
    for (int i = 1; i < between.length; i++)
      text.append("{1:SHORTANSWER:").append(String.join("~", blanks.get(i - 1).stream().map(one -> "=" + one.replaceAll("[\\\\}#~/\"]", "\\\\$0")).toList())).append('}').append(between[i]);
    return text.toString();
  }

  private void question(String type) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("question");
    xml.writeAttribute("type", type);
  }

  private void answer(String text, String fraction, String format) throws XMLStreamException {
    xml.writeStartElement("answer");
    xml.writeAttribute("fraction", fraction);
    if (format != null) xml.writeAttribute("format", format);
    plain("text", text);
    xml.writeEndElement();
  }

  private void nested(String name, String format, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    if (format != null) xml.writeAttribute("format", format);
    plain("text", text);
    xml.writeEndElement();
  }

  private void plain(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
