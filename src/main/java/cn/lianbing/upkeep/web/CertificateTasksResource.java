package cn.lianbing.upkeep.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.upkeep.UpkeepTask;
import cn.lianbing.upkeep.UpkeepTasks;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the nightly round found. */
@Path("/certificate-tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "SUPERVISOR", "EXAM_ADMIN", "SYSTEM_ADMIN", "AUDITOR"})
@Tag(name = "certificates")
public class CertificateTasksResource {
  @Inject UpkeepTasks tasks;
  @Inject CurrentUser user;

  public record TaskReason(String reason) {
    @JsonbCreator
    public TaskReason {}
  }

  public record CertificateTaskView(long id, UpkeepTask.Kind kind, UpkeepTask.State state, long certificateId, String serial, CertificateKind certificate, Long officerId, String holder, long unitId, String unit, LocalDate dueOn, LocalDate raisedOn, String outcome) {}

  @GET
  @Operation(summary = "What the nightly round found within reach", description = "kind: LEFT, RETIRED, BARRED, NO_EXAM, NO_HOURS and so on. closed=true: the settled ones.")
  @APIResponse(responseCode = "200", description = "A page of tasks")
  @APIResponse(responseCode = "400", description = "invalid")
  public Page<CertificateTaskView> tasks(@QueryParam("kind") String kind, @QueryParam("unit") String unit, @QueryParam("closed") boolean closed, @BeanParam Listing listing) {
    Page<UpkeepTasks.Row> page = tasks.page(user.caller(), new UpkeepTasks.Filter(Asked.one(UpkeepTask.Kind.class, kind), Asked.id(unit), closed), listing.request());
    return new Page<>(page.items().stream().map(row -> new CertificateTaskView(row.id(), row.kind(), row.state(), row.certificateId(), row.serial(), row.certificate(), row.officerId(), row.holder(), row.unitId(), row.unit(), row.dueOn(), row.raisedOn(), row.outcome())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Path("{id: \\d{1,18}}/dismissal")
  @Roles({"UNIT_ADMIN", "SUPERVISOR"})
  @Operation(summary = "Nothing is to be done about a task")
  @APIResponse(responseCode = "204", description = "Dismissed; the round does not raise it again for 90 days")
  @APIResponse(responseCode = "409", description = "task-settled")
  public void dismiss(@PathParam("id") long id, TaskReason body) {
    tasks.dismiss(user.caller(), id, Asked.body(body).reason());
  }
}
