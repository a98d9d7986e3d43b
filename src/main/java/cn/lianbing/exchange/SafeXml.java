package cn.lianbing.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from somebody who is not trusted: no document type and so no entity, nothing fetched, one question in memory at a time, within bounds. */
final class SafeXml {
  private static final int DEPTH = 60;
  private static final int CHARACTERS = 1_000_000;
  private static final int ELEMENTS = 20_000;

  /** An element. Names are without prefix; {@code text} is what stands directly in it. */
  static final class Node {
    final String name;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    /** Text and elements in their order. */
    final List<Object> content = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Node(String name) {
      this.name = name;
    }

    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }

    String text() {
      return text.toString();
    }

    List<Node> all(String key) {
      return children.stream().filter(one -> one.name.equals(key)).toList();
    }

    /** The text of {@code key/text}, as Moodle nests it, or of {@code key}. */
    String inner(String key) {
      for (Node child : children) if (child.name.equals(key)) return child.all("text").isEmpty() ? child.text() : child.all("text").get(0).text();
      return "";
    }
  }

  private int characters;
  private int elements;

  private SafeXml() {}

  /** The file is no XML, or has what it may not have. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final String code;

    Refused(String code) {
      super(code);
      this.code = code;
    }
  }

  /** The JDK's own parser, whatever the server brings. */
  static XMLStreamReader open(byte[] file) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    factory.setXMLReporter((message, kind, about, at) -> { }); // else it prints what it throws as well
    return factory.createXMLStreamReader(new ByteArrayInputStream(file));
  }

  /** The next thing that is an element's beginning or the file's end. */
  static boolean toElement(XMLStreamReader xml) throws XMLStreamException, Refused {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) throw new Refused("exchange.xmlUnsafe");
      if (event == XMLStreamConstants.START_ELEMENT) return true;
    }
    return false;
  }

  /** The element that the reader is at, with all that is in it; the reader stands at its end. */
  static Node node(XMLStreamReader xml) throws XMLStreamException, Refused {
    return new SafeXml().read(xml, 0);
  }

  private Node read(XMLStreamReader xml, int depth) throws XMLStreamException, Refused {
    if (depth > DEPTH || ++elements > ELEMENTS) throw new Refused("exchange.xmlLarge");
    Node node = new Node(xml.getLocalName().toLowerCase(Locale.ROOT));
    for (int i = 0; i < xml.getAttributeCount(); i++) node.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          Node child = read(xml, depth + 1);
          node.children.add(child);
          node.content.add(child);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          characters += xml.getTextLength();
          if (characters > CHARACTERS) throw new Refused("exchange.xmlLarge");
          node.text.append(xml.getText());
          node.content.add(xml.getText());
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused("exchange.xmlUnsafe");
        default -> { }
      }
    }
    return node;
  }
}
