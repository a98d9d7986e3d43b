package cn.lianbing.marking.web;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.marking.HandMarking;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
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
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Marking an exam's short answers by hand. Answers come without any word of whose they are. */
@Path("/exams/{exam}/marking")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"EXAM_ADMIN", "UNIT_ADMIN", "TRAINER"})
@Tag(name = "marking")
public class MarkingResource {
  private static final int MOST = 200;
  @Inject HandMarking marking;
  @Inject CurrentUser user;
  @PathParam("exam") long exam;

  /** @param item the item's version */
  public record QueueView(long item, int part, String code, String stem, BigDecimal maxMarks, long waiting, long toDecide, long done) {}

  public record DeskView(long examId, String title, int markers, BigDecimal tolerance, boolean begun, List<QueueView> questions) {}

  public record PointView(String text, BigDecimal marks) {}

  public record GivenView(String by, List<BigDecimal> points, BigDecimal marks, String reason, OffsetDateTime at, int round) {}

  public record TaskView(long id, long item, int part, String state, String material, String stem, String answer, List<PointView> scheme, List<GivenView> others) {}

  public record MarkedView(long id, String answer, BigDecimal marks, List<PointView> scheme, List<GivenView> given) {}

  public record RuleBody(Integer markers, BigDecimal tolerance) {
    @JsonbCreator
    public RuleBody {}
  }

  /** @param points for each point of the scheme */
  public record MarksBody(List<BigDecimal> points, String reason) {
    @JsonbCreator
    public MarksBody {}

    List<Integer> tenths() {
      if (points == null || points.contains(null)) throw Invalid.field("points", "required");
      return points.stream().map(one -> Marks.tenths(one, "points")).toList();
    }
  }

  @GET
  @Operation(summary = "The questions whose answers are marked by hand, and how far that is")
  @APIResponse(responseCode = "200", description = "The desk")
  public DeskView desk() {
    HandMarking.Desk desk = marking.desk(user.caller(), exam);
    return new DeskView(desk.examId(), desk.title(), desk.markers(), Marks.decimal(desk.tolerance()), desk.begun(), desk.queues().stream().map(one -> new QueueView(one.versionId(), one.part(), one.code(), one.stem(), Marks.decimal(one.maxMarks()), one.waiting(), one.decide(), one.done())).toList());
  }

  @PUT
  @Path("/rule")
  @Roles({"EXAM_ADMIN", "UNIT_ADMIN"})
  @Operation(summary = "How many markers each answer has, and by how much two may differ before a third decides")
  @APIResponse(responseCode = "204", description = "Decided")
  @APIResponse(responseCode = "409", description = "marking-begun")
  public void rule(RuleBody body) {
    if (body == null || body.markers() == null) throw Invalid.field("markers", "required");
    marking.decideRule(user.caller(), exam, body.markers(), Marks.tenths(body.tolerance() == null ? BigDecimal.ONE : body.tolerance(), "tolerance"));
  }

  @POST
  @Path("/tasks")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Take the next answer to a question", description = "It lies on the caller's desk for twenty minutes. Nobody gets the own answer, nor one twice.")
  @APIResponse(responseCode = "200", description = "The answer")
  @Answers(TaskView.class)
  @APIResponse(responseCode = "204", description = "Nothing waits for the caller")
  public Response next(@QueryParam("item") Long item, @QueryParam("part") int part) {
    if (item == null) throw Invalid.parameter("item", "required");
    return marking.next(user.caller(), exam, item, part).map(task -> Response.ok(view(task)).build()).orElse(Response.noContent().build());
  }

  @POST
  @Path("/tasks/{task}/marks")
  @Operation(summary = "Mark the answer on the own desk, point by point")
  @APIResponse(responseCode = "204", description = "Marked")
  @APIResponse(responseCode = "409", description = "marking-not-held")
  @APIResponse(responseCode = "422", description = "invalid")
  public void mark(@PathParam("task") long task, MarksBody body) {
    if (body == null) throw Invalid.field("points", "required");
    marking.mark(user.caller(), task, body.tenths(), body.reason());
  }

  @POST
  @Path("/tasks/{task}/remarks")
  @Roles({"EXAM_ADMIN", "UNIT_ADMIN"})
  @Operation(summary = "Mark anew what is marked, with a reason; audited")
  @APIResponse(responseCode = "204", description = "Marked anew; the score follows")
  @APIResponse(responseCode = "409", description = "marking-not-done")
  @APIResponse(responseCode = "422", description = "invalid")
  public void markAnew(@PathParam("task") long task, MarksBody body) {
    if (body == null) throw Invalid.field("points", "required");
    marking.markAnew(user.caller(), task, body.tenths(), body.reason());
  }

  @GET
  @Path("/marked")
  @Roles({"EXAM_ADMIN", "UNIT_ADMIN"})
  @Operation(summary = "Marked answers to a question with all marks they were given, the latest first")
  @APIResponse(responseCode = "200", description = "At most 200")
  public List<MarkedView> marked(@QueryParam("item") Long item, @QueryParam("part") int part) {
    if (item == null) throw Invalid.parameter("item", "required");
    return marking.marked(user.caller(), exam, item, part, MOST).stream().map(one -> new MarkedView(one.id(), one.answer(), Marks.decimal(one.marks()), scheme(one.points()), given(one.given()))).toList();
  }

  private static TaskView view(HandMarking.Task task) {
    return new TaskView(task.id(), task.versionId(), task.part(), task.state(), task.material(), task.stem(), task.answer(), scheme(task.points()), given(task.others()));
  }

  private static List<PointView> scheme(List<AnswerKey.Point> points) {
    return points.stream().map(one -> new PointView(one.text(), Marks.decimal(one.marks()))).toList();
  }

  private static List<GivenView> given(List<HandMarking.Given> given) {
    return given.stream().map(one -> new GivenView(one.by(), one.points().stream().map(Marks::decimal).toList(), Marks.decimal(one.marks()), one.reason(), Times.offset(one.at()), one.round())).toList();
  }
}
