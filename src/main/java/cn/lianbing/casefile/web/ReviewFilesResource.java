package cn.lianbing.casefile.web;

import cn.lianbing.casefile.Finding;
import cn.lianbing.casefile.ReviewBatches;
import cn.lianbing.casefile.ReviewPlanning;
import cn.lianbing.casefile.Reviewing;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Case files under review. */
@Path("/review-files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles("SUPERVISOR")
@Tag(name = "casefile")
public class ReviewFilesResource {
  @Inject ReviewBatches batches;
  @Inject ReviewPlanning planning;
  @Inject Reviewing reviewing;
  @Inject CurrentUser user;

  /** version: of the file as it was read; findings: one for each item of the checklist */
  public record FindingsInput(Integer version, List<Finding> findings) {
    @JsonbCreator
    public FindingsInput {}
  }

  @GET
  @Path("{id}")
  @Roles({"SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "A file and what was found in it")
  @APIResponse(responseCode = "200", description = "The file; score in tenths of 100")
  public ReviewBatches.FileRow one(@PathParam("id") long id) {
    return batches.file(user.caller(), id);
  }

  @PUT
  @Path("{id}/findings")
  @Operation(summary = "Say what was found, item by item")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "review-closed, changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid")
  public ReviewBatches.FileRow judge(@PathParam("id") long id, FindingsInput input) {
    reviewing.judge(user.caller(), id, Asked.body(input).version() == null ? -1 : input.version(), input.findings());
    return one(id);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Give back a file that was entered by mistake")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "409", description = "review-closed, review-file-used")
  public void giveBack(@PathParam("id") long id) {
    planning.giveBack(user.caller(), id);
  }
}
