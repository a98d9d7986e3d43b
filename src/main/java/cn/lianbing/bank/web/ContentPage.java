package cn.lianbing.bank.web;

import cn.lianbing.bank.ItemDraft;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What an item says, for pages of other components: they hand over what is stored and take back what was typed. */
@Named
@ViewScoped
public class ContentPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private ItemForm form;

  /** @param item null where the page has nothing to show */
  public void show(ItemDraft item) {
    if (item != null && form == null) form = ItemForm.of(item);
  }

  public ItemForm getForm() {
    return form;
  }

  /** Question, material and questions of a case as typed; nothing else is in it. */
  public ItemDraft getTyped() {
    return form.draft(null, List.of(), null, null, null, null, null, null, null);
  }
}
