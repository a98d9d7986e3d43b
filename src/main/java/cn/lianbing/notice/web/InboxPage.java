package cn.lianbing.notice.web;

import cn.lianbing.notice.Inbox;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/** What the reader was told; opening one marks it read. */
@Named
@ViewScoped
public class InboxPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 30;
  @Inject Inbox inbox;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private boolean unreadOnly;
  private int shown = SIZE;
  private transient Page<Inbox.Row> page;

  public List<Inbox.Row> getRows() {
    return page().items();
  }

  public boolean isMore() {
    return page().total() > page().items().size() && shown < Page.LARGEST;
  }

  public void more() {
    shown = Math.min(Page.LARGEST, shown + SIZE);
    page = null;
  }

  public void narrow(boolean unread) {
    unreadOnly = unread;
    shown = SIZE;
    page = null;
  }

  public void read(long id) {
    messages.tried(() -> inbox.read(user.caller(), id));
    page = null;
  }

  /** Marks it read and goes where it leads. */
  public void open(long id) {
    String[] link = new String[1];
    if (!messages.tried(() -> link[0] = inbox.read(user.caller(), id)) || link[0] == null) return;
    var outside = FacesContext.getCurrentInstance().getExternalContext();
    try {
      outside.redirect(outside.getRequestContextPath() + link[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void readAll() {
    if (messages.tried(() -> inbox.readAll(user.caller()))) messages.done("notice.inbox.allRead");
    page = null;
  }

  private Page<Inbox.Row> page() {
    if (page == null) page = inbox.page(user.caller(), texts.texts(), unreadOnly, new Page.Request(1, shown));
    return page;
  }

  public boolean isUnreadOnly() {
    return unreadOnly;
  }
}
