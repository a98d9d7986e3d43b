package cn.lianbing.notice.web;

import cn.lianbing.notice.Inbox;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The bell in the frame of every page. */
@Named
@RequestScoped
public class BellPage {
  private static final int SHOWN = 99;
  @Inject Inbox inbox;
  @Inject CurrentUser user;
  private Long unread;

  public long getUnread() {
    if (unread == null) unread = inbox.unread(user.caller());
    return unread;
  }

  public String getFigure() {
    return getUnread() > SHOWN ? SHOWN + "+" : Long.toString(getUnread());
  }
}
