package cn.lianbing.bank.web;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.Basis;
import cn.lianbing.bank.Citations;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemFlags;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Marked;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One item with its key. */
@Named
@ViewScoped
public class ItemPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Items items;
  @Inject ItemLifecycle lifecycle;
  @Inject Citations citations;
  @Inject ItemFlags flags;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String code;
  private Items.Detail item;

  /** An option as shown; right and wrong are the options of a TRUE_FALSE. */
  public record Choice(String letter, String text, boolean right) {}

  public void load() {
    messages.found(() -> item = items.detail(code == null ? "" : code));
  }

  public String retire() {
    return change(() -> lifecycle.retire(user.caller(), code), "bank.item.retired");
  }

  public String reinstate() {
    return change(() -> lifecycle.reinstate(user.caller(), code), "bank.item.reinstated");
  }

  private String change(Messages.Action action, String done) {
    if (!messages.tried(action)) return null;
    messages.done(done, code);
    return "/staff/bank/item.xhtml?faces-redirect=true&code=" + code;
  }

  /** What is asked: the item itself, or after it each question of a CASE. @param part 0 for the item itself */
  public record Asked(int part, ItemPart question, AnswerKey key, List<Choice> choices) {
    /** B → A → C */
    public String sequence() {
      return String.join(" → ", key.choice());
    }
  }

  public List<Asked> getAsked() {
    List<Asked> asked = new ArrayList<>();
    ItemContent content = item.content();
    if (content.type() != ItemType.CASE || !content.stem().isBlank()) asked.add(asked(0, content.asked(0), item.key()));
    for (int part = 1; part <= content.parts().size(); part++) asked.add(asked(part, content.asked(part), item.key().parts().get(part - 1)));
    return asked;
  }

  private Asked asked(int part, ItemPart question, AnswerKey key) {
    List<String> right = question.type().choice() ? key.choice() : List.of();
    if (question.type() == ItemType.TRUE_FALSE) return new Asked(part, question, key, List.of(new Choice("A", texts.get("bank.item.true"), right.contains("A")), new Choice("B", texts.get("bank.item.false"), right.contains("B"))));
    return new Asked(part, question, key, question.options().stream().map(one -> new Choice(one.key(), one.text(), right.contains(one.key()))).toList());
  }

  /** What counts as right in a blank, in one line. */
  public String joined(List<String> variants) {
    return String.join(" / ", variants);
  }

  public List<Marked.Block> blocks(String text) {
    return Marked.blocks(text);
  }

  /** 《行政处罚法》（2021修订）第三十六条 */
  public String source(Basis basis) {
    boolean chinese = texts.texts().locale().equals(Texts.CHINESE);
    return texts.of("bank.item.basis", basis.law(), basis.version(), chinese ? basis.number().label() : basis.plain());
  }

  public List<Citations.Row> getCitations() {
    return citations.ofItem(code);
  }

  /** What waits for a decision. */
  public List<ItemFlags.Flag> getFlags() {
    return flags.ofItem(code);
  }

  public String getWritten() {
    return Times.text(item.writtenAt());
  }

  public Items.Detail getItem() {
    return item;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
