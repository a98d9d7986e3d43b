package cn.lianbing.exam.web;

import cn.lianbing.exam.Invigilation;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What those who hold an exam do to single attempts. Beyond the caller's unit an attempt does not exist. */
@Path("/attempts/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"EXAM_ADMIN", "UNIT_ADMIN"})
@Tag(name = "holding exams")
public class InvigilationResource {
  @Inject Invigilation invigilation;
  @Inject CurrentUser user;

  public record ExtensionBody(Integer minutes, String reason) {
    @JsonbCreator
    public ExtensionBody {}
  }

  /** usesUp: whether it stays one of the officer's attempts; it does not where nothing is said. */
  public record VoidingBody(String reason, Boolean usesUp) {
    @JsonbCreator
    public VoidingBody {}
  }

  public record DeadlineView(OffsetDateTime deadline) {}

  @POST
  @Path("/extensions")
  @Operation(summary = "Grant extra time, with a reason; audited")
  @APIResponse(responseCode = "201", description = "The new deadline")
  @Answers(DeadlineView.class)
  @APIResponse(responseCode = "409", description = "attempt-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response extend(@PathParam("id") long id, ExtensionBody body) {
    if (body == null || body.minutes() == null) throw Invalid.field("minutes", "required");
    return Response.status(201).entity(new DeadlineView(Times.offset(invigilation.extend(user.caller(), id, body.minutes(), body.reason())))).build();
  }

  @POST
  @Path("/voiding")
  @Operation(summary = "Void an attempt, with a reason; audited")
  @APIResponse(responseCode = "204", description = "Void")
  @APIResponse(responseCode = "409", description = "attempt-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  public void annul(@PathParam("id") long id, VoidingBody body) {
    invigilation.annul(user.caller(), id, body == null ? null : body.reason(), body != null && Boolean.TRUE.equals(body.usesUp()));
  }
}
