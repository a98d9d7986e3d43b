package cn.lianbing.platform.web;

import cn.lianbing.platform.Collision;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every error under /api leaves here as problem+json. What is inside an unexpected one goes to the log, never to the client. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {
  @Inject Problems problems;
  @Context HttpHeaders headers;
  @Context UriInfo address;

  @Override
  public Response toResponse(Throwable thrown) {
    List<Locale> languages = headers.getAcceptableLanguages();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
      if (cause instanceof Refused refused) return problems.of(refused, languages);
      if (cause instanceof Invalid invalid) return problems.of(invalid, languages);
      if (cause instanceof NotFound) return problems.response(404, "not-found", languages);
      if (cause instanceof JsonbException || cause instanceof JsonException || cause instanceof StackOverflowError) return problems.response(400, "unreadable", languages);
    }
    Optional<Refused> collision = Collision.of(thrown);
    if (collision.isPresent()) return problems.of(collision.get(), languages);
    if (thrown instanceof WebApplicationException web) return problems.response(web.getResponse().getStatus(), code(web.getResponse().getStatus()), languages);
    return problems.internal(Unforeseen.log(address.getPath(), thrown), languages);
  }

  private static String code(int status) {
    return switch (status) {
      case 400 -> "unreadable";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "too-large";
      case 415 -> "unsupported-media-type";
      default -> status < 500 ? "unreadable" : "internal";
    };
  }
}
