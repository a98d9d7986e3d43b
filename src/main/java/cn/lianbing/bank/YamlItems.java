package cn.lianbing.bank;

import cn.lianbing.platform.ImportReport;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the question files (question-bank/README.md). Nodes rather than values, so that an error can name its line. */
final class YamlItems {
  private static final LoadSettings LIMITS = LoadSettings.builder().setCodePointLimit(20_000_000).setMaxAliasesForCollections(20).setAllowDuplicateKeys(false).setLabel("试题文件").build();

  private YamlItems() {}

  /** Never fails: what cannot be read is an error of its line. */
  static ItemFile read(Reader text) {
    List<ImportReport.Error> errors = new ArrayList<>();
    try {
      Optional<Node> root = new Compose(LIMITS).composeReader(text);
      if (root.isPresent() && root.get() instanceof MappingNode file) return file(file, errors);
      errors.add(ImportReport.Error.of(1, "items", "file.yaml", ""));
    } catch (MarkedYamlEngineException e) {
      errors.add(ImportReport.Error.of(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), "-", "file.yaml", String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      errors.add(ImportReport.Error.of(1, "-", "file.yaml", "")); // too long or too many aliases
    }
    return new ItemFile(List.of(), List.of(), errors);
  }

  private static ItemFile file(MappingNode file, List<ImportReport.Error> errors) {
    Map<String, Node> keys = entries(file);
    String law = scalar(keys.get("law"));
    String version = scalar(keys.get("version"));
    LocalDate inForce = date("inForce", keys, errors);
    LocalDate until = date("until", keys, errors);
    for (String needed : List.of("law", "version", "inForce")) if (keys.get(needed) == null) errors.add(ImportReport.Error.of(1, needed, "required"));
    List<ItemDraft> drafts = new ArrayList<>();
    if (keys.get("items") instanceof SequenceNode items) {
      for (Node item : items.getValue()) {
        if (item instanceof MappingNode mapping) drafts.add(draft(mapping, law, version));
        else errors.add(ImportReport.Error.of(line(item), "items", "item.mapping"));
      }
    } else errors.add(ImportReport.Error.of(1, "items", "required"));
    return new ItemFile(law == null || version == null || inForce == null ? List.of() : List.of(new ItemFile.Law(law, version, inForce, until)), drafts, errors);
  }

  private static ItemDraft draft(MappingNode item, String law, String version) {
    Map<String, Node> keys = entries(item);
    Map<String, String> options = new LinkedHashMap<>();
    if (keys.get("options") instanceof MappingNode given) entries(given).forEach((letter, text) -> options.put(letter, scalar(text)));
    List<ItemDraft.DraftBasis> basis = new ArrayList<>();
    for (Node one : children(keys.get("basis"))) {
      Map<String, Node> at = one instanceof MappingNode mapping ? entries(mapping) : Map.of();
      basis.add(new ItemDraft.DraftBasis(scalar(at.get("law")), scalar(at.get("version")), scalar(at.get("article")), scalar(at.get("quote"))));
    }
    Node key = keys.get("key");
    List<String> letters = key instanceof SequenceNode ? children(key).stream().filter(ScalarNode.class::isInstance).map(YamlItems::scalar).toList() : key == null ? List.of() : List.of(String.valueOf(scalar(key)));
    List<List<String>> blanks = children(key).stream().map(blank -> blank instanceof SequenceNode ? children(blank).stream().map(YamlItems::scalar).toList() : List.of(String.valueOf(scalar(blank)))).toList();
    return new ItemDraft(line(item), scalar(keys.get("code")), scalar(keys.get("type")), scalar(keys.get("stem")), scalar(keys.get("material")), options, letters, blanks, basis, law, version,
        scalar(keys.get("topic")), scalar(keys.get("stage")), scalar(keys.get("field")), scalar(keys.get("difficulty")), scalar(keys.get("rationale")));
  }

  private static LocalDate date(String name, Map<String, Node> keys, List<ImportReport.Error> errors) {
    String text = scalar(keys.get(name));
    if (text == null) return null;
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      errors.add(ImportReport.Error.of(line(keys.get(name)), name, "date"));
      return null;
    }
  }

  private static Map<String, Node> entries(MappingNode mapping) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) entries.put(scalar(entry.getKeyNode()), entry.getValueNode());
    return entries;
  }

  private static List<Node> children(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
