package cn.lianbing.law.web;

import cn.lianbing.law.Article;
import cn.lianbing.law.Comparison;
import cn.lianbing.law.LawData;
import cn.lianbing.law.LawKeeping;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.law.Wording;
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
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The law library: laws, their versions, articles, and what differs between two versions. */
@Path("/laws")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER", "UNIT_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "laws")
public class LawsResource {
  @Inject Laws laws;
  @Inject LawKeeping keeping;
  @Inject CurrentUser user;
  @Inject Clock clock;

  public record LawRow(long id, String law, String version, String title, String documentNumber, LocalDate inForce, LocalDate until, String standing, int articles, boolean fullText) {}

  public record LawList(List<LawRow> items, long total, int page, int size) {}

  public record TextView(int number, int articles, String fileName, String importedBy, OffsetDateTime importedAt) {}

  public record LawView(LawRow law, LocalDate promulgated, String source, Long replacesId, String note, List<TextView> texts, List<LawRow> versions) {}

  public record ArticleView(long id, String kind, String label, String number, List<String> part, String text, LocalDate validFrom, LocalDate validTo) {}

  public record ArticleList(List<ArticleView> items, long total, int page, int size) {}

  public record RunView(String text, boolean changed) {}

  public record PairView(String kind, int percent, ArticleView old, ArticleView fresh, List<RunView> oldRuns, List<RunView> freshRuns) {}

  public record PairList(List<PairView> items, long total, int page, int size) {}

  public record LawBody(String title, String documentNumber, LocalDate promulgated, LocalDate inForce, LocalDate until, String source, Long replacesId) {
    @JsonbCreator
    public LawBody {}
  }

  @GET
  @Operation(summary = "Law versions, by law, the newest first", description = "q is looked for in the names. fullText false: only the articles that items quote are known, and of them only what is quoted.")
  @APIResponse(responseCode = "200", description = "A page of versions")
  public LawList list(@QueryParam("q") String q, @QueryParam("standing") String standing, @BeanParam Listing listing) {
    Page<Laws.Row> page = laws.page(new Laws.Filter(q, Asked.one(LawVersion.Standing.class, standing)), today(), listing.request("law"));
    return new LawList(page.items().stream().map(this::row).toList(), page.total(), page.page(), page.size());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A version with its days, its imports and the other versions of its law")
  @APIResponse(responseCode = "200", description = "The version")
  public LawView get(@PathParam("id") String id) {
    Laws.Detail detail = laws.detail(NotFound.id("law", id));
    return new LawView(row(detail.row()), detail.data().promulgated(), detail.data().source(), detail.data().replacesId(), detail.note(), detail.texts().stream().map(one -> new TextView(one.number(), one.articles(), one.fileName(), one.by(), Times.offset(one.at()))).toList(), detail.family().stream().map(this::row).toList());
  }

  @PUT
  @Path("/{id}")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Correct what is registered of a version", description = "Law and version name stay. Where the days change, items that rest on it are looked at again at once.")
  @APIResponse(responseCode = "204", description = "Stored")
  public Response correct(@PathParam("id") String id, LawBody body) {
    Asked.body(body);
    LawData known = laws.detail(NotFound.id("law", id)).data();
    keeping.correct(user.caller(), NotFound.id("law", id), new LawData(known.law(), known.version(), body.title(), body.documentNumber(), body.promulgated(), body.inForce(), body.until(), body.source(), body.replacesId()));
    return Response.noContent().build();
  }

  @GET
  @Path("/{id}/articles")
  @Operation(summary = "The articles of the text that holds", description = "kind: PREAMBLE, ARTICLE, POINT (a document without articles), ANNEX. Where only quoted phrases are known, those are for EXAM_ADMIN and TRAINER.")
  @APIResponse(responseCode = "200", description = "Articles in their order")
  public ArticleList articles(@PathParam("id") String id, @BeanParam Listing listing) {
    Laws.Row row = laws.detail(NotFound.id("law", id)).row();
    Page<Article> page = listing.cut(row.full() || user.caller().hasAny("EXAM_ADMIN", "TRAINER") ? laws.articles(row.id()) : List.of());
    return new ArticleList(page.items().stream().map(LawsResource::article).toList(), page.total(), page.page(), page.size());
  }

  @GET
  @Path("/{id}/difference")
  @Operation(summary = "What is other than in an older version, article by article", description = "kind: SAME, MOVED (renumbered), CHANGED, MOVED_AND_CHANGED, REMOVED, ADDED. Runs are the texts in stretches, those that changed marked. all=false leaves out SAME.")
  @APIResponse(responseCode = "200", description = "Pairs in the newer text's order")
  public PairList difference(@PathParam("id") String id, @QueryParam("from") String from, @QueryParam("all") boolean all, @BeanParam Listing listing) {
    List<Comparison.Pair> pairs = laws.compare(NotFound.id("law", from), NotFound.id("law", id));
    boolean mayAll = laws.detail(NotFound.id("law", id)).row().full() && laws.detail(NotFound.id("law", from)).row().full();
    Page<Comparison.Pair> page = listing.cut(mayAll ? pairs.stream().filter(one -> all || one.kind() != Comparison.Kind.SAME).toList() : List.of());
    return new PairList(page.items().stream().map(LawsResource::pair).toList(), page.total(), page.page(), page.size());
  }

  private static PairView pair(Comparison.Pair one) {
    Wording wording = Wording.of(one.old() == null ? null : one.old().text(), one.fresh() == null ? null : one.fresh().text());
    return new PairView(one.kind().name(), one.percent(), article(one.old()), article(one.fresh()), runs(wording.old()), runs(wording.fresh()));
  }

  private static List<RunView> runs(List<Wording.Run> runs) {
    return runs.stream().map(run -> new RunView(run.text(), run.changed())).toList();
  }

  static ArticleView article(Article one) {
    return one == null ? null : new ArticleView(one.id(), one.kind().name(), one.label(), one.plain(), one.headings(), one.text(), one.validFrom(), one.validTo());
  }

  private LawRow row(Laws.Row row) {
    return row(row, today());
  }

  static LawRow row(Laws.Row row, LocalDate today) {
    return new LawRow(row.id(), row.law(), row.version(), row.title(), row.documentNumber(), row.inForce(), row.until(), row.standing(today).name(), row.articles(), row.full());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Times.ZONE);
  }
}
