package cn.lianbing.bank.web;

import cn.lianbing.bank.ItemFlags;
import cn.lianbing.bank.ItemReview;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items whose law has moved: no new paper has them until somebody decides. */
@Path("/item-flags")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemFlagsResource {
  @Inject ItemFlags flags;
  @Inject ItemReview review;
  @Inject CurrentUser user;

  public record SideView(String law, String version, String label, String number, String text) {}

  public record FlagView(String cause, String state, String citation, String version, String quote, SideView old, SideView fresh, boolean sameText, Boolean quoteStands, boolean keepable, LocalDate since, String reason, String decidedBy, OffsetDateTime decidedAt) {}

  public record FlaggedItem(String code, String type, String stem, boolean keepable, boolean unchanged, List<FlagView> flags) {}

  public record FlaggedList(List<FlaggedItem> items, long total, int page, int size) {}

  public record DecisionBody(String decision, String reason) {
    @JsonbCreator
    public DecisionBody {}
  }

  public record ReasonBody(String reason) {
    @JsonbCreator
    public ReasonBody {}
  }

  public record Kept(int kept) {}

  @GET
  @Operation(summary = "Items whose law has moved, with the old and the new text", description = "show: WAITING (usual), UNCHANGED (waiting, the article says the same in the new version), TO_CHANGE (wait for a new wording), DECIDED. cause: LAPSED, ARTICLE_LAPSED, CHANGED (the version's text was corrected), QUOTE (what is quoted does not stand there).")
  @APIResponse(responseCode = "200", description = "A page of items")
  public FlaggedList list(@QueryParam("show") String show, @QueryParam("law") String law, @BeanParam Listing listing) {
    ItemFlags.Show which = Asked.one(ItemFlags.Show.class, show);
    Page<ItemFlags.Row> page = flags.page(which == null ? ItemFlags.Show.WAITING : which, Asked.id(law), listing.request());
    return new FlaggedList(page.items().stream().map(row -> new FlaggedItem(row.code(), row.type().name(), row.stem(), row.keepable(), row.unchanged(), row.flags().stream().map(ItemFlagsResource::view).toList())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Path("/{code}/decision")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Decide about an item", description = "decision: KEEP (the same words, citing the article in force; only where what is quoted stands there), CHANGE (held back until a new wording is imported), RETIRE. Name and reason are kept.")
  @APIResponse(responseCode = "204", description = "Decided")
  @APIResponse(responseCode = "409", description = "flag-none, flag-keep")
  public Response decide(@PathParam("code") String code, DecisionBody body) {
    ItemReview.Decision decision = Asked.one(ItemReview.Decision.class, "decision", Asked.body(body).decision());
    if (decision == null) throw Invalid.field("decision", "required");
    review.decide(user.caller(), code, decision, body.reason());
    return Response.noContent().build();
  }

  @POST
  @Path("/unchanged/kept")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Keep all items whose articles say the same in the new version", description = "At most 500 at a time.")
  @APIResponse(responseCode = "200", description = "How many were kept")
  @APIResponse(responseCode = "409", description = "flag-no-unchanged")
  public Kept keep(ReasonBody body) {
    return new Kept(review.keepUnchanged(user.caller(), Asked.body(body).reason()));
  }

  private static FlagView view(ItemFlags.Flag flag) {
    SideView old = flag.old() == null ? null : new SideView(flag.law().law(), flag.law().version(), flag.old().label(), flag.old().plain(), flag.old().text());
    ItemFlags.Law now = flag.successor() == null ? flag.law() : flag.successor();
    SideView fresh = flag.fresh() == null ? null : new SideView(now.law(), now.version(), flag.fresh().label(), flag.fresh().plain(), flag.fresh().text());
    return new FlagView(flag.cause().name(), flag.state().name(), flag.citation(), flag.law().version(), flag.quote(), old, fresh, flag.sameText(), flag.quoteStands(), flag.keepable(), flag.since(), flag.reason(), flag.decidedBy(), Times.offset(flag.decidedAt()));
  }
}
