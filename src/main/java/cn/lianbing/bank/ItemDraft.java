package cn.lianbing.bank;

import cn.lianbing.law.ArticleNumber;
import cn.lianbing.platform.ImportReport;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An item as an import file has it, everything still text, with the row it came from. {@link #check} says all that is wrong
 * with it at once.
 *
 * @param row   as the user's program counts it
 * @param parts for CASE: its questions
 * @param law   the file's law, which a basis may replace by another; null: the first basis's
 */
public record ItemDraft(int row, String code, DraftQuestion question, String material, List<DraftPart> parts, List<DraftBasis> basis, String law, String lawVersion, String topic, String stage, String field, String difficulty, String rationale) implements Serializable {
  /** Stages of a case 办案环节, as the question files name them. */
  public static final Set<String> STAGES = Set.of("立案", "调查取证", "告知", "听证", "决定", "送达", "执行", "救济", "监督", "通则");
  public static final String BLANK = "____";
  private static final int LONGEST_MATERIAL = 20_000;
  private static final int MOST_PARTS = 20;
  private static final int HIGHEST_MARKS = 1000;

  @JsonbCreator
  public ItemDraft {
    parts = parts == null ? List.of() : parts;
    basis = basis == null ? List.of() : basis;
  }

  /** A basis as written; law and version null where they are the file's. */
  public record DraftBasis(String law, String version, String article, String quote) implements Serializable {
    @JsonbCreator
    public DraftBasis {}
  }

  /** A checked draft. */
  record Checked(String code, ItemContent content, AnswerKey key) {}

  /** Of the types that have neither columns nor a scheme nor questions of their own. */
  public ItemDraft(int row, String code, String type, String stem, String material, Map<String, String> options, List<String> key, List<List<String>> blanks, List<DraftBasis> basis, String law, String lawVersion, String topic, String stage, String field, String difficulty, String rationale) {
    this(row, code, new DraftQuestion(type, stem, options, key, blanks), material, List.of(), basis, law, lawVersion, topic, stage, field, difficulty, rationale);
  }

  /** An item as the bank has it, to be written to a file or changed. */
  public static ItemDraft of(String code, ItemContent content, AnswerKey key) {
    return DraftOf.item(code, content, key);
  }

  public String type() {
    return question.type();
  }

  public String stem() {
    return question.stem();
  }

  public Map<String, String> options() {
    return question.options();
  }

  public List<String> key() {
    return question.key();
  }

  public List<List<String>> blanks() {
    return question.blanks();
  }

  /** The law under which the item is kept: a CASE that rests on several may leave it to its first article. */
  public String keptLaw() {
    return law != null ? law : first() == null ? null : first().law();
  }

  public String keptVersion() {
    return law != null || lawVersion != null ? lawVersion : first() == null ? null : first().version();
  }

  private DraftBasis first() {
    return !basis.isEmpty() ? basis.get(0) : parts.stream().flatMap(part -> part.basis().stream()).findFirst().orElse(null);
  }

  /** @return the item, or null with all that is wrong added to {@code errors} */
  Checked check(List<ImportReport.Error> errors) {
    List<ImportReport.Error> mine = new ArrayList<>();
    DraftQuestion.Faults faults = (name, error, arguments) -> mine.add(ImportReport.Error.of(row, name, error, arguments));
    ItemType kind = kind(question.type(), "type", faults);
    boolean whole = kind == ItemType.CASE;
    if (code == null || !code.matches("[A-Za-z0-9-]{3,40}")) faults.add("code", "item.code");
    DraftQuestion.required("topic", topic, 120, faults);
    if (!whole || rationale != null && !rationale.isBlank()) DraftQuestion.required("rationale", rationale, 2000, faults);
    if (stage == null || !STAGES.contains(stage)) faults.add("stage", "item.stage", String.join("、", new TreeSet<>(STAGES)));
    if (difficulty == null || !difficulty.matches("[1-5]")) faults.add("difficulty", "item.difficulty");
    DraftQuestion.required("law", keptLaw(), 100, faults);
    DraftQuestion.required("version", keptVersion(), 40, faults);
    longest("field", field, 40, faults);
    longest("material", material, LONGEST_MATERIAL, faults);
    if (material != null) Marked.check("material", material, faults);
    List<Basis> articles = articles(basis, "", faults);
    if (basis.isEmpty() && !whole) faults.add("basis", "item.basis");
    if (!whole && !parts.isEmpty()) faults.add("items", "item.noParts");
    Checked found = kind == null ? null : whole ? whole(articles, faults) : simple(kind, articles, faults);
    errors.addAll(mine);
    return mine.isEmpty() ? found : null;
  }

  private Checked simple(ItemType kind, List<Basis> articles, DraftQuestion.Faults faults) {
    DraftQuestion.Checked asked = question.check(kind, faults);
    if (asked == null) return null;
    return checked(kind, asked.stem(), asked.options(), asked.blankCount(), articles, asked.left(), List.of(), asked.marks(), asked.key());
  }

  /** A CASE: its questions decide what it is worth. */
  private Checked whole(List<Basis> articles, DraftQuestion.Faults faults) {
    DraftQuestion.required("material", material, LONGEST_MATERIAL, faults);
    longest("stem", question.stem(), 2000, faults);
    if (question.stem() != null) Marked.check("stem", question.stem(), faults);
    if (parts.isEmpty() || parts.size() > MOST_PARTS) faults.add("items", "item.parts", MOST_PARTS);
    if (!question.options().isEmpty()) faults.add("options", "item.noOptions");
    if (!question.key().isEmpty() || !question.points().isEmpty() || !question.pairs().isEmpty()) faults.add("key", "item.noKey");
    List<ItemPart> asked = new ArrayList<>();
    List<AnswerKey> keys = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) part(i + 1, parts.get(i), asked, keys, faults);
    int marks = asked.stream().mapToInt(ItemPart::marks).sum();
    if (marks > HIGHEST_MARKS) faults.add("items", "item.marksTogether", HIGHEST_MARKS / 10);
    if (articles.isEmpty() && asked.stream().allMatch(one -> one.basis().isEmpty())) faults.add("basis", "item.basis");
    return checked(ItemType.CASE, question.stem() == null ? "" : question.stem().strip(), List.of(), 0, articles, List.of(), asked, marks, AnswerKey.ofParts(keys));
  }

  private void part(int number, DraftPart part, List<ItemPart> asked, List<AnswerKey> keys, DraftQuestion.Faults faults) {
    String before = "items." + number + ".";
    DraftQuestion.Faults here = (name, error, arguments) -> faults.add(before + name, error, arguments);
    ItemType kind = kind(part.question().type(), "type", here);
    if (kind == ItemType.CASE) here.add("type", "item.caseInCase");
    Integer marks = DraftQuestion.tenths(part.marks());
    if (marks == null) here.add("marks", "item.marks");
    longest("rationale", part.rationale(), 2000, here);
    List<Basis> articles = articles(part.basis(), before, faults);
    DraftQuestion.Checked good = kind == null || kind == ItemType.CASE ? null : part.question().check(kind, here);
    if (good == null || marks == null) return;
    if (good.marks() != null && !good.marks().equals(marks)) here.add("marks", "item.marksOfPoints", DraftQuestion.written(good.marks()), DraftQuestion.written(marks));
    asked.add(new ItemPart(kind, good.stem(), good.options(), good.left(), good.blankCount(), marks, part.rationale() == null ? "" : part.rationale().strip(), articles));
    keys.add(good.key());
  }

  private Checked checked(ItemType kind, String stem, List<Option> options, int blanks, List<Basis> articles, List<Option> left, List<ItemPart> asked, Integer marks, AnswerKey answer) {
    if (difficulty == null || !difficulty.matches("[1-5]") || topic == null) return null;
    return new Checked(code, new ItemContent(kind, stem, material == null || material.isBlank() ? null : material.strip(), options, blanks, rationale == null ? "" : rationale.strip(), articles, keptLaw(), keptVersion(), topic.strip(), stage, field == null || field.isBlank() ? "通用" : field.strip(), Integer.parseInt(difficulty), left, asked, marks), answer);
  }

  private static ItemType kind(String type, String name, DraftQuestion.Faults faults) {
    for (ItemType kind : ItemType.values()) if (kind.name().equals(type)) return kind;
    faults.add(name, "item.type", String.valueOf(type));
    return null;
  }

  private List<Basis> articles(List<DraftBasis> written, String before, DraftQuestion.Faults faults) {
    List<Basis> found = new ArrayList<>();
    for (DraftBasis one : written) {
      ArticleNumber number = ArticleNumber.of(one.article()).orElse(null);
      if (number == null) faults.add(before + "basis", "item.article");
      else if (one.quote() != null && one.quote().length() > 60) faults.add(before + "basis", "tooLong", 60);
      else found.add(new Basis(one.law() == null ? keptLaw() : one.law(), one.version() == null ? keptVersion() : one.version(), number, one.quote() == null ? "" : one.quote().strip()));
    }
    return found;
  }

  private static void longest(String name, String value, int longest, DraftQuestion.Faults faults) {
    if (value != null && value.length() > longest) faults.add(name, "tooLong", longest);
  }
}
