package cn.lianbing.casefile.web;

import cn.lianbing.casefile.Checklist;
import cn.lianbing.casefile.ChecklistItem;
import cn.lianbing.casefile.Checklists;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Answers;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checklists of case-file reviews and their versions. */
@Path("/review-checklists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles("SUPERVISOR")
@Tag(name = "casefile")
public class ReviewChecklistsResource {
  @Inject Checklists checklists;
  @Inject CurrentUser user;

  public record ChecklistView(long id, String code, int number, String title, Checklist.State state, List<ChecklistItem> items) {}

  /** code: of a checklist that exists for its next version; not read when a draft is changed */
  public record ChecklistInput(String code, String title, List<ChecklistItem> items) {
    @JsonbCreator
    public ChecklistInput {}
  }

  @GET
  @Roles({"SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "All versions, those in use first")
  @APIResponse(responseCode = "200", description = "A page of checklists")
  public Page<ChecklistView> list(@BeanParam Listing listing) {
    return listing.cut(checklists.all(user.caller()).stream().map(ReviewChecklistsResource::view).toList());
  }

  @POST
  @Operation(summary = "Draft a checklist, or the next version of one")
  @APIResponse(responseCode = "201", description = "Drafted")
  @APIResponse(responseCode = "422", description = "invalid: code, title, items")
  @Answers(ChecklistView.class)
  public Response draft(ChecklistInput input) {
    return Response.status(201).entity(one(checklists.draft(user.caller(), Asked.body(input).code(), input.title(), input.items()))).build();
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Change a draft")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "checklist-frozen")
  @APIResponse(responseCode = "422", description = "invalid")
  public ChecklistView write(@PathParam("id") long id, ChecklistInput input) {
    checklists.write(user.caller(), id, Asked.body(input).title(), input.items());
    return one(id);
  }

  @POST
  @Path("{id}/publication")
  @Operation(summary = "Take a draft into use", description = "The version before it is retired; batches that were planned with it keep it.")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "checklist-frozen")
  public ChecklistView publish(@PathParam("id") long id) {
    checklists.publish(user.caller(), id);
    return one(id);
  }

  private ChecklistView one(long id) {
    return view(checklists.row(user.caller(), id));
  }

  private static ChecklistView view(Checklists.Row row) {
    return new ChecklistView(row.id(), row.code(), row.number(), row.title(), row.state(), row.items());
  }
}
