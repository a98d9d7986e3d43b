package cn.lianbing.bank;

import cn.lianbing.platform.ImportReport;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the question files (question-bank/README.md). Nodes rather than values, so that an error can name its line. */
final class YamlItems {
  private static final LoadSettings LIMITS = LoadSettings.builder().setCodePointLimit(5_000_000).setMaxAliasesForCollections(20).setLabel("试题文件").build();
  private static final int MEGABYTES = 8;
  /** Bytes: some 30,000 Chinese characters. */
  private static final int LONGEST_LINE = 100_000;
  private static final Set<String> OF_FILE = Set.of("law", "version", "inForce", "until", "items");
  private static final Set<String> OF_ITEM = Set.of("code", "type", "stem", "material", "left", "options", "key", "basis", "topic", "stage", "field", "difficulty", "rationale", "items");
  private static final Set<String> OF_PART = Set.of("type", "stem", "left", "options", "key", "marks", "basis", "rationale");
  private static final Set<String> OF_POINT = Set.of("point", "marks");
  private static final Set<String> OF_BASIS = Set.of("law", "version", "article", "quote");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private YamlItems() {}

  /** Never fails: what cannot be read is an error of its line. */
  static ItemFile read(byte[] file) {
    if (file.length > MEGABYTES * 1024 * 1024) return wrong(1, "file.size", MEGABYTES);
    CharBuffer text = CharBuffer.allocate(file.length);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) return wrong(line(file, bytes.position()), "file.utf8");
    // What the scanner takes for one token costs it the square of its length.
    for (int i = 0, start = 0; i < file.length; i++) {
      if (file[i] == '\n') start = i + 1;
      else if (i - start > LONGEST_LINE) return wrong(line(file, i), "file.longLine");
    }
    String read = text.flip().toString();
    return new YamlItems().file(read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read);
  }

  private static int line(byte[] file, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) if (file[i] == '\n') line++;
    return line;
  }

  private static ItemFile wrong(int line, String code, Object... arguments) {
    return new ItemFile(List.of(), List.of(), List.of(ImportReport.Error.of(line, "file", code, arguments)));
  }

  private ItemFile file(String text) {
    try {
      Optional<Node> root = new Composer(LIMITS, new YamlBounds(new ParserImpl(LIMITS, new StreamReader(LIMITS, text)))).getSingleNode();
      if (root.isPresent() && root.get() instanceof MappingNode file) return file(file);
      errors.add(ImportReport.Error.of(1, "items", "file.shape"));
    } catch (MarkedYamlEngineException e) {
      errors.add(ImportReport.Error.of(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), "file", "file.yaml", String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      errors.add(ImportReport.Error.of(1, "file", "file.limits")); // too long, or too many aliases, or characters that YAML does not have
    }
    return new ItemFile(List.of(), List.of(), errors);
  }

  private ItemFile file(MappingNode file) {
    Map<String, Node> keys = entries(file, 1, OF_FILE);
    String law = scalar(keys.get("law"));
    String version = scalar(keys.get("version"));
    LocalDate inForce = date("inForce", keys);
    LocalDate until = date("until", keys);
    List<ItemDraft> drafts = new ArrayList<>();
    if (keys.get("items") instanceof SequenceNode items) {
      for (Node item : items.getValue()) {
        if (item instanceof MappingNode mapping) drafts.add(draft(mapping, law, version));
        else errors.add(ImportReport.Error.of(line(item), "items", "item.mapping"));
      }
    } else errors.add(ImportReport.Error.of(1, "items", "required"));
    // Case analyses rest on several laws and name them where they cite them.
    boolean cases = keys.get("law") == null && !drafts.isEmpty() && drafts.stream().allMatch(draft -> ItemType.CASE.name().equals(draft.type()));
    if (!cases) for (String needed : List.of("law", "version", "inForce")) if (keys.get(needed) == null) errors.add(ImportReport.Error.of(1, needed, "required"));
    return new ItemFile(law == null || version == null || inForce == null ? List.of() : List.of(new ItemFile.Law(law, version, inForce, until)), drafts, errors);
  }

  private ItemDraft draft(MappingNode item, String law, String version) {
    int row = line(item);
    Map<String, Node> keys = entries(item, row, OF_ITEM);
    List<DraftPart> parts = new ArrayList<>();
    for (Node one : children(keys.get("items"))) {
      if (one instanceof MappingNode part) parts.add(part(part, row));
      else errors.add(ImportReport.Error.of(row, "items", "item.mapping"));
    }
    return new ItemDraft(row, scalar(keys.get("code")), question(keys, row), scalar(keys.get("material")), parts, basis(keys, row), law, version,
        scalar(keys.get("topic")), scalar(keys.get("stage")), scalar(keys.get("field")), scalar(keys.get("difficulty")), scalar(keys.get("rationale")));
  }

  private DraftPart part(MappingNode part, int row) {
    Map<String, Node> keys = entries(part, row, OF_PART);
    return new DraftPart(question(keys, row), scalar(keys.get("marks")), basis(keys, row), scalar(keys.get("rationale")));
  }

  private DraftQuestion question(Map<String, Node> keys, int row) {
    Node key = keys.get("key");
    List<String> letters = key instanceof SequenceNode ? children(key).stream().filter(ScalarNode.class::isInstance).map(YamlItems::scalar).toList() : key instanceof ScalarNode ? List.of(scalar(key)) : List.of();
    List<List<String>> blanks = children(key).stream().map(blank -> blank instanceof SequenceNode ? children(blank).stream().map(YamlItems::scalar).toList() : List.of(String.valueOf(scalar(blank)))).toList();
    List<DraftQuestion.Point> points = new ArrayList<>();
    for (Node one : children(key)) if (one instanceof MappingNode point) {
      Map<String, Node> at = entries(point, row, OF_POINT);
      points.add(new DraftQuestion.Point(scalar(at.get("point")), scalar(at.get("marks"))));
    }
    return new DraftQuestion(scalar(keys.get("type")), scalar(keys.get("stem")), texts(keys.get("options"), row), points.isEmpty() ? letters : List.of(), points.isEmpty() ? blanks : List.of(), texts(keys.get("left"), row), texts(key, row), points);
  }

  private List<ItemDraft.DraftBasis> basis(Map<String, Node> keys, int row) {
    List<ItemDraft.DraftBasis> basis = new ArrayList<>();
    for (Node one : children(keys.get("basis"))) {
      Map<String, Node> at = one instanceof MappingNode mapping ? entries(mapping, row, OF_BASIS) : Map.of();
      basis.add(new ItemDraft.DraftBasis(scalar(at.get("law")), scalar(at.get("version")), scalar(at.get("article")), scalar(at.get("quote"))));
    }
    return basis;
  }

  private Map<String, String> texts(Node node, int row) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node instanceof MappingNode given) entries(given, row, null).forEach((name, text) -> texts.put(name, scalar(text)));
    return texts;
  }

  private LocalDate date(String name, Map<String, Node> keys) {
    if (keys.get(name) == null) return null;
    try {
      return LocalDate.parse(String.valueOf(scalar(keys.get(name))));
    } catch (DateTimeException e) {
      errors.add(ImportReport.Error.of(line(keys.get(name)), name, "date"));
      return null;
    }
  }

  /**
   * @param row   of what it belongs to, so that an item with a wrong key counts as one wrong item
   * @param known a name that is not among them is a slip of the pen; null: any
   */
  private Map<String, Node> entries(MappingNode mapping, int row, Set<String> known) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String name = scalar(entry.getKeyNode());
      if (name == null || known != null && !known.contains(name)) errors.add(ImportReport.Error.of(row, "-", "file.name", name == null ? "" : name, line(entry.getKeyNode())));
      else if (entries.put(name, entry.getValueNode()) != null) errors.add(ImportReport.Error.of(row, name, "file.nameTwice", name, line(entry.getKeyNode())));
    }
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
