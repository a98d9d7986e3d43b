package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackQuestion;
import cn.lianbing.feedback.FeedbackTemplates;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import java.util.List;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The five questions that forms ask. */
@Path("/feedback-templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN"})
@Tag(name = "feedback")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
public class FeedbackTemplatesResource {
  @Inject FeedbackTemplates templates;
  @Inject CurrentUser user;

  public record FeedbackTemplateView(long id, String title, List<FeedbackQuestion> questions) {}

  /** Five questions, one of them about LECTURER and one OVERALL. */
  public record FeedbackTemplateInput(String title, List<FeedbackQuestion> questions) {
    @JsonbCreator
    public FeedbackTemplateInput {}
  }

  public record Created(long id) {}

  @GET
  @Operation(summary = "Templates in use")
  @APIResponse(responseCode = "200", description = "A page of templates")
  public Page<FeedbackTemplateView> list(@BeanParam Listing listing) {
    return listing.cut(templates.all().stream().map(one -> new FeedbackTemplateView(one.id(), one.title(), one.questions())).toList());
  }

  @POST
  @Roles("TRAINER")
  @Operation(summary = "Add a template")
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response add(FeedbackTemplateInput input) {
    return Response.status(201).entity(new Created(templates.save(user.caller(), null, Asked.body(input).title(), input.questions()))).build();
  }

  @PUT
  @Path("{id}")
  @Roles("TRAINER")
  @Operation(summary = "Change a template", description = "Forms that are open or closed keep their questions.")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "422", description = "invalid")
  public void change(@PathParam("id") long id, FeedbackTemplateInput input) {
    templates.save(user.caller(), id, Asked.body(input).title(), input.questions());
  }

  @DELETE
  @Path("{id}")
  @Roles("TRAINER")
  @Operation(summary = "Take a template out of use")
  @APIResponse(responseCode = "204", description = "Out of use")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "feedback-last-template")
  public void retire(@PathParam("id") long id) {
    templates.retire(user.caller(), id);
  }
}
