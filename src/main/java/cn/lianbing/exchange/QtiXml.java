package cn.lianbing.exchange;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of QTI in the spelling of one version, and text as HTML has it. */
final class QtiXml {
  private final XMLStreamWriter xml;
  private final QtiDialect dialect;

  QtiXml(XMLStreamWriter xml, QtiDialect dialect) {
    this.xml = xml;
    this.dialect = dialect;
  }

  void root(String code) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement(dialect.element("assessmentItem"));
    xml.writeDefaultNamespace(dialect.items);
    // an identifier may not begin with a digit
    attributes("identifier", "I-" + code, "title", code, "adaptive", "false", "timeDependent", "false");
    xml.writeAttribute("xml:lang", "zh-CN");
  }

  void end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
  }

  void manifest(List<String> codes) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("manifest");
    xml.writeDefaultNamespace(dialect.manifest);
    xml.writeAttribute("identifier", "LIANBING");
    xml.writeStartElement("metadata");
    plain("schema", dialect.schema);
    plain("schemaversion", dialect.schemaVersion);
    xml.writeEndElement();
    xml.writeEmptyElement("organizations");
    xml.writeStartElement("resources");
    for (String code : codes) {
      xml.writeStartElement("resource");
      xml.writeAttribute("identifier", "R-" + code);
      xml.writeAttribute("type", dialect.resource);
      xml.writeAttribute("href", QtiExport.href(code));
      xml.writeEmptyElement("file");
      xml.writeAttribute("href", QtiExport.href(code));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void plain(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** @param attributes names as version 2.1 has them, each with its value */
  void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(dialect.element(name));
    attributes(attributes);
  }

  void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(dialect.element(name));
    attributes(attributes);
  }

  void division(String kind) throws XMLStreamException {
    xml.writeStartElement("div");
    xml.writeAttribute("class", kind);
  }

  void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) xml.writeAttribute(dialect.attribute(attributes[i]), attributes[i + 1]);
  }

  void declaration(String id, String cardinality, String type, List<String> right) throws XMLStreamException {
    start("responseDeclaration", "identifier", id, "cardinality", cardinality, "baseType", type);
    if (!right.isEmpty()) correct(right);
    close();
  }

  /** A blank: the first variant is the model answer, all of them are worth a mark. */
  void declaration(String id, List<String> variants) throws XMLStreamException {
    start("responseDeclaration", "identifier", id, "cardinality", "single", "baseType", "string");
    correct(variants.subList(0, 1));
    start("mapping", "defaultValue", "0");
    for (String variant : variants) empty("mapEntry", "mapKey", variant, "mappedValue", "1", "caseSensitive", "false");
    close();
    close();
  }

  private void correct(List<String> values) throws XMLStreamException {
    start("correctResponse");
    for (String value : values) {
      start("value");
      xml.writeCharacters(value);
      close();
    }
    close();
  }

  void text(String name, String text, String... attributes) throws XMLStreamException {
    start(name, attributes);
    lines(text);
    close();
  }

  void paragraphs(String kind, String text) throws XMLStreamException {
    division(kind);
    for (String line : text.split("\n", -1)) paragraph(line);
    close();
  }

  private void paragraph(String line) throws XMLStreamException {
    xml.writeStartElement("p");
    lines(line);
    xml.writeEndElement();
  }

  /** The words between the blanks, in one paragraph. */
  void blanks(String[] between, String id) throws XMLStreamException {
    division("stem");
    xml.writeStartElement("p");
    for (int i = 0; i < between.length; i++) {
      if (i > 0) empty("textEntryInteraction", "responseIdentifier", between.length == 2 ? id : id + "_" + i, "expectedLength", "20");
      lines(between[i]);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** For those who write and mark, never for candidates. A line a paragraph. */
  void rubric(List<String> lines) throws XMLStreamException {
    if (dialect == QtiDialect.V21) start("rubricBlock", "view", "author tutor scorer");
    else {
      start("rubricBlock", "view", "author tutor scorer", "use", "instructions");
      start("contentBody");
    }
    for (String line : lines) paragraph(line);
    if (dialect != QtiDialect.V21) close();
    close();
  }

  void feedback(String text) throws XMLStreamException {
    start("modalFeedback", "outcomeIdentifier", "FEEDBACK", "identifier", "EXPLANATION", "showHide", "show");
    if (dialect != QtiDialect.V21) start("contentBody");
    for (String line : text.split("\n", -1)) paragraph(line);
    if (dialect != QtiDialect.V21) close();
    close();
  }

  /** HTML keeps one of two spaces unless it may not break. */
  private void lines(String text) throws XMLStreamException {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) xml.writeEmptyElement("br");
      xml.writeCharacters(lines[i].replace("  ", " \u00A0"));
    }
  }
}
