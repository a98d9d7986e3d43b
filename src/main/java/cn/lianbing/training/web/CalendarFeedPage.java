package cn.lianbing.training.web;

import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PublicAddress;
import cn.lianbing.training.CalendarFeeds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The card for calendar programs: an officer's own sessions, or at the desk those of a unit. */
@Named
@ViewScoped
public class CalendarFeedPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject CalendarFeeds feeds;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PublicAddress addresses;
  private Long unitId;
  private String address;

  /** A new address for a calendar program; the old one ends. */
  public void open() {
    messages.tried(() -> address = addresses.of(CalendarServlet.path(feeds.open(user.caller(), unitId))));
  }

  public void close(long id) {
    if (messages.tried(() -> feeds.close(user.caller(), id))) address = null;
  }

  /** Addresses that are open now; not what they are, which is kept nowhere. */
  public List<CalendarFeeds.Row> getOpened() {
    return feeds.of(user.caller());
  }

  /** Those whose feed the caller may have. */
  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public String getWebcal() {
    return address == null ? null : webcal(address);
  }

  /** What calendar programs open of themselves. */
  static String webcal(String address) {
    return address.replaceFirst("^https?", "webcal");
  }

  public String getAddress() {
    return address;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }
}
