package cn.lianbing.training.web;

import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionRequest;
import cn.lianbing.training.SessionRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What units ask for. */
@Path("/session-requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "training")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "404", description = "not-found")
public class SessionRequestsResource {
  @Inject SessionRequests requests;
  @Inject CurrentUser user;

  public record RequestView(long id, String unit, String topic, Form form, LocalDate wishFrom, LocalDate wishTo, int people, String reason, SessionRequest.State state, String answer, OffsetDateTime askedAt, Long sessionId) {}

  public record RequestBody(Long unitId, String topic, Form form, LocalDate wishFrom, LocalDate wishTo, Integer people, String reason) {
    @JsonbCreator
    public RequestBody {}
  }

  @GET
  @Roles({"TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "What units within reach ask for, the open ones first")
  @APIResponse(responseCode = "200", description = "A page of requests")
  public Page<RequestView> list(@BeanParam Listing listing) {
    Page<SessionRequests.Row> page = requests.page(user.caller(), listing.request());
    return new Page<>(page.items().stream().map(row -> new RequestView(row.id(), row.unit(), row.topic(), row.form(), row.wishFrom(), row.wishTo(), row.people(), row.reason(), row.state(), row.answer(), Times.offset(row.askedAt()), row.sessionId())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Ask for a session")
  @APIResponse(responseCode = "201", description = "The training desk hears of it")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response ask(RequestBody body) {
    Asked.body(body);
    long unit = body.unitId() == null ? user.caller().unitId() : body.unitId();
    return Response.status(201).entity(new TrainingSessionsResource.Created(requests.ask(user.caller(), new SessionRequests.Data(unit, body.topic(), body.form(), body.wishFrom(), body.wishTo(), body.people() == null ? 0 : body.people(), body.reason())))).build();
  }

  @POST
  @Path("{id}/acceptance")
  @Roles("TRAINER")
  @Operation(summary = "Accept a request: it becomes a draft")
  @APIResponse(responseCode = "201", description = "The draft's id")
  @APIResponse(responseCode = "409", description = "request-answered")
  public Response accept(@PathParam("id") long id) {
    return Response.status(201).entity(new TrainingSessionsResource.Created(requests.accept(user.caller(), id))).build();
  }

  @POST
  @Path("{id}/refusal")
  @Roles("TRAINER")
  @Operation(summary = "Decline a request")
  @APIResponse(responseCode = "204", description = "The unit hears why")
  @APIResponse(responseCode = "409", description = "request-answered")
  @APIResponse(responseCode = "422", description = "invalid: no reason")
  public void decline(@PathParam("id") long id, TrainingSessionsResource.WhyBody body) {
    requests.decline(user.caller(), id, Asked.body(body).reason());
  }

  @DELETE
  @Path("{id}")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Withdraw a request that nobody has answered")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "request-answered")
  public void withdraw(@PathParam("id") long id) {
    requests.withdraw(user.caller(), id);
  }
}
