package cn.lianbing.paper.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Blueprints;
import cn.lianbing.paper.Bound;
import cn.lianbing.paper.Demands;
import cn.lianbing.paper.Draw;
import cn.lianbing.paper.Line;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Blueprints: what papers are drawn by. */
@Path("/blueprints")
@RequestScoped
@Roles({"EXAM_ADMIN", "UNIT_ADMIN"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "blueprints")
public class BlueprintsResource {
  @Inject Blueprints blueprints;
  @Inject BlueprintEditing editing;
  @Inject PaperAssembly assembly;
  @Inject CurrentUser user;
  @Inject Clock clock;

  public record BlueprintRow(long id, String title, int questions, BigDecimal maxMark) {}

  public record BlueprintList(List<BlueprintRow> items, long total, int page, int size) {}

  /** count items of a type, of a topic (a path or its beginning; null: any) and a range of difficulty (1–5 where it is left out), each worth marks */
  public record LineBody(String topic, ItemType type, Integer difficultyFrom, Integer difficultyTo, int count, BigDecimal marks) {
    @JsonbCreator
    public LineBody {}
  }

  /** at least min and at most max items of a kind on the whole paper; one of them may be left out. value: a topic's path or beginning, a stage, type, field, law, or a difficulty 1–5 */
  public record BoundBody(Bound.Dimension dimension, String value, Integer min, Integer max) {
    @JsonbCreator
    public BoundBody {}
  }

  /** targetDifficulty: mean of 1–5; spread: by how much forms may differ, 0.10 where it is left out; exposureLimit: an item is not taken once it was seen in so many exams of the last twelve months */
  public record DemandsBody(List<BoundBody> bounds, BigDecimal targetDifficulty, BigDecimal spread, BigDecimal exposureLimit) {
    @JsonbCreator
    public DemandsBody {}
  }

  /** demands: of the whole paper; left out where it is changed: they stay */
  public record BlueprintBody(String title, List<LineBody> lines, DemandsBody demands) {
    @JsonbCreator
    public BlueprintBody {}
  }

  public record BlueprintView(long id, String title, int questions, BigDecimal maxMark, List<LineBody> lines, DemandsBody demands, Long formSetId) {}

  public record LineSupply(int line, int count, int available) {}

  /** @param shortages lines that cannot be filled; lines that overlap may lack items although each alone has enough */
  public record Availability(LocalDate day, boolean enough, List<LineSupply> lines, List<LineSupply> shortages) {}

  @GET
  @Operation(summary = "Blueprints, the newest first")
  @APIResponse(responseCode = "200", description = "A page of blueprints")
  public BlueprintList list(@BeanParam Listing listing) {
    listing.request();
    Page<Blueprints.Row> page = listing.cut(blueprints.all());
    return new BlueprintList(page.items().stream().map(one -> new BlueprintRow(one.id(), one.title(), one.questions(), Marks.decimal(one.maxMark()))).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Make a blueprint")
  @APIResponse(responseCode = "201", description = "Made")
  @APIResponse(responseCode = "422", description = "invalid, with a violation for each field: title, lines, lines[2].count")
  @Answers(BlueprintView.class)
  public Response make(BlueprintBody body) {
    long id = save(null, body);
    return Response.created(URI.create("/api/v1/blueprints/" + id)).entity(get(id)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A blueprint with its lines")
  @APIResponse(responseCode = "200", description = "The blueprint")
  public BlueprintView get(@PathParam("id") long id) {
    BlueprintEditing.View view = editing.view(user.caller(), id);
    return new BlueprintView(view.id(), view.title(), view.lines().stream().mapToInt(Line::count).sum(), Marks.decimal(view.lines().stream().mapToInt(Line::total).sum()), view.lines().stream().map(BlueprintsResource::body).toList(), body(view.demands()), view.formSetId());
  }

  @PUT
  @Path("/{id}")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Change a blueprint", description = "Exams that are scheduled already keep what they were scheduled with.")
  @APIResponse(responseCode = "200", description = "Changed")
  @APIResponse(responseCode = "422", description = "invalid")
  public BlueprintView change(@PathParam("id") long id, BlueprintBody body) {
    return get(save(id, body));
  }

  @DELETE
  @Path("/{id}")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Remove a blueprint")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", description = "blueprint-used: an exam was drawn by it")
  public Response remove(@PathParam("id") long id) {
    editing.remove(user.caller(), id);
    return Response.noContent().build();
  }

  @GET
  @Path("/{id}/availability")
  @Operation(summary = "How many items the bank has for each line", description = "Only items whose law version is in force on the day.")
  @APIResponse(responseCode = "200", description = "Numbers by line, counted from 1")
  @APIResponse(responseCode = "400", description = "invalid day")
  public Availability availability(@PathParam("id") long id, @Parameter(description = "2026-11-24; today where it is left out") @QueryParam("day") String day) {
    List<Line> lines = editing.view(user.caller(), id).lines();
    LocalDate on = day(day);
    PaperAssembly.Supply supply = assembly.supply(lines, on);
    List<LineSupply> each = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) each.add(new LineSupply(i + 1, lines.get(i).count(), supply.available().get(i)));
    List<LineSupply> shortages = supply.shortages().stream().map(BlueprintsResource::shortage).toList();
    return new Availability(on, shortages.isEmpty(), each, shortages);
  }

  private long save(Long id, BlueprintBody body) {
    if (body == null) throw Invalid.field("title", "required");
    Demands demands = body.demands() != null ? demands(body.demands()) : id == null ? Demands.NONE : editing.view(user.caller(), id).demands();
    return editing.save(user.caller(), id, body.title(), lines(body.lines()), demands);
  }

  private LocalDate day(String text) {
    try {
      return text == null || text.isEmpty() ? LocalDate.ofInstant(clock.instant(), Times.ZONE) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Invalid.parameter("day", "date");
    }
  }

  private static List<Line> lines(List<LineBody> bodies) {
    List<Line> lines = new ArrayList<>();
    for (LineBody one : bodies == null ? List.<LineBody>of() : bodies) {
      try {
        lines.add(line(one));
      } catch (Invalid e) {
        throw e.in("lines[" + lines.size() + "]");
      }
    }
    return lines;
  }

  private static Line line(LineBody body) {
    if (body == null) throw Invalid.field("type", "required");
    return new Line(body.topic(), body.type(), body.difficultyFrom() == null ? 1 : body.difficultyFrom(), body.difficultyTo() == null ? 5 : body.difficultyTo(), body.count(), Marks.tenths(body.marks(), "marks"));
  }

  private static LineBody body(Line line) {
    return new LineBody(line.topic(), line.type(), line.difficultyFrom(), line.difficultyTo(), line.count(), Marks.decimal(line.marks()));
  }

  private static Demands demands(DemandsBody body) {
    try {
      List<Bound> bounds = body.bounds() == null ? List.of() : body.bounds().stream().map(one -> new Bound(one.dimension(), one.value(), one.min(), one.max())).toList();
      return new Demands(bounds, scaled(body.targetDifficulty(), 2), body.spread() == null ? Demands.USUAL_SPREAD : scaled(body.spread(), 2), scaled(body.exposureLimit(), 3));
    } catch (Invalid e) {
      throw e.in("demands");
    }
  }

  private static DemandsBody body(Demands demands) {
    return new DemandsBody(demands.bounds().stream().map(one -> new BoundBody(one.dimension(), one.value(), one.min(), one.max())).toList(), demands.targetDifficulty() == null ? null : BigDecimal.valueOf(demands.targetDifficulty(), 2),
        BigDecimal.valueOf(demands.spread(), 2), demands.exposureLimit() == null ? null : BigDecimal.valueOf(demands.exposureLimit(), 3));
  }

  private static Integer scaled(BigDecimal number, int places) {
    return number == null ? null : number.movePointRight(places).setScale(0, RoundingMode.HALF_UP).intValue();
  }

  private static LineSupply shortage(Draw.Shortage one) {
    return new LineSupply(one.part() + 1, one.wanted(), one.found());
  }
}
