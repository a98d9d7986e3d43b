package cn.lianbing.annex.web;

import cn.lianbing.annex.AnnexDocument;
import cn.lianbing.annex.AnnexEditions;
import cn.lianbing.annex.Content;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Frozen editions of the annex. They are never changed and never taken away. */
@Path("/annex/editions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"SUPERVISOR", "EXAM_ADMIN", "AUDITOR", "SYSTEM_ADMIN"})
@Tag(name = "annex")
public class AnnexEditionsResource {
  @Inject AnnexEditions editions;
  @Inject CurrentUser user;
  @Inject Clock clock;

  /** sha256: of the canonical form; intact: whether the content still has it */
  public record EditionView(long id, LocalDate from, LocalDate to, int number, String sha256, String note, String frozenBy, OffsetDateTime frozenAt, boolean intact) {}

  public record WholeView(EditionView edition, Content content) {}

  /** from and to: the current year where they are missing */
  public record FreezeInput(String from, String to, String note) {
    @JsonbCreator
    public FreezeInput {}
  }

  @GET
  @Operation(summary = "All editions, the newest first")
  @APIResponse(responseCode = "200", description = "A page of editions")
  public Page<EditionView> list(@BeanParam Listing listing) {
    return listing.cut(editions.all(user.caller(), null).stream().map(AnnexEditionsResource::view).toList());
  }

  @POST
  @Roles("SUPERVISOR")
  @Operation(summary = "Freeze the annex of a period")
  @APIResponse(responseCode = "201", description = "Frozen")
  @APIResponse(responseCode = "409", description = "annex-unchanged: the latest edition says the same; changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid: each figure that is missing or above what it is a part of")
  @Answers(WholeView.class)
  public Response freeze(FreezeInput input) {
    long id = editions.freeze(user.caller(), AnnexResource.period(Asked.body(input).from(), input.to(), clock), input.note());
    return Response.status(201).entity(one(id)).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "An edition")
  @APIResponse(responseCode = "200", description = "What it says, by whom and when it was frozen")
  public WholeView one(@PathParam("id") long id) {
    AnnexEditions.Edition edition = editions.edition(user.caller(), id);
    return new WholeView(view(edition.row()), edition.content());
  }

  @GET
  @Path("{id}/canonical.json")
  @Operation(summary = "An edition in its canonical form", description = "The SHA-256 of these very bytes is the edition's.")
  @APIResponse(responseCode = "200", description = "JSON")
  @Answers(Content.class)
  public Response canonical(@PathParam("id") long id) {
    return Response.ok(editions.canonical(user.caller(), id).getBytes(StandardCharsets.UTF_8)).build();
  }

  @GET
  @Path("{id}/file.docx")
  @Produces(AnnexFiles.DOCX)
  @Operation(summary = "An edition as DOCX")
  @APIResponse(responseCode = "200", description = "DOCX")
  public Response docx(@PathParam("id") long id) {
    AnnexEditions.Edition edition = editions.edition(user.caller(), id);
    StreamingOutput body = out -> AnnexDocument.write(edition.content(), edition.row(), out);
    return Response.ok(body).header("Content-Disposition", Download.disposition(edition.content().title() + "-" + edition.row().number() + ".docx")).build();
  }

  @GET
  @Path("{id}/differences")
  @Operation(summary = "What an edition says differently from another one", description = "before: the other one's id.")
  @APIResponse(responseCode = "200", description = "One item a figure that is not the same")
  public Page<AnnexEditions.Difference> differences(@PathParam("id") long id, @QueryParam("before") String before, @BeanParam Listing listing) {
    Long other = Asked.id(before);
    if (other == null) throw new NotFound("annexEdition", before);
    List<AnnexEditions.Difference> found = editions.compare(user.caller(), other, id);
    return listing.cut(found);
  }

  private static EditionView view(AnnexEditions.Row row) {
    return new EditionView(row.id(), row.from(), row.to(), row.number(), row.sha256(), row.note(), row.frozenBy(), Times.offset(row.frozenAt()), row.intact());
  }
}
