package cn.lianbing.platform.web;

import cn.lianbing.platform.Texts;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Map;

/**
 * The language of pages is the reader's choice ({@code ?lang=en}, kept in a cookie), Chinese without one. What the browser
 * claims does not count: many office machines run an English browser under a Chinese reader.
 */
public class LanguageViewHandler extends ViewHandlerWrapper {
  private static final int YEAR = 365 * 24 * 3600;

  public LanguageViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext faces) {
    String chosen = faces.getExternalContext().getRequestParameterMap().get("lang");
    if ("en".equals(chosen) || "zh_CN".equals(chosen)) {
      faces.getExternalContext().addResponseCookie("lang", chosen, Map.of("path", "/", "maxAge", YEAR, "httpOnly", true));
      return "en".equals(chosen) ? Locale.ENGLISH : Texts.CHINESE;
    }
    return faces.getExternalContext().getRequestCookieMap().get("lang") instanceof Cookie cookie && cookie.getValue().equals("en") ? Locale.ENGLISH : Texts.CHINESE;
  }
}
