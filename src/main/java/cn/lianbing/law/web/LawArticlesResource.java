package cn.lianbing.law.web;

import cn.lianbing.law.LawKeeping;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single articles: found by what they say, read by their number. */
@Path("/law-articles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "laws")
public class LawArticlesResource {
  @Inject Laws laws;
  @Inject LawKeeping keeping;
  @Inject CurrentUser user;
  @Inject Clock clock;

  public record HitView(long lawId, String law, String version, String label, String number, String excerpt) {}

  public record HitList(List<HitView> items, long total, int page, int size) {}

  /** {@code article} null where its text is not in the library. */
  public record FoundView(LawsResource.LawRow law, String label, LawsResource.ArticleView article) {}

  public record ValidityBody(LocalDate from, LocalDate to) {
    @JsonbCreator
    public ValidityBody {}
  }

  @GET
  @Operation(summary = "Articles in which a phrase stands, in the texts that hold", description = "Phrases that items quote of a version without a text are for EXAM_ADMIN and TRAINER.")
  @APIResponse(responseCode = "200", description = "A page of articles")
  @APIResponse(responseCode = "400", description = "q is missing or longer than 60 characters")
  public HitList search(@QueryParam("q") String q, @BeanParam Listing listing) {
    if (q == null || q.isBlank()) throw Invalid.parameter("q", "required");
    if (q.length() > 60) throw Invalid.parameter("q", "tooLong", 60);
    Page<Laws.Hit> page = laws.search(q, staff(), listing.request());
    return new HitList(page.items().stream().map(one -> new HitView(one.lawVersionId(), one.law(), one.version(), one.label(), one.plain(), one.before() + one.found() + one.after())).toList(), page.total(), page.page(), page.size());
  }

  @GET
  @Path("/one")
  @Operation(summary = "An article by law, version and number", description = "number: 36, 36-1 or 第三十六条之一. Everybody who is signed in may read; article is missing where the text was not imported.")
  @APIResponse(responseCode = "200", description = "The article")
  public FoundView one(@QueryParam("law") String law, @QueryParam("version") String version, @QueryParam("number") String number) {
    Laws.Found found = laws.article(law, version, number, staff());
    return new FoundView(LawsResource.row(found.law(), LocalDate.ofInstant(clock.instant(), Times.ZONE)), found.label(), LawsResource.article(found.article()));
  }

  @PUT
  @Path("/{id}/validity")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Days on which an article begins or ends to hold, where they are not its version's", description = "Items that rest on an article that has ended are flagged at once.")
  @APIResponse(responseCode = "204", description = "Stored")
  public Response validity(@PathParam("id") String id, ValidityBody body) {
    Asked.body(body);
    keeping.validity(user.caller(), NotFound.id("article", id), body.from(), body.to());
    return Response.noContent().build();
  }

  private boolean staff() {
    return user.caller().hasAny("EXAM_ADMIN", "TRAINER");
  }
}
