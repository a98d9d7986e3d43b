package cn.lianbing.practice.web;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import cn.lianbing.practice.PracticeTokens;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the drill page is handed: what to ask for, a token, its words. It has no form, so this reads the request itself. */
@Named
@RequestScoped
public class DrillPage {
  private static final List<String> ASKED = List.of("from", "law", "topic", "stage", "field", "type", "size");
  @Inject PracticeTokens tokens;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String token;

  @PostConstruct
  void open() {
    messages.found(() -> token = tokens.issue(user.caller()));
  }

  public String getToken() {
    return token;
  }

  /** Whose queue it is: two people may share a browser. */
  public Long getOfficerId() {
    return user.caller().officerId();
  }

  /** The query for the API, of what it knows alone. */
  public String getQuery() {
    Map<String, String> asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    List<String> parts = new ArrayList<>();
    for (String name : ASKED) if (asked.get(name) != null && !asked.get(name).isBlank()) parts.add(name + "=" + URLEncoder.encode(asked.get(name), StandardCharsets.UTF_8));
    return String.join("&", parts);
  }

  /** JSON that can stand in a script element: no {@code <} ends it. The words of questions are the exam page's. */
  public String getTexts() {
    Map<String, String> words = new TreeMap<>();
    for (String prefix : List.of("sitting.js.", "practice.js.")) for (String key : texts.texts().keys(prefix)) words.put(key.substring(prefix.length()), texts.get(key));
    return Json.write(words).replace("<", "\\u003c");
  }
}
