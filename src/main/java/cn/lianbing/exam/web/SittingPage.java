package cn.lianbing.exam.web;

import cn.lianbing.exam.Attempts;
import cn.lianbing.exam.AttemptTokens;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the exam page is handed: its attempt, a token for it, its words. The page has no form and no view parameters, so this reads the request itself. */
@Named
@RequestScoped
public class SittingPage {
  private static final String WORDS = "sitting.js.";
  private static final Duration SPARE = Duration.ofMinutes(30);
  @Inject Attempts attempts;
  @Inject AttemptTokens tokens;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private Long attemptId;
  private String token;

  @PostConstruct
  void open() {
    messages.found(() -> {
      attemptId = NotFound.id("attempt", FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("attempt"));
      token = tokens.issue(user.caller(), attemptId);
      outlast(Duration.between(clock.instant(), attempts.own(user.caller(), attemptId).deadline()));
    });
  }

  /** Answers go by the token and do not touch the session: it must not run out meanwhile. */
  private static void outlast(Duration remaining) {
    var faces = FacesContext.getCurrentInstance().getExternalContext();
    int seconds = (int) remaining.plus(SPARE).toSeconds();
    if (seconds > faces.getSessionMaxInactiveInterval()) faces.setSessionMaxInactiveInterval(seconds);
  }

  public Long getAttemptId() {
    return attemptId;
  }

  public String getToken() {
    return token;
  }

  /** JSON that can stand in a script element: no {@code <} ends it. */
  public String getTexts() {
    Map<String, String> words = new TreeMap<>();
    for (String key : texts.texts().keys(WORDS)) words.put(key.substring(WORDS.length()), texts.get(key));
    return Json.write(words).replace("<", "\\u003c");
  }
}
