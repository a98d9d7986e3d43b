package cn.lianbing.bank.web;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.DraftPart;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an item says, as {@code includes/bank/content.xhtml} shows and changes it. The page around it holds one in a view scoped
 * bean, and all that is said about the item: its code, law, topic and articles.
 */
public class ItemForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private QuestionForm question;
  private String material;
  private final List<QuestionForm> parts = new ArrayList<>();

  /** A new one. */
  public ItemForm() {
    question = QuestionForm.fresh();
  }

  public static ItemForm of(ItemContent content, AnswerKey key) {
    return of(ItemDraft.of("-", content, key));
  }

  public static ItemForm of(ItemDraft draft) {
    ItemForm form = new ItemForm();
    form.question = QuestionForm.of(draft.question());
    form.material = draft.material();
    draft.parts().forEach(part -> form.parts.add(QuestionForm.of(part)));
    return form;
  }

  /** With what the page around it knows, to be checked and stored as any imported item is. Fields of a type that was left are not in it. */
  public ItemDraft draft(String code, List<ItemDraft.DraftBasis> basis, String law, String lawVersion, String topic, String stage, String field, String difficulty, String rationale) {
    List<DraftPart> asked = isWhole() ? parts.stream().map(QuestionForm::part).toList() : List.of();
    return new ItemDraft(1, code, question.draft(), blank(material) ? null : material, asked, basis, law, lawVersion, topic, stage, field, difficulty, rationale);
  }

  /** Whether it is a CASE. */
  public boolean isWhole() {
    return question.getType() == ItemType.CASE;
  }

  public void addPart() {
    QuestionForm part = QuestionForm.fresh();
    part.setMarks("2");
    parts.add(part);
  }

  public void removePart(int index) {
    parts.remove(index);
  }

  public void movePart(int index, int by) {
    if (index + by >= 0 && index + by < parts.size()) Collections.swap(parts, index, index + by);
  }

  /** For the type's menu: something was chosen. */
  public void typed() {
    question.typed();
    if (isWhole() && parts.isEmpty()) addPart();
  }

  public ItemType[] getTypes() {
    return ItemType.values();
  }

  /** Those of a CASE's questions. */
  public List<ItemType> getPartTypes() {
    return List.of(ItemType.values()).subList(0, ItemType.CASE.ordinal());
  }

  public QuestionForm getQuestion() {
    return question;
  }

  public List<QuestionForm> getParts() {
    return parts;
  }

  public String getMaterial() {
    return material;
  }

  public void setMaterial(String material) {
    this.material = material;
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
