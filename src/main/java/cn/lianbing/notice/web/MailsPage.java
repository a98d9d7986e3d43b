package cn.lianbing.notice.web;

import cn.lianbing.notice.MailQueue;
import cn.lianbing.notice.OutgoingMail;
import cn.lianbing.notice.SmtpSettings;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The e-mail queue: what failed, why, and once more. */
@Named
@ViewScoped
public class MailsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject MailQueue queue;
  @Inject SmtpSettings smtp;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private Integer days;
  private OutgoingMail.State state = OutgoingMail.State.FAILED;
  private final LazyRows<MailQueue.Row> rows = new LazyRows<>(request -> queue.page(user.caller(), texts.texts(), state, request), MailQueue.Row::id);

  @PostConstruct
  void begin() {
    days = queue.keptDays();
  }

  public void sendAgain(long id) {
    if (messages.tried(() -> queue.sendAgain(user.caller(), id))) messages.done("notice.mails.again.done");
  }

  public LazyRows<MailQueue.Row> getRows() {
    return rows;
  }

  public Map<OutgoingMail.State, Long> getCounts() {
    return queue.counts(user.caller());
  }

  public List<OutgoingMail.State> getStates() {
    return List.of(OutgoingMail.State.values());
  }

  public void keep() {
    if (messages.tried(() -> queue.keep(user.caller(), days))) messages.done("notice.mails.kept", days);
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public boolean isPossible() {
    return smtp.on();
  }

  public OutgoingMail.State getState() {
    return state;
  }

  public void setState(OutgoingMail.State state) {
    this.state = state;
  }
}
