package cn.lianbing.notice.web;

import cn.lianbing.notice.Inbox;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller was told. */
@Path("/notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
@Tag(name = "notices")
@APIResponse(responseCode = "401", description = "not-signed-in")
public class NoticesResource {
  @Inject Inbox inbox;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record NoticeRow(long id, String kind, String title, String body, String link, OffsetDateTime toldAt, boolean unread) {}

  public record NoticeList(List<NoticeRow> items, long total, int page, int size, long unread) {}

  @GET
  @Operation(summary = "The caller's notices, newest first", description = "unread=true leaves out what was read; the field unread counts in any case. Texts are in the language of Accept-Language.")
  @APIResponse(responseCode = "200", description = "A page of notices", content = @Content(schema = @Schema(ref = "NoticeList")))
  @APIResponse(responseCode = "400", description = "invalid")
  public NoticeList list(@QueryParam("unread") @DefaultValue("false") boolean unread, @BeanParam Listing listing) {
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    Page<Inbox.Row> found = inbox.page(user.caller(), texts, unread, listing.request());
    return new NoticeList(found.items().stream().map(row -> new NoticeRow(row.id(), row.kind(), row.title(), row.body(), row.link(), Times.offset(row.toldAt()), row.unread())).toList(), found.total(), found.page(), found.size(), inbox.unread(user.caller()));
  }

  @POST
  @Path("/{id}/reading")
  @Operation(summary = "Mark one read", description = "Calling again changes nothing.")
  @APIResponse(responseCode = "204", description = "Read")
  @APIResponse(responseCode = "404", description = "not-found: also somebody else's")
  public void read(@PathParam("id") long id) {
    inbox.read(user.caller(), id);
  }

  @POST
  @Path("/reading")
  @Operation(summary = "Mark all read")
  @APIResponse(responseCode = "204", description = "Read")
  public void readAll() {
    inbox.readAll(user.caller());
  }
}
