package cn.lianbing.platform.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** {@code ?page=&size=&sort=} of every list. Text is taken as text, so that nonsense gets our own error. */
public class Listing {
  private static final int USUAL = 50;
  @QueryParam("page") String page;
  @QueryParam("size") String size;
  @QueryParam("sort") String sort;

  /** @throws Invalid for {@code page}, {@code size}, {@code sort}: 400 */
  public Page.Request request(String... sorts) {
    if (sort != null && !List.of(sorts).contains(sort)) throw Invalid.parameter("sort", "sort", sort.substring(0, Math.min(40, sort.length())));
    return new Page.Request(number("page", page, 1), number("size", size, USUAL));
  }

  /** The part of a list that is asked for, where the whole has to be made anyway. */
  public <T> Page<T> cut(List<T> all) {
    Page.Request request = request();
    int from = Math.min(all.size(), request.offset());
    return new Page<>(all.subList(from, Math.min(all.size(), from + request.size())), all.size(), request.page(), request.size());
  }

  public String sort() {
    return sort;
  }

  private static int number(String name, String text, int otherwise) {
    if (text == null || text.isEmpty()) return otherwise;
    if (!text.matches("\\d{1,7}")) throw Invalid.parameter(name, name, Page.LARGEST);
    return Integer.parseInt(text);
  }
}
