package cn.lianbing.people.web;

import cn.lianbing.people.SignIn;
import cn.lianbing.people.SignedInPeople;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Knows who opens a page. The session holds the account's id and stamp only, and each request reads the account afresh, so that
 * a changed role or password counts at once. Payara's own memory of the caller ({@code @AutoApplySession}) is not used: it
 * forgets roles under load and on another node (payara/Payara #6145, #6342). The API has bearer tokens instead.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
  private static final String KEY = "lianbing.signedIn";
  private static final String SIGN_IN = "/public/people/sign-in.xhtml";
  private static final String PASSWORD = "/public/people/password.xhtml";
  private static final String NOTICE = "/public/people/notice.xhtml";
  @Inject SignedInPeople people;
  @Inject CurrentUser user;

  /** What the session remembers. */
  private record Remembered(long accountId, int stamp) implements Serializable {}

  @Override
  public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String path = request.getServletPath();
    if (path.startsWith("/api/") || path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/")) return context.doNothing();
    user.is(Caller.anonymous(request.getRemoteAddr()));
    HttpSession session = request.getSession(false);
    Optional<SignIn.SignedIn> found = session != null && session.getAttribute(KEY) instanceof Remembered remembered ? people.still(remembered.accountId(), remembered.stamp(), request.getRemoteAddr()) : Optional.empty();
    if (found.isEmpty()) return context.isProtected() ? redirect(request, response, SIGN_IN + "?from=" + encoded(request), context) : context.doNothing();
    SignIn.SignedIn signedIn = found.get();
    user.is(signedIn.caller());
    if (context.isProtected() && signedIn.passwordChangeRequired()) return redirect(request, response, PASSWORD, context);
    if (context.isProtected() && !signedIn.noticeAccepted()) return redirect(request, response, NOTICE + "?from=" + encoded(request), context);
    return context.notifyContainerAboutLogin(signedIn.caller().name(), signedIn.caller().roles());
  }

  /** A new session id: one that was planted before the sign-in is worthless after it. */
  static void remember(HttpServletRequest request, SignIn.SignedIn signedIn) {
    request.getSession(true);
    request.changeSessionId();
    restamp(request, signedIn.caller().accountId(), signedIn.stamp());
  }

  static void restamp(HttpServletRequest request, long accountId, int stamp) {
    request.getSession().setAttribute(KEY, new Remembered(accountId, stamp));
  }

  private static AuthenticationStatus redirect(HttpServletRequest request, HttpServletResponse response, String to, HttpMessageContext context) {
    String target = request.getContextPath() + to;
    if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) return context.redirect(target);
    try {
      // A script waits for XML here; a plain redirect would leave the page as if nothing had happened.
      response.setContentType("text/xml;charset=UTF-8");
      response.getWriter().write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + target.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(HttpServletRequest request) {
    String query = request.getQueryString();
    return URLEncoder.encode(request.getServletPath() + (query == null || !request.getMethod().equals("GET") ? "" : "?" + query), StandardCharsets.UTF_8);
  }
}
