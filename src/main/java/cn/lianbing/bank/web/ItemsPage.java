package cn.lianbing.bank.web;

import cn.lianbing.bank.Item;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.web.LazyRows;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The bank as a list. The filter is in the address, so that one comes back to it from an item, and the export's link has it as well. */
@Named
@ViewScoped
public class ItemsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Items items;
  private final Map<String, String> asked = new LinkedHashMap<>();
  private List<Items.Row> chosen = List.of();
  private Items.Facets facets;
  private final LazyRows<Items.Row> rows = new LazyRows<>(request -> items.page(getFilter(), request), Items.Row::id);

  public void load() {
    Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    for (String name : Items.Filter.PARAMETERS) if (parameters.get(name) != null && !parameters.get(name).isBlank()) asked.put(name, parameters.get(name));
  }

  /** What somebody typed into the address and is no such value narrows nothing. */
  public Items.Filter getFilter() {
    return Items.Filter.asked(asked::get);
  }

  /** The filter as the address has it. */
  public Map<String, String> getAsked() {
    return asked;
  }

  /** For links: {@code ?q=…&topic=…} parts that are set. */
  public List<Map.Entry<String, String>> getParameters() {
    return List.copyOf(asked.entrySet());
  }

  public LazyRows<Items.Row> getRows() {
    return rows;
  }

  public boolean isBlank() {
    return items.count() == 0;
  }

  public boolean isFiltered() {
    return !asked.isEmpty();
  }

  /** Whether more than word, topic, type and state narrow it. */
  public boolean isNarrowed() {
    return asked.keySet().stream().anyMatch(name -> !List.of("q", "topic", "type", "state").contains(name));
  }

  public List<String> getTopics() {
    return items.topics();
  }

  public List<String> getTags() {
    return items.tags();
  }

  public Items.Facets getFacets() {
    if (facets == null) facets = items.facets();
    return facets;
  }

  public List<String> getStages() {
    return List.copyOf(new TreeSet<>(ItemDraft.STAGES));
  }

  public ItemType[] getTypes() {
    return ItemType.values();
  }

  public Item.State[] getStates() {
    return Item.State.values();
  }

  public List<Items.Row> getChosen() {
    return chosen;
  }

  public void setChosen(List<Items.Row> chosen) {
    this.chosen = chosen;
  }
}
