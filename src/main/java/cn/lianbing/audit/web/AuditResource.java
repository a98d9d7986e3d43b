package cn.lianbing.audit.web;

import cn.lianbing.audit.AuditChain;
import cn.lianbing.audit.AuditEntries;
import cn.lianbing.audit.AuditEntry;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log, to read; there is no way to write or delete. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Roles({"AUDITOR", "SYSTEM_ADMIN"})
@Tag(name = "audit")
public class AuditResource {
  @Inject AuditEntries entries;
  @Inject AuditChain chain;
  @Inject CurrentUser user;

  public record EntryView(long id, OffsetDateTime at, Long actorId, String actor, String address, String action, String subjectType, String subjectId, boolean success, String detail) {}

  public record EntryList(List<EntryView> items, long total, int page, int size) {}

  public record Verification(boolean intact, Long firstBroken) {}

  @GET
  @Operation(summary = "What happened, newest first", description = "action: the beginning of an action's name; actor: part of a name")
  @APIResponse(responseCode = "200", description = "A page of entries")
  public EntryList list(@QueryParam("action") String action, @QueryParam("actor") String actor, @BeanParam Listing listing) {
    Page<AuditEntry> found = entries.page(user.caller(), action, actor, listing.request());
    return new EntryList(found.items().stream().map(AuditResource::body).toList(), found.total(), found.page(), found.size());
  }

  @GET
  @Path("/verification")
  @Operation(summary = "Whether the log is as it was written", description = "firstBroken is the number of the first entry that is missing or changed.")
  @APIResponse(responseCode = "200", description = "The result")
  public Verification verify() {
    OptionalLong broken = chain.firstBroken();
    return new Verification(broken.isEmpty(), broken.isPresent() ? broken.getAsLong() : null);
  }

  private static EntryView body(AuditEntry entry) {
    return new EntryView(entry.id(), Times.offset(entry.at().toInstant(ZoneOffset.UTC)), entry.actorId(), entry.actorName(), entry.address(), entry.action(), entry.subjectType(), entry.subjectId(), entry.success(), entry.detail());
  }
}
