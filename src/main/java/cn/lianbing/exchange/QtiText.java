package cn.lianbing.exchange;

import cn.lianbing.bank.ItemDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands in the elements of a QTI item, as plain text; what would be lost is said of the item. */
final class QtiText {
  private static final Set<String> BLOCKS = Set.of("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr");
  private static final Set<String> PICTURES = Set.of("img", "audio", "video", "object", "math", "table", "svg", "picture");
  private static final Set<String> ACTIVE = Set.of("script", "style", "iframe", "embed", "link", "form");
  /** Not what the candidate is asked. */
  private static final Set<String> APART = Set.of("rubricblock", "feedbackblock", "feedbackinline", "modalfeedback");
  private final Found item;

  QtiText(Found item) {
    this.item = item;
  }

  /** Children of a name that all versions have; see {@link QtiDialect#plain}. */
  static List<SafeXml.Node> all(SafeXml.Node node, String name) {
    return node.children.stream().filter(one -> QtiDialect.plain(one.name).equals(name)).toList();
  }

  static String attribute(SafeXml.Node node, String name) {
    return node.attributes.entrySet().stream().filter(one -> QtiDialect.plain(one.getKey()).equals(name)).map(java.util.Map.Entry::getValue).findFirst().orElse("");
  }

  static List<SafeXml.Node> divisions(SafeXml.Node body, String kind) {
    return body.children.stream().filter(one -> one.name.equals("div") && one.attribute("class").equals(kind)).toList();
  }

  static List<SafeXml.Node> interactions(SafeXml.Node node) {
    List<SafeXml.Node> found = new ArrayList<>();
    for (SafeXml.Node child : node.children) {
      if (QtiDialect.plain(child.name).endsWith("interaction")) found.add(child);
      else if (!APART.contains(QtiDialect.plain(child.name))) found.addAll(interactions(child));
    }
    return found;
  }

  /** All text in an element. */
  String of(String field, SafeXml.Node node) {
    StringBuilder text = new StringBuilder();
    add(text, field, node);
    return tidy(text);
  }

  /** A paragraph each, for rubrics. */
  List<String> paragraphs(String field, SafeXml.Node node) {
    List<String> lines = new ArrayList<>();
    for (SafeXml.Node child : node.children) {
      if (child.name.equals("p")) lines.add(of(field, child));
      else lines.addAll(paragraphs(field, child));
    }
    if (lines.isEmpty() && !of(field, node).isEmpty()) lines.add(of(field, node));
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  /** What stands around the interactions of a body, blanks in their places. */
  String around(String field, SafeXml.Node body) {
    StringBuilder text = new StringBuilder();
    for (Object one : body.content) {
      if (one instanceof SafeXml.Node child) {
        if (!(child.name.equals("div") && child.attribute("class").equals("material"))) add(text, field, child, true);
      } else text.append(words((String) one));
    }
    return tidy(text);
  }

  private void add(StringBuilder text, String field, SafeXml.Node node) {
    for (Object one : node.content) {
      if (one instanceof SafeXml.Node child) add(text, field, child, false);
      else text.append(words((String) one));
    }
  }

  private void add(StringBuilder text, String field, SafeXml.Node node, boolean body) {
    String name = QtiDialect.plain(node.name);
    if (ACTIVE.contains(name)) item.wrong(field, "exchange.active");
    else if (PICTURES.contains(name)) item.wrong(field, "exchange.picture");
    else if (name.equals("textentryinteraction")) text.append(ItemDraft.BLANK);
    else if (body && (APART.contains(name) || name.endsWith("interaction"))) return;
    else {
      if (name.equals("br")) text.append('\n');
      for (Object one : node.content) {
        if (one instanceof SafeXml.Node child) add(text, field, child, body);
        else text.append(words((String) one));
      }
      if (BLOCKS.contains(name)) text.append('\n');
    }
  }

  private static String words(String text) {
    return text.replaceAll("[ \\t\\r\\n]+", " ");
  }

  private static String tidy(StringBuilder text) {
    return text.toString().replaceAll(" *\\n *", "\n").replaceAll("\\n+$", "").replace('\u00A0', ' ').strip();
  }
}
