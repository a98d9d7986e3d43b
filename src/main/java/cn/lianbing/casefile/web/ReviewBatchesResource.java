package cn.lianbing.casefile.web;

import cn.lianbing.casefile.LetterWriting;
import cn.lianbing.casefile.ReviewBatches;
import cn.lianbing.casefile.ReviewFile;
import cn.lianbing.casefile.ReviewPlanning;
import cn.lianbing.casefile.Reviewing;
import cn.lianbing.platform.NotFound;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The yearly reviews of case files with their units, files, opinions and letters of opinion. */
@Path("/review-batches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles("SUPERVISOR")
@Tag(name = "casefile")
public class ReviewBatchesResource {
  @Inject ReviewBatches batches;
  @Inject ReviewPlanning planning;
  @Inject Reviewing reviewing;
  @Inject LetterWriting writing;
  @Inject CurrentUser user;

  public record BatchInput(Integer year, String title, String basis, LocalDate startsOn, LocalDate endsOn, Long checklistId) {
    @JsonbCreator
    public BatchInput {}

    ReviewPlanning.Plan plan() {
      return new ReviewPlanning.Plan(year == null ? 0 : year, title, basis, startsOn, endsOn, checklistId);
    }
  }

  public record UnitsInput(List<Long> unitIds) {
    @JsonbCreator
    public UnitsInput {}
  }

  public record DrawInput(Integer count) {
    @JsonbCreator
    public DrawInput {}
  }

  public record FileInput(Long unitId, String caseNumber, String title, String kind) {
    @JsonbCreator
    public FileInput {}
  }

  /** fileId and item: null for an opinion on the unit as a whole */
  public record OpinionInput(Long unitId, Long fileId, String item, String wording) {
    @JsonbCreator
    public OpinionInput {}
  }

  /** number: the next of the year where it is missing */
  public record LetterInput(Long unitId, String number, LocalDate deadline) {
    @JsonbCreator
    public LetterInput {}
  }

  public record Created(long id) {}

  @GET
  @Roles({"SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "All reviews, the newest year first")
  @APIResponse(responseCode = "200", description = "A page of reviews")
  public Page<ReviewBatches.Row> list(@BeanParam Listing listing) {
    return listing.cut(batches.all(user.caller()));
  }

  @POST
  @Operation(summary = "Plan a review", description = "checklistId: one in use.")
  @APIResponse(responseCode = "201", description = "Planned")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(ReviewBatches.Row.class)
  public Response plan(BatchInput input) {
    return Response.status(201).entity(one(planning.plan(user.caller(), Asked.body(input).plan()))).build();
  }

  @GET
  @Path("{id}")
  @Roles({"SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "A review with its counts")
  @APIResponse(responseCode = "200", description = "The review")
  public ReviewBatches.Row one(@PathParam("id") long id) {
    return batches.row(user.caller(), id);
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Change title, basis and days", description = "year and checklistId do not count here.")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "review-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  public ReviewBatches.Row change(@PathParam("id") long id, BatchInput input) {
    planning.change(user.caller(), id, Asked.body(input).plan());
    return one(id);
  }

  @POST
  @Path("{id}/closing")
  @Operation(summary = "Close a review")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "review-closed, review-files-left, review-opinions-left")
  public ReviewBatches.Row close(@PathParam("id") long id) {
    planning.close(user.caller(), id);
    return one(id);
  }

  @GET
  @Path("{id}/units")
  @Roles({"SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "The units under review")
  @APIResponse(responseCode = "200", description = "A page of units with their counts; mean in tenths of 100")
  public Page<ReviewBatches.UnitRow> units(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(batches.units(user.caller(), id));
  }

  @POST
  @Path("{id}/units")
  @Operation(summary = "Choose units")
  @APIResponse(responseCode = "204", description = "They are in it")
  @APIResponse(responseCode = "409", description = "review-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  public void choose(@PathParam("id") long id, UnitsInput input) {
    planning.choose(user.caller(), id, Asked.body(input).unitIds());
  }

  @DELETE
  @Path("{id}/units/{unit}")
  @Operation(summary = "Leave out a unit of which nothing is there yet")
  @APIResponse(responseCode = "204", description = "It is out")
  @APIResponse(responseCode = "409", description = "review-closed, review-unit-used")
  public void leaveOut(@PathParam("id") long id, @PathParam("unit") long unit) {
    planning.leaveOut(user.caller(), id, unit);
  }

  @POST
  @Path("{id}/draws")
  @Operation(summary = "Draw units by lot", description = "Among active departments and townships that are not in it yet. The seed draws the same again from the same units.")
  @APIResponse(responseCode = "200", description = "The seed and whom it drew")
  @APIResponse(responseCode = "409", description = "review-closed")
  @APIResponse(responseCode = "422", description = "invalid: count")
  public ReviewPlanning.Draw draw(@PathParam("id") long id, DrawInput input) {
    return planning.draw(user.caller(), id, Asked.body(input).count() == null ? 0 : input.count());
  }

  @GET
  @Path("{id}/files")
  @Roles({"SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "The files under review")
  @APIResponse(responseCode = "200", description = "A page of files; score in tenths of 100")
  public Page<ReviewBatches.FileRow> files(@PathParam("id") long id, @QueryParam("unit") String unit, @BeanParam Listing listing) {
    return listing.cut(batches.files(user.caller(), id, Asked.id(unit)));
  }

  @POST
  @Path("{id}/files")
  @Operation(summary = "Take a file into the review")
  @APIResponse(responseCode = "201", description = "Taken")
  @APIResponse(responseCode = "409", description = "review-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Created.class)
  public Response take(@PathParam("id") long id, FileInput input) {
    ReviewFile.Kind kind = Asked.one(ReviewFile.Kind.class, "kind", Asked.body(input).kind());
    return Response.status(201).entity(new Created(planning.take(user.caller(), id, new ReviewPlanning.FileData(input.unitId() == null ? 0 : input.unitId(), input.caseNumber(), input.title(), kind)))).build();
  }

  @GET
  @Path("{id}/opinions")
  @Roles({"SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "The opinions given in a review")
  @APIResponse(responseCode = "200", description = "A page of opinions")
  public Page<ReviewBatches.OpinionRow> opinions(@PathParam("id") long id, @QueryParam("unit") String unit, @BeanParam Listing listing) {
    return listing.cut(batches.opinions(user.caller(), id, Asked.id(unit)));
  }

  @POST
  @Path("{id}/opinions")
  @Operation(summary = "Give an opinion")
  @APIResponse(responseCode = "201", description = "Given")
  @APIResponse(responseCode = "409", description = "review-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Created.class)
  public Response opine(@PathParam("id") long id, OpinionInput input) {
    if (Asked.body(input).unitId() == null) throw new NotFound("unit", null);
    return Response.status(201).entity(new Created(reviewing.opine(user.caller(), id, new Reviewing.OpinionData(input.unitId(), input.fileId(), input.item(), input.wording())))).build();
  }

  @DELETE
  @Path("opinions/{opinion}")
  @Operation(summary = "Take back an opinion that no letter has told")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "409", description = "opinion-sent")
  public void takeBack(@PathParam("opinion") long opinion) {
    reviewing.takeBack(user.caller(), opinion);
  }

  @POST
  @Path("{id}/letters")
  @Operation(summary = "Send a letter of opinion", description = "With all opinions on the unit that no letter has told yet.")
  @APIResponse(responseCode = "201", description = "Issued; see /supervision-letters")
  @APIResponse(responseCode = "409", description = "letter-no-opinions")
  @APIResponse(responseCode = "422", description = "invalid: deadline, number")
  @Answers(Created.class)
  public Response send(@PathParam("id") long id, LetterInput input) {
    if (Asked.body(input).unitId() == null) throw new NotFound("unit", null);
    return Response.status(201).entity(new Created(writing.opinion(user.caller(), id, input.unitId(), input.number(), input.deadline()))).build();
  }
}
