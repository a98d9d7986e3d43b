package cn.lianbing.platform.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list a request asks for. Taken as text: JAX-RS answers a number that is none with 404, the contract with 400. */
public class PageQuery {
  @QueryParam("page") @DefaultValue("1") @Parameter(description = "counts from 1", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
  String page;
  @QueryParam("size") @DefaultValue("50") @Parameter(description = "1–200", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  String size;
  @QueryParam("sort") @Parameter(description = "one of the orders that the list offers")
  String sort;

  /** @throws Invalid for {@code page} or {@code size} */
  public Page.Request request() {
    return new Page.Request(number(page), number(size));
  }

  /**
   * @param orders the names that the list offers; the first without a choice
   * @throws Invalid for {@code sort}
   */
  public <E extends Enum<E>> E sort(Class<E> orders) {
    List<E> all = Arrays.asList(orders.getEnumConstants());
    if (sort == null || sort.isEmpty()) return all.get(0);
    return all.stream().filter(order -> order.name().toLowerCase(java.util.Locale.ROOT).equals(sort)).findFirst().orElseThrow(() -> Invalid.field("sort", "sort", sort.substring(0, Math.min(40, sort.length()))));
  }

  /** Of a list that comes as a whole. */
  public <T> Page<T> of(List<T> all) {
    Page.Request part = request();
    int from = Math.min(part.offset(), all.size());
    return new Page<>(all.subList(from, Math.min(all.size(), from + part.size())), all.size(), part.page(), part.size());
  }

  /** A filter that must be one of an enum's names; null where it is not given. */
  public static <E extends Enum<E>> E filter(Class<E> type, String text) {
    if (text == null || text.isEmpty()) return null;
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst().orElseThrow(BadRequestException::new);
  }

  /** A filter that must be an id; null where it is not given. */
  public static Long id(String text) {
    if (text == null || text.isEmpty()) return null;
    if (!text.matches("\\d{1,18}")) throw new BadRequestException();
    return Long.valueOf(text);
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }
}
