package cn.lianbing.bank.web;

import cn.lianbing.bank.Basis;
import cn.lianbing.bank.Citations;
import cn.lianbing.bank.ItemFlags;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
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

  public List<Choice> getChoices() {
    List<String> right = item.key().choice();
    if (item.content().type() == ItemType.TRUE_FALSE) return List.of(new Choice("A", texts.get("bank.item.true"), right.contains("A")), new Choice("B", texts.get("bank.item.false"), right.contains("B")));
    return item.content().options().stream().map(one -> new Choice(one.key(), one.text(), right.contains(one.key()))).toList();
  }

  /** For each blank what counts as right, in one line. */
  public List<String> getBlanks() {
    List<String> blanks = new ArrayList<>();
    for (List<String> variants : item.key().blanks()) blanks.add(String.join(" / ", variants));
    return blanks;
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
