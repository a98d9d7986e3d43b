package cn.lianbing.authoring.web;

import cn.lianbing.authoring.Drafting;
import cn.lianbing.authoring.Drafts;
import cn.lianbing.authoring.History;
import cn.lianbing.authoring.Manuscript;
import cn.lianbing.authoring.Reviewing;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.Answers;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts of items, beside what is published. With their keys: nobody who sits exams may come here. */
@Path("/item-drafts")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class DraftsResource {
  @Inject Drafts drafts;
  @Inject Drafting drafting;
  @Inject Reviewing reviewing;
  @Inject CurrentUser user;

  public record DraftRow(long id, String code, String state, String type, String stem, String author, OffsetDateTime changedAt, OffsetDateTime submittedAt, String reviewer, boolean newItem, int version) {}

  public record DraftList(List<DraftRow> items, long total, int page, int size) {}

  public record StepView(String kind, String by, OffsetDateTime at, String note, Integer version) {}

  public record DraftView(DraftRow draft, ItemDraft item, List<String> tags, boolean embargoed, boolean outdated, boolean writable, boolean reviewable, List<StepView> history) {}

  /** {@code revises}: the code of a published item; without it the draft is of a new one of that type. */
  public record BeginBody(String type, String revises) {
    @JsonbCreator
    public BeginBody {}
  }

  /** {@code version} as it was read; {@code item} as a question file has it, everything text; a basis leaves out law and version where they are the item's own. */
  public record WriteBody(Integer version, ItemDraft item, List<String> tags, boolean embargoed) {
    @JsonbCreator
    public WriteBody {}
  }

  public record StepBody(Integer version, String comment) {
    @JsonbCreator
    public StepBody {}

    int seen() {
      if (version == null) throw Invalid.field("version", "required");
      return version;
    }
  }

  public record VersionView(int version) {}

  @GET
  @Operation(summary = "Drafts", description = "show: REVIEWABLE (usual: waits for a reviewer, and the caller wrote none of it), MINE, OPEN, DONE. q is looked for in code and stem.")
  @APIResponse(responseCode = "200", description = "A page of drafts")
  public DraftList list(@QueryParam("show") String show, @QueryParam("q") String q, @BeanParam Listing listing) {
    Drafts.Show which = Asked.one(Drafts.Show.class, show);
    Page<Drafts.Row> page = drafts.page(user.caller(), which == null ? Drafts.Show.REVIEWABLE : which, q, listing.request());
    return new DraftList(page.items().stream().map(DraftsResource::row).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Operation(summary = "Begin a draft", description = "Of a new item, or of a change of a published one, which stays as it is until the change is published.")
  @APIResponse(responseCode = "201", description = "The draft")
  @APIResponse(responseCode = "409", description = "draft-open, item-retired")
  @Answers(DraftView.class)
  public Response begin(BeginBody body) {
    String revises = Asked.body(body).revises();
    long id = revises == null ? drafting.begin(user.caller(), Asked.one(ItemType.class, "type", body.type())) : drafting.revise(user.caller(), revises);
    return Response.created(URI.create("item-drafts/" + id)).entity(view(drafts.whole(user.caller(), id))).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A draft with its key and history")
  @APIResponse(responseCode = "200", description = "The draft")
  public DraftView get(@PathParam("id") String id) {
    return view(drafts.whole(user.caller(), id(id)));
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Write a draft", description = "Complete or not; what is missing is asked for when it is handed in.")
  @APIResponse(responseCode = "200", description = "Its new version")
  @APIResponse(responseCode = "409", description = "changed-meanwhile, draft-state, draft-not-yours")
  public VersionView write(@PathParam("id") String id, WriteBody body) {
    if (Asked.body(body).version() == null) throw Invalid.field("version", "required");
    return new VersionView(drafting.save(user.caller(), id(id), body.version(), new Manuscript(body.item(), body.tags(), body.embargoed())));
  }

  @POST
  @Path("/{id}/submission")
  @Operation(summary = "Hand a draft in for review", description = "Checked as an import is. Reviewers are told.")
  @APIResponse(responseCode = "200", description = "Its new version")
  @APIResponse(responseCode = "409", description = "changed-meanwhile, draft-state, draft-outdated")
  @APIResponse(responseCode = "422", description = "What is missing or wrong")
  public VersionView submit(@PathParam("id") String id, StepBody body) {
    return new VersionView(drafting.submit(user.caller(), id(id), Asked.body(body).seen(), body.comment()));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Operation(summary = "Take a draft back before anybody decided")
  @APIResponse(responseCode = "200", description = "Its new version")
  @APIResponse(responseCode = "409", description = "changed-meanwhile, draft-state")
  public VersionView withdraw(@PathParam("id") String id, StepBody body) {
    return new VersionView(drafting.withdraw(user.caller(), id(id), Asked.body(body).seen()));
  }

  @POST
  @Path("/{id}/rebase")
  @Operation(summary = "Change the wording that is published by now", description = "Where the bank got another wording since the draft was begun: the author has seen it and stays with the draft.")
  @APIResponse(responseCode = "200", description = "Its new version")
  @APIResponse(responseCode = "409", description = "changed-meanwhile, draft-state")
  public VersionView rebase(@PathParam("id") String id, StepBody body) {
    return new VersionView(drafting.rebase(user.caller(), id(id), Asked.body(body).seen()));
  }

  @POST
  @Path("/{id}/discard")
  @Operation(summary = "Throw a draft away")
  @APIResponse(responseCode = "204", description = "Discarded; it stays in the history")
  @APIResponse(responseCode = "409", description = "changed-meanwhile, draft-state")
  public Response discard(@PathParam("id") String id, StepBody body) {
    drafting.discard(user.caller(), id(id), Asked.body(body).seen());
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/publication")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Approve a draft: it becomes the item's published wording", description = "By somebody who wrote none of it.")
  @APIResponse(responseCode = "204", description = "Published")
  @APIResponse(responseCode = "409", description = "changed-meanwhile, draft-state, review-own, draft-outdated, draft-unchanged, item-retired")
  public Response publish(@PathParam("id") String id, StepBody body) {
    reviewing.publish(user.caller(), id(id), Asked.body(body).seen(), body.comment());
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/return")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Return a draft to its author with a comment")
  @APIResponse(responseCode = "204", description = "Returned")
  @APIResponse(responseCode = "409", description = "changed-meanwhile, draft-state, review-own")
  public Response sendBack(@PathParam("id") String id, StepBody body) {
    reviewing.sendBack(user.caller(), id(id), Asked.body(body).seen(), body.comment());
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/comments")
  @Operation(summary = "Say something about a draft", description = "Its author is told. version is not looked at.")
  @APIResponse(responseCode = "204", description = "Kept in its history")
  @APIResponse(responseCode = "409", description = "draft-state")
  public Response remark(@PathParam("id") String id, StepBody body) {
    drafting.remark(user.caller(), id(id), Asked.body(body).comment());
    return Response.noContent().build();
  }

  private static long id(String id) {
    return NotFound.id("draft", id);
  }

  private static DraftRow row(Drafts.Row one) {
    return new DraftRow(one.id(), one.code(), one.state().name(), one.type(), one.stem(), one.author(), Times.offset(one.changedAt()), Times.offset(one.submittedAt()), one.reviewer(), one.fresh(), one.version());
  }

  static StepView step(History.Row one) {
    return new StepView(one.kind().name(), one.by(), Times.offset(one.at()), one.note(), one.versionNumber());
  }

  private static DraftView view(Drafts.Whole whole) {
    Manuscript text = whole.text();
    return new DraftView(row(whole.row()), text.item(), text.tags(), text.embargoed(), whole.outdated(), whole.writable(), whole.reviewable(), whole.history().stream().map(DraftsResource::step).toList());
  }
}
