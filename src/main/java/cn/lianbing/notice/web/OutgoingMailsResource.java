package cn.lianbing.notice.web;

import cn.lianbing.notice.MailQueue;
import cn.lianbing.notice.OutgoingMail;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The e-mail queue, for its administrator. */
@Path("/outgoing-mails")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Roles("SYSTEM_ADMIN")
@Tag(name = "notices")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
public class OutgoingMailsResource {
  @Inject MailQueue queue;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record OutgoingMailRow(long id, String name, String address, String title, @Schema(type = SchemaType.STRING, enumeration = {"WAITING", "SENT", "FAILED", "DROPPED"}) String state, int attempts, OffsetDateTime queuedAt, OffsetDateTime nextAt, String trouble) {}

  public record OutgoingMailList(List<OutgoingMailRow> items, long total, int page, int size) {}

  public record MailKeeping(Integer days) {
    @JsonbCreator
    public MailKeeping {}
  }

  @GET
  @Operation(summary = "E-mails, newest first", description = "DROPPED: when it was due, the account was disabled or had switched e-mail off.")
  @APIResponse(responseCode = "200", description = "A page of e-mails", content = @Content(schema = @Schema(ref = "OutgoingMailList")))
  @APIResponse(responseCode = "400", description = "invalid")
  public OutgoingMailList list(@QueryParam("state") String state, @BeanParam Listing listing) {
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    Page<MailQueue.Row> found = queue.page(user.caller(), texts, state(state), listing.request());
    return new OutgoingMailList(found.items().stream().map(row -> new OutgoingMailRow(row.id(), row.name(), row.address(), row.title(), row.state().name(), row.attempts(), Times.offset(row.queuedAt()), Times.offset(row.nextAt()), row.trouble())).toList(), found.total(), found.page(), found.size());
  }

  @GET
  @Path("/keeping")
  @Operation(summary = "How many days letters are kept that need nothing more")
  @APIResponse(responseCode = "200", description = "The days", content = @Content(schema = @Schema(ref = "MailKeeping")))
  public MailKeeping keeping() {
    return new MailKeeping(queue.keptDays());
  }

  @PUT
  @Path("/keeping")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set how many days")
  @APIResponse(responseCode = "204", description = "Set; what is older goes within the hour")
  @APIResponse(responseCode = "422", description = "invalid")
  public void keep(MailKeeping body) {
    queue.keep(user.caller(), Asked.body(body).days());
  }

  @POST
  @Path("/{id}/sending")
  @Operation(summary = "Try again", description = "Of one that failed or waits; it goes out within seconds.")
  @APIResponse(responseCode = "204", description = "It waits to be sent")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "mail-not-failed")
  public void sendAgain(@PathParam("id") long id) {
    queue.sendAgain(user.caller(), id);
  }

  private static OutgoingMail.State state(String text) {
    if (text == null || text.isEmpty()) return null;
    return Arrays.stream(OutgoingMail.State.values()).filter(one -> one.name().equals(text)).findFirst().orElseThrow(() -> Invalid.parameter("state", "notice.mailState"));
  }
}
