package cn.lianbing.bank.web;

import cn.lianbing.bank.Item;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.web.LazyRows;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The bank as a list. The filter is in the address, so that one comes back to it from an item. */
@Named
@ViewScoped
public class ItemsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Items items;
  private String q;
  private String topic;
  private String type;
  private String state;
  private final LazyRows<Items.Row> rows = new LazyRows<>(request -> items.page(new Items.Filter(q, topic, known(ItemType.values(), type), known(Item.State.values(), state)), request), Items.Row::id);

  /** What somebody typed into the address and is no such value narrows nothing. */
  private static <E extends Enum<E>> E known(E[] values, String name) {
    return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  public LazyRows<Items.Row> getRows() {
    return rows;
  }

  public boolean isBlank() {
    return items.count() == 0;
  }

  public boolean isFiltered() {
    return q != null || topic != null || type != null || state != null;
  }

  public List<String> getTopics() {
    return items.topics();
  }

  public ItemType[] getTypes() {
    return ItemType.values();
  }

  public Item.State[] getStates() {
    return Item.State.values();
  }

  public String getQ() {
    return q;
  }

  public void setQ(String q) {
    this.q = q;
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }
}
