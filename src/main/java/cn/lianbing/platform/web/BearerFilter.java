package cn.lianbing.platform.web;

import cn.lianbing.platform.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

/**
 * Lets a request to the API through when its bearer token is good and its roles suffice. Cookies count for nothing here, so a
 * page of another site cannot act for somebody who is signed in.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class BearerFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;
  @Context HttpServletRequest request;
  @Inject Instance<BearerTokens> kinds;
  @Inject CurrentUser user;
  @Inject Problems problems;

  @Override
  public void filter(ContainerRequestContext context) {
    String address = request.getRemoteAddr();
    user.is(Caller.anonymous(address));
    Optional<Caller> caller = token(context).flatMap(token -> kinds.stream().filter(kind -> token.startsWith(kind.prefix())).findFirst().flatMap(kind -> kind.caller(token, address)));
    caller.ifPresent(user::is);
    if (annotation(Public.class).isPresent()) return;
    if (caller.isEmpty()) context.abortWith(problems.response(401, "not-signed-in", context.getAcceptableLanguages()));
    else if (annotation(Roles.class).map(roles -> !caller.get().hasAny(roles.value())).orElse(false)) context.abortWith(problems.response(403, "forbidden", context.getAcceptableLanguages()));
  }

  private static Optional<String> token(ContainerRequestContext context) {
    String header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? Optional.of(header.substring(7).strip()) : Optional.empty();
  }

  /** The method's annotation, or else its class's. */
  private <A extends java.lang.annotation.Annotation> Optional<A> annotation(Class<A> type) {
    for (AnnotatedElement element : new AnnotatedElement[] {resource.getResourceMethod(), resource.getResourceClass()}) {
      if (element.isAnnotationPresent(Public.class) || element.isAnnotationPresent(Roles.class)) return Optional.ofNullable(element.getAnnotation(type));
    }
    return Optional.empty();
  }

}
