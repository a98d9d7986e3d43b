package cn.lianbing.training.web;

import cn.lianbing.credit.CreditRules;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.training.SessionMaterials;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One session as an officer sees it. */
@Named
@ViewScoped
public class MySessionPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject TrainingSessions sessions;
  @Inject SessionMaterials materials;
  @Inject CreditRules rules;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private long id;
  private transient TrainingSessions.Row row;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("trainingSession", asked);
      getRow();
    });
  }

  public TrainingSessions.Row getRow() {
    if (row == null) row = sessions.row(user.caller().only("OFFICER"), id);
    return row;
  }

  public TrainingSession getSession() {
    return sessions.get(id);
  }

  public List<SessionMaterials.Row> getMaterials() {
    return materials.of(user.caller().only("OFFICER"), id);
  }

  /** Hundredths that it brings to who is there from beginning to end. */
  public int getHours() {
    return rules.hundredths(getSession().minutes(), getRow().from().atZone(Times.ZONE).toLocalDate());
  }

  public long getId() {
    return id;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
