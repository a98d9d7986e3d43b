package cn.lianbing.practice.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Marked;
import cn.lianbing.bank.Option;
import cn.lianbing.exam.Answer;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.practice.ChoiceShares;
import cn.lianbing.practice.Drills;
import cn.lianbing.practice.Mastery;
import cn.lianbing.practice.PracticeAnswering;
import cn.lianbing.practice.PracticeBook;
import cn.lianbing.practice.PracticeTokens;
import cn.lianbing.practice.Share;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An officer's own practice, and what a unit of at least five people knows. */
@Path("/practice")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", PracticeTokens.ROLE})
@Tag(name = "practice")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
public class PracticeResource {
  @Inject Drills drills;
  @Inject PracticeAnswering answering;
  @Inject PracticeBook book;
  @Inject Mastery mastery;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record OptionView(String key, String text, List<Marked.Block> blocks) {}

  /** choice: of options; order; pairs: the letter for each entry of the left column; blanks: the variants of each. */
  public record KeyView(List<String> choice, List<String> order, List<String> pairs, List<List<String>> blanks) {}

  public record ArticleView(String citation, String law, String version, String article, String text, String quote) {}

  public record SharesView(int people, Map<String, Integer> percent) {}

  public record QuestionView(int no, long itemId, long itemVersionId, String code, ItemType type, String order, String stem, List<Marked.Block> stemBlocks, String material, List<Marked.Block> materialBlocks, List<OptionView> options, List<OptionView> left, int blankCount, String topic, KeyView key, String rationale,
      List<ArticleView> articles, SharesView shares, boolean favourite, boolean inBook, String note) {}

  public record DrillView(List<QuestionView> questions) {}

  /** clientId: made by the client, 8 to 36 letters, digits and hyphens; order: as the drill had it. */
  public record SentBody(String clientId, Long itemVersionId, String order, List<String> choice, List<String> blanks, List<String> sequence, List<String> pairs, OffsetDateTime at) {
    @JsonbCreator
    public SentBody {}
  }

  public record AnswersBody(List<SentBody> answers) {
    @JsonbCreator
    public AnswersBody {}
  }

  public record TakenView(String clientId, boolean correct, boolean inBook, LocalDate dueOn, boolean known) {}

  public record TakenViews(List<TakenView> answers) {}

  public record KeepBody(Boolean favourite, String note) {
    @JsonbCreator
    public KeepBody {}
  }

  public record DayView(LocalDate day, int items) {}

  public record PlanView(LocalDate day, int today, List<DayView> forecast, int wrong, int favourites) {}

  /** low and high: the ends of the 95 % Wilson interval, 0 to 1. */
  public record ShareView(int right, int of, double low, double high) {}

  public record CellView(String stage, String field, ShareView share, int items) {}

  public record LawView(String law, ShareView share, int items, List<CellView> cells) {}

  public record WeakView(String topic, ShareView share, int items) {}

  public record MasteryView(List<LawView> laws, List<WeakView> next) {}

  public record UnitView(long unitId, String unit, boolean shown, Integer people, List<LawView> laws, List<WeakView> weak) {}

  @GET
  @Path("drills")
  @Operation(summary = "A drill, whole", description = "With keys, explanations and articles. from: ANY (what was never right first), DUE, WRONG, FAVOURITE; size at most 50, usually 10.")
  @APIResponse(responseCode = "200", description = "Fewer questions than asked for, or none, where there are no more")
  @APIResponse(responseCode = "409", description = "practice-during-exam: an attempt of the caller is open")
  public DrillView drill(@QueryParam("from") String from, @QueryParam("law") String law, @QueryParam("topic") String topic, @QueryParam("stage") String stage, @QueryParam("field") String field, @QueryParam("type") String type, @QueryParam("size") String size) {
    Drills.From source = Asked.one(Drills.From.class, from);
    Long most = Asked.id(size);
    if (most != null && (most < 1 || most > Drills.LARGEST)) throw Invalid.parameter("size", "size", Drills.LARGEST);
    Drills.Wish wish = new Drills.Wish(source == null ? Drills.From.ANY : source, given(law), given(topic), given(stage), given(field), Asked.one(ItemType.class, type), most == null ? Drills.USUAL : most.intValue());
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    return new DrillView(drills.draw(user.caller(), wish, texts).stream().map(PracticeResource::view).toList());
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static QuestionView view(Drills.Drilled one) {
    KeyView key = switch (one.type()) {
      case FILL -> new KeyView(null, null, null, one.blanks());
      case ORDER -> new KeyView(null, one.choice(), null, null);
      case MATCH -> new KeyView(null, null, one.choice(), null);
      default -> new KeyView(one.choice(), null, null, null);
    };
    return new QuestionView(one.no(), one.itemId(), one.itemVersionId(), one.code(), one.type(), one.order(), one.stem(), blocks(one.stem()), one.material(), blocks(one.material()), options(one.options()), options(one.left()), one.blankCount(), one.topic(), key, one.rationale(),
        one.articles().stream().map(it -> new ArticleView(it.citation(), it.law(), it.version(), it.number(), it.text(), it.quote())).toList(), shares(one.shares()), one.favourite(), one.inBook(), one.note());
  }

  private static SharesView shares(ChoiceShares.Shares shares) {
    return shares == null ? null : new SharesView(shares.people(), shares.percent());
  }

  private static List<OptionView> options(List<Option> options) {
    return options.stream().map(one -> new OptionView(one.key(), one.text(), blocks(one.text()))).toList();
  }

  private static List<Marked.Block> blocks(String text) {
    return Marked.rich(text) ? Marked.blocks(text) : null;
  }

  @POST
  @Path("answers")
  @Operation(summary = "Hand over answers", description = "At most 50, in any order, as often as needed: a clientId that is known changes nothing. at is the client's clock; the future becomes now.")
  @APIResponse(responseCode = "200", description = "What became of each, in the same order")
  @APIResponse(responseCode = "409", description = "practice-during-exam: an attempt of the caller is open")
  @APIResponse(responseCode = "422", description = "invalid: answers; nothing was stored")
  public TakenViews answers(AnswersBody body) {
    List<SentBody> sent = Asked.body(body).answers();
    if (sent == null || sent.stream().anyMatch(one -> one == null || one.itemVersionId() == null)) throw Invalid.field("answers", "practice.answers", PracticeAnswering.MOST);
    return new TakenViews(answering.take(user.caller(), sent.stream().map(one -> new PracticeAnswering.Sent(one.clientId(), one.itemVersionId(), one.order(), new Answer(one.choice(), one.blanks(), one.sequence(), one.pairs(), null), one.at() == null ? null : one.at().toInstant())).toList()).stream()
        .map(one -> new TakenView(one.clientId(), one.correct(), one.inBook(), one.dueOn(), one.known())).toList());
  }

  @PUT
  @Path("items/{id}")
  @Operation(summary = "Mark an item as a favourite or no longer, and note something on it", description = "What is not given stays as it is; an empty note is taken away.")
  @APIResponse(responseCode = "204", description = "Kept")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "422", description = "invalid: note")
  public void keep(@PathParam("id") long id, KeepBody body) {
    answering.keep(user.caller(), id, Asked.body(body).favourite(), body.note());
  }

  @GET
  @Path("book")
  @Operation(summary = "The caller's book", description = "kind: WRONG, FAVOURITE or NOTE. Items in their latest wording; the stem is null while an exam holds an item back.")
  @APIResponse(responseCode = "200", description = "A page of items, the last answered first")
  public Page<PracticeBook.Row> book(@QueryParam("kind") String kind, @BeanParam Listing listing) {
    PracticeBook.Kind asked = Asked.one(PracticeBook.Kind.class, kind);
    return book.page(user.caller(), asked == null ? PracticeBook.Kind.WRONG : asked, listing.request());
  }

  @GET
  @Path("plan")
  @Operation(summary = "What is to be repeated today and in the next four weeks")
  @APIResponse(responseCode = "200", description = "By day")
  public PlanView plan() {
    PracticeBook.Plan plan = book.plan(user.caller());
    return new PlanView(plan.day(), plan.today(), plan.forecast().stream().map(one -> new DayView(one.day(), one.items())).toList(), plan.wrong(), plan.favourites());
  }

  @GET
  @Path("mastery")
  @Operation(summary = "What the caller knows of which law, at which stage, in which field", description = "Each item counts once, as it was answered last. next: the topics least known for sure.")
  @APIResponse(responseCode = "200", description = "By law")
  public MasteryView mastery() {
    return new MasteryView(laws(mastery.map(user.caller())), weak(mastery.weak(user.caller())));
  }

  @GET
  @Path("units/{id}")
  @Roles({"UNIT_ADMIN", "TRAINER", "EXAM_ADMIN", "SYSTEM_ADMIN"})
  @Operation(summary = "The same of a unit with what lies under it, without names", description = "shown is false below five people who practised; cells and topics that fewer touched are left out.")
  @APIResponse(responseCode = "200", description = "By law")
  @APIResponse(responseCode = "404", description = "not-found: outside of the caller's reach")
  public UnitView unit(@PathParam("id") long id) {
    Mastery.UnitMap map = mastery.unit(user.caller(), id);
    return new UnitView(map.unitId(), map.unit(), map.shown(), map.people(), laws(map.laws()), weak(map.weak()));
  }

  private static List<LawView> laws(List<Mastery.LawRow> laws) {
    return laws.stream().map(law -> new LawView(law.law(), share(law.share()), law.items(), law.cells().stream().map(cell -> new CellView(cell.stage(), cell.field(), share(cell.share()), cell.items())).toList())).toList();
  }

  private static List<WeakView> weak(List<Mastery.Weak> weak) {
    return weak.stream().map(one -> new WeakView(one.topic(), share(one.share()), one.items())).toList();
  }

  private static ShareView share(Share share) {
    return new ShareView(share.right(), share.of(), share.low(), share.high());
  }
}
