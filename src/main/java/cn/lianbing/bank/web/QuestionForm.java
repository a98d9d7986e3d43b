package cn.lianbing.bank.web;

import cn.lianbing.bank.DraftPart;
import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Marked;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is asked, as the form has it: an item's own question, or one of a CASE. */
public class QuestionForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private ItemType type = ItemType.SINGLE;
  private String stem;
  private boolean right = true;
  private final List<FormRow> options = new ArrayList<>();
  private final List<FormRow> left = new ArrayList<>();
  private final List<FormRow> blanks = new ArrayList<>();
  private final List<FormRow> points = new ArrayList<>();
  private String marks;
  private String rationale;
  private final List<BasisForm> basis = new ArrayList<>();

  static QuestionForm fresh() {
    QuestionForm form = new QuestionForm();
    for (int i = 0; i < 4; i++) form.addOption();
    return form;
  }

  static QuestionForm of(DraftPart part) {
    QuestionForm form = of(part.question());
    form.marks = part.marks();
    form.rationale = part.rationale();
    part.basis().forEach(one -> form.basis.add(new BasisForm(one)));
    return form;
  }

  static QuestionForm of(DraftQuestion draft) {
    QuestionForm form = new QuestionForm();
    form.type = Arrays.stream(ItemType.values()).filter(one -> one.name().equals(draft.type())).findFirst().orElse(ItemType.SINGLE);
    form.stem = draft.stem();
    form.right = draft.key().contains("true");
    draft.options().forEach((letter, text) -> form.options.add(new FormRow(text, draft.key().contains(letter), String.valueOf(1 + draft.key().indexOf(letter)))));
    draft.left().forEach((number, text) -> form.left.add(new FormRow(text, false, draft.pairs().get(number))));
    draft.blanks().forEach(variants -> form.blanks.add(new FormRow(String.join("\n", variants), false, null)));
    draft.points().forEach(point -> form.points.add(new FormRow(point.text(), false, point.marks())));
    return form;
  }

  DraftPart part() {
    return new DraftPart(draft(), type == ItemType.SHORT_TEXT && ItemForm.blank(marks) ? getSum() : marks, basis.stream().map(BasisForm::draft).toList(), rationale);
  }

  DraftQuestion draft() {
    Map<String, String> shown = new LinkedHashMap<>();
    if (isLettered()) for (int i = 0; i < options.size(); i++) shown.put(letter(i), options.get(i).getText());
    Map<String, String> column = new LinkedHashMap<>();
    Map<String, String> pairs = new LinkedHashMap<>();
    if (type == ItemType.MATCH) for (int i = 0; i < left.size(); i++) {
      column.put(String.valueOf(i + 1), left.get(i).getText());
      if (!ItemForm.blank(left.get(i).getMark())) pairs.put(String.valueOf(i + 1), left.get(i).getMark());
    }
    List<List<String>> variants = type == ItemType.FILL ? blanks.stream().map(one -> ItemForm.blank(one.getText()) ? List.<String>of() : one.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList()).toList() : List.of();
    List<DraftQuestion.Point> scheme = type == ItemType.SHORT_TEXT ? points.stream().map(one -> new DraftQuestion.Point(one.getText(), one.getMark())).toList() : List.of();
    return new DraftQuestion(type.name(), stem, shown, letters(), variants, column, pairs, scheme);
  }

  private List<String> letters() {
    return switch (type) {
      case TRUE_FALSE -> List.of(String.valueOf(right));
      case SINGLE, MULTIPLE -> IntStream.range(0, options.size()).filter(i -> options.get(i).isRight()).mapToObj(QuestionForm::letter).toList();
      case ORDER -> IntStream.range(0, options.size()).boxed().sorted(Comparator.comparing(i -> options.get(i).place())).map(QuestionForm::letter).toList();
      default -> List.of();
    };
  }

  /** Another type was chosen: what it needs is there. */
  public void typed() {
    if (isLettered()) while (options.size() < 3) addOption();
    if (type == ItemType.ORDER) for (int i = 0; i < options.size(); i++) options.get(i).setMark(String.valueOf(i + 1));
    if (type == ItemType.MATCH) while (left.size() < 3) addLeft();
    if (type == ItemType.FILL && blanks.isEmpty()) addBlank();
    if (type == ItemType.SHORT_TEXT && points.isEmpty()) addPoint();
  }

  public static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  /** Has options with letters. */
  public boolean isLettered() {
    return type == ItemType.SINGLE || type == ItemType.MULTIPLE || type == ItemType.ORDER || type == ItemType.MATCH;
  }

  public void addOption() {
    if (options.size() < 8) options.add(new FormRow("", false, String.valueOf(options.size() + 1)));
  }

  public void addLeft() {
    if (left.size() < 9) left.add(new FormRow("", false, null));
  }

  public void addBlank() {
    blanks.add(new FormRow("", false, null));
  }

  public void addPoint() {
    points.add(new FormRow("", false, "1"));
  }

  public void addBasis() {
    basis.add(new BasisForm());
  }

  /** A row of any of the lists. */
  public void remove(List<?> rows, int index) {
    rows.remove(index);
  }

  public void move(List<?> rows, int index, int by) {
    if (index + by >= 0 && index + by < rows.size()) Collections.swap(rows, index, index + by);
  }

  public List<String> getLetters() {
    return IntStream.range(0, options.size()).mapToObj(QuestionForm::letter).toList();
  }

  public List<String> getPlaces() {
    return IntStream.rangeClosed(1, options.size()).mapToObj(String::valueOf).toList();
  }

  /** What the scheme's points come to; empty while one of them is no number. */
  public String getSum() {
    try {
      return points.stream().map(one -> new java.math.BigDecimal(one.getMark().strip())).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException | NullPointerException e) {
      return "";
    }
  }

  /** The stem without what only the program reads, a gap as the examinee sees it. */
  public String getShownStem() {
    return stem == null ? "" : stem.replace(ItemDraft.BLANK, "＿＿＿＿");
  }

  /** What stands in a text, for the preview. */
  public List<Marked.Block> blocks(String text) {
    return Marked.blocks(text);
  }

  public ItemType getType() {
    return type;
  }

  public void setType(ItemType type) {
    this.type = type;
  }

  public String getStem() {
    return stem;
  }

  public void setStem(String stem) {
    this.stem = stem;
  }

  public boolean isRight() {
    return right;
  }

  public void setRight(boolean right) {
    this.right = right;
  }

  public List<FormRow> getOptions() {
    return options;
  }

  public List<FormRow> getLeft() {
    return left;
  }

  public List<FormRow> getBlanks() {
    return blanks;
  }

  public List<FormRow> getPoints() {
    return points;
  }

  public String getMarks() {
    return marks;
  }

  public void setMarks(String marks) {
    this.marks = marks;
  }

  public String getRationale() {
    return rationale;
  }

  public void setRationale(String rationale) {
    this.rationale = rationale;
  }

  public List<BasisForm> getBasis() {
    return basis;
  }
}
