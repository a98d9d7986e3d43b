package cn.lianbing.bank.web;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.Basis;
import cn.lianbing.bank.Citations;
import cn.lianbing.bank.Item;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bank's items. With their keys: nobody who sits exams may come here. */
@Path("/items")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemsResource {
  @Inject Items items;
  @Inject ItemLifecycle lifecycle;
  @Inject Citations citations;
  @Inject CurrentUser user;

  public record ItemRow(String code, String type, String stem, String topic, String law, String lawVersion, int difficulty, String state, int version, boolean embargoed, String stage, String field) {}

  public record ItemList(List<ItemRow> items, long total, int page, int size) {}

  /** @param points of a mark scheme */
  public record PointBody(String text, BigDecimal marks) {}

  /** @param choice letters: the right ones, for ORDER in their right order, for MATCH of each entry of the left column */
  public record KeyBody(List<String> choice, List<List<String>> blanks, List<PointBody> points) {}

  /** A question of a CASE. */
  public record PartBody(String type, String stem, List<Option> options, List<Option> left, int blanks, BigDecimal marks, KeyBody key, String rationale, List<Basis> basis) {}

  public record ItemBody(String code, String state, int version, OffsetDateTime writtenAt, String type, String stem, String material, List<Option> options, List<Option> left, int blanks, KeyBody key, BigDecimal marks, List<PartBody> parts, String rationale, List<Basis> basis, String law, String lawVersion, String topic, String stage, String field, int difficulty, boolean embargoed, List<String> tags) {}

  /** {@code article} 36, or 36-1 for 第三十六条之一. */
  public record CitationView(String law, String version, String article, String quote, Long lawId, String result, OffsetDateTime checkedAt) {}

  public record CitationList(List<CitationView> items, int total) {}

  @GET
  @Operation(summary = "Published and retired items in their latest wording, by code", description = "q is looked for in all that people read of an item; words with blanks between them must all be there. topic is a path or its beginning, 行政处罚 or 行政处罚/追责时效; law is a name, whichever version.")
  @APIResponse(responseCode = "200", description = "A page of items")
  @APIResponse(responseCode = "400", description = "invalid page, size, sort (only code), type or state")
  public ItemList list(@QueryParam("q") String q, @QueryParam("topic") String topic, @QueryParam("type") String type, @QueryParam("state") String state, @QueryParam("law") String law, @QueryParam("stage") String stage, @QueryParam("field") String field,
      @QueryParam("difficultyFrom") String from, @QueryParam("difficultyTo") String to, @QueryParam("embargoed") String embargoed, @QueryParam("tag") String tag, @BeanParam Listing listing) {
    Items.Filter filter = new Items.Filter(q, topic, choice(ItemType.class, "type", type), choice(Item.State.class, "state", state), law, stage, field, level("difficultyFrom", from), level("difficultyTo", to), flag("embargoed", embargoed), tag);
    Page<Items.Row> page = items.page(filter, listing.request("code"));
    return new ItemList(page.items().stream().map(one -> new ItemRow(one.code(), one.type().name(), one.stem(), one.topic(), one.law(), one.lawVersion(), one.difficulty(), one.state().name(), one.versionNumber(), one.embargoed(), one.stage(), one.field())).toList(), page.total(), page.page(), page.size());
  }

  private static Integer level(String parameter, String value) {
    if (value == null || value.isEmpty()) return null;
    if (!value.matches("[1-5]")) throw Invalid.parameter(parameter, "item.difficulty");
    return Integer.valueOf(value);
  }

  private static Boolean flag(String parameter, String value) {
    if (value == null || value.isEmpty()) return null;
    if (!value.equals("true") && !value.equals("false")) throw Invalid.parameter(parameter, "choice");
    return Boolean.valueOf(value);
  }

  @GET
  @Path("/{code}")
  @Operation(summary = "An item with its key, basis and rationale", description = "version tells how many wordings it has had. Of a TRUE_FALSE, A is right and B is wrong.")
  @APIResponse(responseCode = "200", description = "The item")
  public ItemBody get(@PathParam("code") String code) {
    Items.Detail item = items.detail(code);
    var content = item.content();
    AnswerKey key = item.key();
    return new ItemBody(item.code(), item.state().name(), item.versionNumber(), Times.offset(item.writtenAt()), content.type().name(), content.stem(), content.material(), content.options(), content.left(), content.blankCount(), key(key), content.marks() == null ? null : Marks.decimal(content.marks()), parts(content, key), content.rationale(), content.basis(), content.law(), content.lawVersion(), content.topic(), content.stage(), content.field(), content.difficulty(), item.embargoed(), item.tags());
  }

  @GET
  @Path("/{code}/citations")
  @Operation(summary = "The articles that an item cites, and whether what it quotes stands there", description = "result: STANDS, NOT_IN_ARTICLE, NO_ARTICLE, NO_QUOTE, NO_TEXT (the version's text was not imported), NO_LAW (the library does not have the version). Looked at again at each change of the library.")
  @APIResponse(responseCode = "200", description = "Citations of the latest wording, in its order")
  public CitationList citations(@PathParam("code") String code) {
    items.detail(code);
    List<CitationView> all = citations.ofItem(code).stream().map(one -> new CitationView(one.basis().law(), one.basis().version(), one.basis().plain(), one.basis().quote(), one.lawVersionId(), one.result(), Times.offset(one.checkedAt()))).toList();
    return new CitationList(all, all.size());
  }

  @POST
  @Path("/{code}/retirement")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Take an item out of use", description = "Draws no longer find it; papers that have it keep it. Calling again changes nothing.")
  @APIResponse(responseCode = "204", description = "Retired")
  public Response retire(@PathParam("code") String code) {
    lifecycle.retire(user.caller(), code);
    return Response.noContent().build();
  }

  @POST
  @Path("/{code}/reinstatement")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Take an item into use again", description = "Calling again changes nothing.")
  @APIResponse(responseCode = "204", description = "In use")
  public Response reinstate(@PathParam("code") String code) {
    lifecycle.reinstate(user.caller(), code);
    return Response.noContent().build();
  }

  /** JAX-RS would answer 404 for a type that there is not. */
  private static <E extends Enum<E>> E choice(Class<E> type, String parameter, String value) {
    if (value == null || value.isEmpty()) return null;
    return Stream.of(type.getEnumConstants()).filter(one -> one.name().equals(value)).findFirst().orElseThrow(() -> Invalid.field(parameter, "choice"));
  }

  private static KeyBody key(AnswerKey key) {
    return new KeyBody(key.choice(), key.blanks(), key.points().stream().map(one -> new PointBody(one.text(), Marks.decimal(one.marks()))).toList());
  }

  private static List<PartBody> parts(ItemContent content, AnswerKey key) {
    List<PartBody> parts = new ArrayList<>();
    for (ItemPart part : content.parts()) parts.add(new PartBody(part.type().name(), part.stem(), part.options(), part.left(), part.blankCount(), Marks.decimal(part.marks()), key(key.parts().get(parts.size())), part.rationale(), part.basis()));
    return parts;
  }
}
