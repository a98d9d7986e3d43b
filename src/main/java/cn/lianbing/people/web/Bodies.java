package cn.lianbing.people.web;

import jakarta.ws.rs.BadRequestException;

/** Bodies of requests. */
final class Bodies {
  private Bodies() {}

  /** A request that must have a body and has none cannot be read. */
  static <T> T given(T body) {
    if (body == null) throw new BadRequestException();
    return body;
  }
}
