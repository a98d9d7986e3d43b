package cn.lianbing.paper.web;

import cn.lianbing.bank.Items;
import cn.lianbing.paper.FormAssembly;
import cn.lianbing.paper.FormSet;
import cn.lianbing.paper.FormSets;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Parallel forms: assembled, looked at, mended, and put to use. */
@Path("/form-sets")
@RequestScoped
@Roles("EXAM_ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "form-sets")
public class FormSetsResource {
  private static final int ALTERNATIVES = 20;
  @Inject FormAssembly assembly;
  @Inject FormSets sets;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context jakarta.ws.rs.core.HttpHeaders headers;

  public record FormSetRow(long id, long blueprintId, FormSet.State state, int forms, int questions, Instant madeAt, boolean inUse) {}

  public record FormSetList(List<FormSetRow> items, long total, int page, int size) {}

  /** forms 1–10; sharing: items may stand on several forms; day: law versions in force on it, today where it is left out */
  public record Assembling(Long blueprintId, int forms, boolean sharing, LocalDate day) {
    @JsonbCreator
    public Assembling {}
  }

  public record FormItem(String code, long version, int line, String topic, String stage, int difficulty) {}

  public record FormView(String letter, BigDecimal difficulty, List<FormItem> items) {}

  /** flaws: what is asked for and not kept, in sentences; a set with flaws cannot be made final */
  public record FormSetView(long id, long blueprintId, FormSet.State state, LocalDate day, boolean disjoint, boolean inUse, List<FormView> forms, List<String> flaws) {}

  public record Swap(Long version, String item) {
    @JsonbCreator
    public Swap {}
  }

  public record AlternativeList(List<FormItem> items) {}

  @GET
  @Operation(summary = "The forms of a blueprint, the newest first")
  @APIResponse(responseCode = "200", description = "A page of sets")
  @APIResponse(responseCode = "400", description = "invalid: blueprint is missing")
  public FormSetList list(@QueryParam("blueprint") Long blueprint, @BeanParam Listing listing) {
    if (blueprint == null) throw Invalid.parameter("blueprint", "required");
    listing.request();
    Page<FormSets.Row> page = listing.cut(sets.of(blueprint));
    return new FormSetList(page.items().stream().map(one -> new FormSetRow(one.id(), one.blueprintId(), one.state(), one.forms(), one.questions(), one.madeAt(), one.inUse())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Operation(summary = "Assemble parallel forms", description = "A solver looks for forms that meet the blueprint's lines and demands and are equally difficult. Takes seconds.")
  @APIResponse(responseCode = "201", description = "A draft")
  @APIResponse(responseCode = "409", description = "assembly-busy: another is being assembled")
  @APIResponse(responseCode = "422", description = "invalid, with a violation for each requirement that cannot be met and by how many items")
  @Answers(FormSetView.class)
  public Response assemble(Assembling body) {
    if (body == null || body.blueprintId() == null) throw Invalid.field("blueprintId", "required");
    long id = assembly.assemble(user.caller(), body.blueprintId(), body.forms(), !body.sharing(), body.day() == null ? LocalDate.ofInstant(clock.instant(), Times.ZONE) : body.day());
    return Response.created(URI.create("/api/v1/form-sets/" + id)).entity(get(id)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A set with its forms, items and flaws")
  @APIResponse(responseCode = "200", description = "The set")
  public FormSetView get(@PathParam("id") long id) {
    FormAssembly.View view = assembly.view(user.caller(), id);
    List<FormView> forms = new ArrayList<>();
    for (int form = 0; form < view.forms().size(); form++) {
      List<FormItem> items = new ArrayList<>();
      for (int line = 0; line < view.forms().get(form).size(); line++) for (Items.Candidate item : view.forms().get(form).get(line)) items.add(item(item, line));
      forms.add(new FormView(FormSet.letter(form), BigDecimal.valueOf(view.means().get(form), 2), items));
    }
    return new FormSetView(id, view.blueprintId(), view.state(), view.day(), view.disjoint(), view.inUse(), forms, view.flaws().stream().map(this::sentence).toList());
  }

  @GET
  @Path("/{id}/forms/{letter}/alternatives")
  @Operation(summary = "Items that may take an item's place without breaking anything")
  @APIResponse(responseCode = "200", description = "The nearest first")
  public AlternativeList alternatives(@PathParam("id") long id, @PathParam("letter") String letter, @QueryParam("version") Long version) {
    if (version == null) throw Invalid.parameter("version", "required");
    return new AlternativeList(assembly.alternatives(user.caller(), id, form(letter), version, ALTERNATIVES).stream().map(item -> item(item, -1)).toList());
  }

  @POST
  @Path("/{id}/forms/{letter}/swaps")
  @Operation(summary = "Put another item in an item's place")
  @APIResponse(responseCode = "200", description = "The set as it is now")
  @APIResponse(responseCode = "409", description = "forms-not-draft")
  @APIResponse(responseCode = "422", description = "invalid: the line does not take the item, or the form has it")
  public FormSetView swap(@PathParam("id") long id, @PathParam("letter") String letter, Swap body) {
    if (body == null || body.version() == null) throw Invalid.field("version", "required");
    assembly.swap(user.caller(), id, form(letter), body.version(), body.item());
    return get(id);
  }

  @POST
  @Path("/{id}/final")
  @Operation(summary = "Make a draft final")
  @APIResponse(responseCode = "200", description = "Final")
  @APIResponse(responseCode = "409", description = "forms-flawed, forms-not-draft")
  public FormSetView finish(@PathParam("id") long id) {
    assembly.finish(user.caller(), id);
    return get(id);
  }

  @POST
  @Path("/{id}/use")
  @Operation(summary = "Let exams that are scheduled from now on by its blueprint use it")
  @APIResponse(responseCode = "200", description = "In use")
  @APIResponse(responseCode = "409", description = "forms-not-final")
  public FormSetView use(@PathParam("id") long id) {
    assembly.use(user.caller(), id);
    return get(id);
  }

  @POST
  @Path("/{id}/withdrawal")
  @Operation(summary = "Withdraw a set", description = "Papers that were drawn from it stay as they are.")
  @APIResponse(responseCode = "200", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "forms-withdrawn")
  public FormSetView withdraw(@PathParam("id") long id) {
    assembly.withdraw(user.caller(), id);
    return get(id);
  }

  private String sentence(FormAssembly.Flaw flaw) {
    cn.lianbing.platform.Texts texts = cn.lianbing.platform.Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.CHINA));
    return (flaw.form() < 0 ? "" : texts.of("paper.fault.form", FormSet.letter(flaw.form()))) + texts.of("paper.fault." + flaw.code(), flaw.arguments().toArray());
  }

  /** @param line from 0; -1: not on the form */
  private static FormItem item(Items.Candidate item, int line) {
    return new FormItem(item.code(), item.versionId(), line + 1, item.topic(), item.stage(), item.difficulty());
  }

  private static int form(String letter) {
    if (letter.length() != 1) throw new NotFound("form", letter);
    return letter.charAt(0) - 'A';
  }
}
