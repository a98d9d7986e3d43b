package cn.lianbing.platform.web;

import cn.lianbing.platform.Invalid;
import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a request asks for; nonsense is 400. */
public final class Asked {
  private Asked() {}

  public static <T> T body(T body) {
    if (body == null) throw new BadRequestException();
    return body;
  }

  /** An id in the query; null where it is not given. */
  public static Long id(String text) {
    if (text == null || text.isEmpty()) return null;
    if (!text.matches("\\d{1,18}")) throw new BadRequestException();
    return Long.valueOf(text);
  }

  /** One of an enum's names in the query; null where it is not given. */
  public static <E extends Enum<E>> E one(Class<E> type, String text) {
    if (text == null || text.isEmpty()) return null;
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst().orElseThrow(BadRequestException::new);
  }

  /** One of an enum's names in a body; null where it is not given. @throws Invalid for the field */
  public static <E extends Enum<E>> E one(Class<E> type, String field, String text) {
    if (text == null || text.isEmpty()) return null;
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst().orElseThrow(() -> Invalid.field(field, "oneOf", Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
  }
}
