package cn.lianbing.platform.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what went wrong into a problem body. The one place that knows which refusal has which status. */
@ApplicationScoped
public class Problems {
  /** All other refusals are conflicts with the present state: 409. */
  private static final Map<String, Integer> STATUS = Map.of("bad-credentials", 401, "not-signed-in", 401, "forbidden", 403, "password-change-required", 403, "notice-required", 403, "locked", 423, "unknown-option", 422, "busy", 503, "too-many-checks", 429);

  public Response of(Refused refused, List<Locale> languages) {
    Texts texts = texts(languages);
    int status = STATUS.getOrDefault(refused.code(), 409);
    Long retryAfter = List.of("locked", "busy").contains(refused.code()) && refused.arguments().length > 0 && refused.arguments()[0] instanceof Long seconds ? seconds : null;
    return build(new Problem("about:blank", texts.of("refused." + refused.code(), refused.arguments()), status, null, refused.code(), null, retryAfter, null));
  }

  public Response of(Invalid invalid, List<Locale> languages) {
    Texts texts = texts(languages);
    List<Problem.Field> fields = invalid.violations().stream().map(one -> new Problem.Field(one.field(), texts.of("invalid." + one.code(), one.arguments().toArray()))).toList();
    return build(new Problem("about:blank", texts.get("refused.invalid"), invalid.ofParameter() ? 400 : 422, fields.isEmpty() ? null : fields.get(0).message(), "invalid", fields, null, null));
  }

  /** @param code behind {@code refused.}, the key of the title */
  public Response response(int status, String code, List<Locale> languages) {
    return build(new Problem("about:blank", texts(languages).get("refused." + code), status, null, code, null, null, null));
  }

  /** @param number under which it stands in the log */
  public Response internal(String number, List<Locale> languages) {
    return build(new Problem("about:blank", texts(languages).get("refused.internal"), 500, null, "internal", null, null, number));
  }

  private static Response build(Problem problem) {
    Response.ResponseBuilder response = Response.status(problem.status()).type(Problem.MEDIA_TYPE).header("Cache-Control", "no-store").entity(problem);
    if (problem.retryAfter() != null) response.header("Retry-After", problem.retryAfter());
    return response.build();
  }

  private static Texts texts(List<Locale> languages) {
    return Texts.in(languages.isEmpty() ? null : languages.get(0));
  }
}
