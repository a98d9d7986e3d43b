package cn.lianbing.platform.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * The body of every error under /api (RFC 9457).
 *
 * @param instance the number under which an unforeseen error stands in the log, to be told to the operator; else null
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "code", "violations", "retryAfter", "instance"})
public record Problem(String type, String title, int status, String detail, String code, List<Field> violations, Long retryAfter, String instance) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One field that is wrong, and why, in the user's language. */
  public record Field(String field, String message) {}
}
