package cn.lianbing.training.web;

import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An officer's sessions: mine, those that are coming. */
@Named
@ViewScoped
public class MySessionsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration AHEAD = Duration.ofDays(120);
  @Inject TrainingSessions sessions;
  @Inject CurrentUser user;
  @Inject Clock clock;
  private transient List<TrainingSessions.Row> mine;

  public List<TrainingSessions.Row> getMine() {
    if (mine == null) mine = sessions.of(user.caller().officerId(), now().minus(Duration.ofHours(12)), now().plus(AHEAD));
    return mine;
  }

  /** Open to everybody, without those that are mine. */
  public List<TrainingSessions.Row> getComing() {
    List<Long> own = getMine().stream().map(TrainingSessions.Row::id).toList();
    return sessions.calendar(user.caller().only("OFFICER"), new TrainingSessions.Filter(now(), now().plus(AHEAD), null, null, null, null, TrainingSession.State.PUBLISHED)).stream().filter(row -> !own.contains(row.id())).toList();
  }

  public List<TrainingSessions.Row> getPast() {
    return sessions.of(user.caller().officerId(), now().minus(Duration.ofDays(365)), now().minus(Duration.ofHours(12)));
  }

  public Instant now() {
    return clock.instant();
  }

  public String getZone() {
    return Times.ZONE.getId();
  }
}
