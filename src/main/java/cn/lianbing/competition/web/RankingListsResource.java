package cn.lianbing.competition.web;

import cn.lianbing.competition.award.Podium;
import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.ListSheet;
import cn.lianbing.competition.ranking.RankingList;
import cn.lianbing.competition.ranking.RankingLists;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Public;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of places: made, confirmed as editions, read and exported. Confirmed ones are for anybody, with masked names. */
@Path("/ranking-lists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "competition")
public class RankingListsResource {
  @Inject RankingLists lists;
  @Inject ListReading reading;
  @Inject CurrentUser user;

  /** scope: STAGE (with stageId), COMPETITION, YEAR; board: PERSON, TEAM, DEPARTMENT, TOWNSHIP */
  public record ListInput(Long competitionId, String scope, String board, Long stageId) {
    @JsonbCreator
    public ListInput {}
  }

  public record ConfirmInput(String reason) {
    @JsonbCreator
    public ConfirmInput {}
  }

  public record IntactView(String sha256, boolean intact) {}

  @GET
  @Public
  @Operation(summary = "Lists of a competition, those that stand first", description = "competition: its id. Provisional ones are for those who run it.")
  @APIResponse(responseCode = "200", description = "A page of lists")
  public Page<ListReading.ListRow> all(@QueryParam("competition") String competition, @BeanParam Listing listing) {
    Long id = Asked.id(competition);
    if (id == null) throw Invalid.parameter("competition", "required");
    return listing.cut(reading.all(user.caller(), id));
  }

  @POST
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Make a provisional list anew")
  @APIResponse(responseCode = "201", description = "Made; it replaces the provisional one there was")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(ListReading.ListRow.class)
  public Response compute(ListInput input) {
    if (Asked.body(input).competitionId() == null) throw Invalid.field("competitionId", "required");
    long id = lists.compute(user.caller(), new RankingLists.Which(input.competitionId(), Asked.one(RankingList.Scope.class, "scope", input.scope()), Asked.one(RankingList.Board.class, "board", input.board()), input.stageId()));
    return Response.status(201).entity(reading.one(user.caller(), id)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @Public
  @Operation(summary = "A page of a list", description = "persons or units; score: hundredths of a mark; tie: what parts a place from the one before; plusOne: the place with one mark more; last: the place of last year.")
  @APIResponse(responseCode = "200", description = "The list's head and rows")
  public ListReading.ListPart page(@PathParam("id") long id, @BeanParam Listing listing) {
    return reading.page(user.caller(), id, listing.request());
  }

  @GET
  @Path("{id: \\d{1,18}}/own")
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "One's own row, or one's unit's")
  @APIResponse(responseCode = "200", description = "A list of one row; its page is the position")
  public ListReading.ListPart own(@PathParam("id") long id) {
    return reading.own(user.caller(), id).orElseThrow(() -> new NotFound("rankingList", id));
  }

  @POST
  @Path("{id: \\d{1,18}}/confirmation")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Confirm a provisional list as an edition", description = "reason: where it corrects an edition.")
  @APIResponse(responseCode = "200", description = "Confirmed, with its number and hash")
  @APIResponse(responseCode = "409", description = "list-confirmed, list-stale: results changed since it was made; list-unchanged, stage-not-closed, scores-open")
  @APIResponse(responseCode = "422", description = "invalid")
  public ListReading.ListRow confirm(@PathParam("id") long id, ConfirmInput input) {
    lists.confirm(user.caller(), id, input == null ? null : input.reason());
    return reading.one(user.caller(), id);
  }

  @GET
  @Path("{id: \\d{1,18}}/intact")
  @Public
  @Operation(summary = "Whether a list still has its hash")
  @APIResponse(responseCode = "200", description = "Computed again from what is stored")
  public IntactView intact(@PathParam("id") long id) {
    return new IntactView(reading.one(user.caller(), id).sha256(), reading.intact(user.caller(), id));
  }

  @GET
  @Path("{id: \\d{1,18}}/canonical.jsonl")
  @Produces("application/jsonl")
  @Roles({"EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "The canonical form", description = "Its SHA-256 is the edition's: a line of JSON for the head, then one a row, each ended by a line feed.")
  @APIResponse(responseCode = "200", description = "JSON lines")
  public Response canonical(@PathParam("id") long id) {
    return Response.ok(Download.inTurn(() -> reading.canonical(user.caller(), id))).header("Content-Disposition", Download.disposition("ranking-" + id + ".jsonl")).build();
  }

  @GET
  @Path("{id: \\d{1,18}}/file.{format: xlsx|csv|pdf}")
  @Produces({Download.XLSX, Download.CSV, Download.PDF})
  @Public
  @Operation(summary = "The list as a file")
  @APIResponse(responseCode = "200", description = "XLSX, CSV or PDF")
  @APIResponse(responseCode = "503", description = "busy; no-print-font")
  public Response file(@PathParam("id") long id, @PathParam("format") String format) throws IOException {
    ListReading.ListWhole list = reading.whole(user.caller(), id);
    Texts texts = Texts.in(Texts.CHINESE);
    byte[] content = Download.inTurn(() -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ListSheet.write(list, format, texts, out);
      return out.toByteArray();
    });
    return Response.ok(content, CompetitionFiles.type(format)).header("Content-Disposition", Download.disposition(ListSheet.title(list.list(), texts) + "." + format)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}/podium.png")
  @Produces("image/png")
  @Public
  @Operation(summary = "The first three places as a picture")
  @APIResponse(responseCode = "200", description = "PNG")
  public Response podium(@PathParam("id") long id) throws IOException {
    ListReading.ListPart list = reading.page(user.caller(), id, new Page.Request(1, 20));
    byte[] content = Download.inTurn(() -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Podium.write(list, Texts.in(Texts.CHINESE), out);
      return out.toByteArray();
    });
    return Response.ok(content).header("Content-Disposition", Download.disposition("podium-" + id + ".png")).build();
  }
}
