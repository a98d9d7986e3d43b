package cn.lianbing.platform;

import java.util.List;

/** One page of a list. {@code page} counts from 1. */
public record Page<T>(List<T> items, long total, int page, int size) {
  public static final int LARGEST = 200;

  /** What part of a list is asked for. */
  public record Request(int page, int size) {
    /** @throws Invalid when page is below 1 or size outside 1–200 */
    public Request {
      if (page < 1 || page > 1_000_000) throw Invalid.parameter("page", "page");
      if (size < 1 || size > LARGEST) throw Invalid.parameter("size", "size", LARGEST);
    }

    public int offset() {
      return (page - 1) * size;
    }
  }
}
