package cn.lianbing.exchange.web;

import cn.lianbing.bank.Item;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.exchange.ExchangeFormat;
import cn.lianbing.exchange.ItemExport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items as a file. */
@Path("/items/export")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Tag(name = "items")
public class ItemExportsResource {
  @Inject ItemExport export;
  @Inject CurrentUser user;

  @GET
  @Produces({"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", MediaType.TEXT_PLAIN, MediaType.APPLICATION_XML, "application/zip"})
  @Operation(summary = "Export items", description = "What GET /items lists under the same filter, all its parameters, with keys, in a form that POST /item-imports takes back unchanged. yaml is read only: the question files are the source.")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "422", description = "Unknown format, type or state")
  public Response get(@Parameter(schema = @Schema(enumeration = {"xlsx", "docx", "gift", "moodle-xml", "qti-2.1", "qti-3.0"})) @QueryParam("format") String name, @QueryParam("q") String q, @QueryParam("topic") String topic, @QueryParam("type") String type, @QueryParam("state") String state, @Context UriInfo address) {
    ExchangeFormat format = ExchangeFormat.named(name);
    if (!format.isWritten()) throw Invalid.field("format", "format.unknown", format.word(), String.join(", ", ExchangeFormat.written().stream().map(ExchangeFormat::word).toList()));
    choice(ItemType.class, "type", type);
    choice(Item.State.class, "state", state);
    Items.Filter filter = Items.Filter.asked(address.getQueryParameters()::getFirst);
    Iterable<Items.Whole> items = export.begin(user.caller(), filter, format);
    StreamingOutput body = out -> format.write(out, items);
    return Response.ok(body, format.mediaType()).header("Content-Disposition", Download.disposition("items." + format.ending())).build();
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String parameter, String value) {
    if (value == null || value.isEmpty()) return null;
    return Stream.of(type.getEnumConstants()).filter(one -> one.name().equals(value)).findFirst().orElseThrow(() -> Invalid.field(parameter, "choice"));
  }
}
