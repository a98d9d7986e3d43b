package cn.lianbing.proposal.web;

import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.proposal.MissedArticle;
import cn.lianbing.proposal.ProposalDeciding;
import cn.lianbing.proposal.ProposalFinding;
import cn.lianbing.proposal.ProposedSessions;
import cn.lianbing.proposal.Share;
import cn.lianbing.proposal.TrainingProposal;
import cn.lianbing.proposal.TrainingProposals;
import cn.lianbing.proposal.WeaknessRule;
import cn.lianbing.roster.LecturerSearch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Weak topics of units, and the sessions that they propose. */
@Path("/training-proposals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN", "SUPERVISOR"})
@Tag(name = "training")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
public class TrainingProposalsResource {
  @Inject TrainingProposals proposals;
  @Inject ProposedSessions proposed;
  @Inject ProposalFinding finding;
  @Inject ProposalDeciding deciding;
  @Inject WeaknessRule rule;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  /** Percent with one decimal; low and high are the ends of the 95 % Wilson interval over the answers. */
  public record ShareView(BigDecimal percent, BigDecimal low, BigDecimal high, int officers, int answers, BigDecimal gained, BigDecimal possible) {}

  public record ArticleView(String law, String version, int article, String citation, Integer missed, Integer answers) {}

  public record LaterView(long examId, String exam, ShareView share, boolean intervalsOverlap) {}

  public record ProposalView(long id, long unitId, String unit, long examId, String exam, String topic, String state, String reason, ShareView share, ShareView district, int weakBelow, List<ArticleView> articles, Long sessionId, LaterView later) {}

  public record LecturerView(long id, String name, int points, List<String> why) {}

  public record SuggestionView(String title, String form, OffsetDateTime from, OffsetDateTime to, List<LecturerView> lecturers) {}

  /** @param lecturerId one of those suggested; not given: the first of them */
  public record PlanBody(Long lecturerId) {
    @JsonbCreator
    public PlanBody {}
  }

  public record ReasonBody(String reason) {
    @JsonbCreator
    public ReasonBody {}
  }

  public record CountBody(Long examId) {
    @JsonbCreator
    public CountBody {}
  }

  /** weakBelow: percent. */
  public record RuleBody(Integer weakBelow, String source) {
    @JsonbCreator
    public RuleBody {}
  }

  public record RuleView(int weakBelow, String source, OffsetDateTime since) {}

  public record Created(long id) {}

  public record Counted(int weakTopics) {}

  @GET
  @Operation(summary = "Weak topics of units within reach", description = "The open ones first, then by unit: it is no ranking. Nothing rests on fewer than five officers; later is the next exam with that topic and no proof of an effect.")
  @APIResponse(responseCode = "200", description = "A page of proposals")
  public Page<ProposalView> list(@QueryParam("unitId") String unitId, @QueryParam("examId") String examId, @QueryParam("state") String state, @BeanParam Listing listing) {
    Page<TrainingProposals.Row> page = proposals.page(user.caller(), new TrainingProposals.Filter(Asked.id(unitId), Asked.id(examId), Asked.one(TrainingProposal.State.class, state)), listing.request());
    return new Page<>(page.items().stream().map(TrainingProposalsResource::view).toList(), page.total(), page.page(), page.size());
  }

  @GET
  @Path("rule")
  @Operation(summary = "Below which share a topic is weak whatever the others do")
  @APIResponse(responseCode = "200", description = "In percent, with its source")
  public RuleView rule() {
    return new RuleView(rule.now().value(), rule.now().source(), Times.offset(rule.now().since()));
  }

  @PUT
  @Path("rule")
  @Roles("TRAINER")
  @Operation(summary = "Set that share", description = "By the training desk of the whole district, for exams that are counted from now on.")
  @APIResponse(responseCode = "204", description = "Set")
  @APIResponse(responseCode = "404", description = "not-found: the caller does not keep it")
  @APIResponse(responseCode = "422", description = "invalid")
  public void rule(RuleBody body) {
    rule.set(user.caller(), Asked.body(body).weakBelow(), body.source());
  }

  @GET
  @Path("{id}/suggestion")
  @Operation(summary = "When it could be held and who could speak")
  @APIResponse(responseCode = "200", description = "The day, and the lecturers with the reasons for each")
  public SuggestionView suggestion(@PathParam("id") long id) {
    TrainingProposals.Row row = proposals.row(user.caller(), id);
    ProposedSessions.Suggestion one = proposed.of(user.caller(), row.unitId(), row.topic());
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    List<LecturerView> lecturers = one.lecturers().stream().map(it -> new LecturerView(it.lecturerId(), it.name(), it.points(), it.why().stream().map(why -> LecturerSearch.text(why, texts)).toList())).toList();
    return new SuggestionView(one.title(), one.form().name(), Times.offset(one.from()), Times.offset(one.to()), lecturers);
  }

  @POST
  @Path("{id}/session")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Make it a draft")
  @APIResponse(responseCode = "201", description = "The draft's id")
  @APIResponse(responseCode = "409", description = "proposal-decided")
  @APIResponse(responseCode = "422", description = "invalid: the lecturer is none of those suggested")
  public Response plan(@PathParam("id") long id, PlanBody body) {
    return Response.status(201).entity(new Created(deciding.plan(user.caller(), id, body == null ? null : body.lecturerId()))).build();
  }

  @POST
  @Path("{id}/dismissal")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Dismiss it, with the reason")
  @APIResponse(responseCode = "204", description = "Dismissed; it can be made a draft after all")
  @APIResponse(responseCode = "409", description = "proposal-decided")
  @APIResponse(responseCode = "422", description = "invalid: no reason")
  public void dismiss(@PathParam("id") long id, ReasonBody body) {
    deciding.dismiss(user.caller(), id, Asked.body(body).reason());
  }

  @POST
  @Path("counting")
  @Roles("TRAINER")
  @Operation(summary = "Look through an exam again, after a key was corrected", description = "It happens by itself within ten minutes of the release. What somebody has decided stays.")
  @APIResponse(responseCode = "200", description = "How many weak topics there are")
  @APIResponse(responseCode = "409", description = "proposal-exam-open")
  public Counted count(CountBody body) {
    if (Asked.body(body).examId() == null) throw new BadRequestException();
    return new Counted(finding.find(user.caller(), body.examId()));
  }

  private static ProposalView view(TrainingProposals.Row row) {
    LaterView later = row.later() == null ? null : new LaterView(row.later().examId(), row.later().title(), view(row.later().share()), row.later().share().overlaps(row.share()));
    return new ProposalView(row.id(), row.unitId(), row.unit(), row.examId(), row.exam(), row.topic(), row.state().name(), row.reason(), view(row.share()), view(row.all()), row.weakBelow(), row.articles().stream().map(TrainingProposalsResource::view).toList(), row.session() == null ? null : row.session().id(), later);
  }

  private static ArticleView view(MissedArticle one) {
    return new ArticleView(one.law(), one.version(), one.article(), one.citation(), one.missed(), one.answers());
  }

  private static ShareView view(Share share) {
    return share == null ? null : new ShareView(percent(share.value()), percent(share.low()), percent(share.high()), share.officers(), share.answers(), Marks.decimal((int) share.gained()), Marks.decimal((int) share.possible()));
  }

  private static BigDecimal percent(double part) {
    return BigDecimal.valueOf(part * 100).setScale(1, RoundingMode.HALF_UP);
  }
}
