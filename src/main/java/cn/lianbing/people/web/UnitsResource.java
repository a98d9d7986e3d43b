package cn.lianbing.people.web;

import cn.lianbing.people.Unit;
import cn.lianbing.people.UnitFacts;
import cn.lianbing.people.UnitKeeping;
import cn.lianbing.people.UnitReporting;
import cn.lianbing.people.Units;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Units. */
@Path("/units")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "SYSTEM_ADMIN"})
@Tag(name = "people")
public class UnitsResource {
  @Inject Units units;
  @Inject UnitKeeping keeping;
  @Inject UnitReporting reporting;
  @Inject CurrentUser user;

  public record UnitView(long id, String code, String name, Unit.Kind kind, @Schema(type = SchemaType.STRING, enumeration = {"ACTIVE", "CLOSED"}) String state, Long parentId, int sort, long officers) {}

  public record UnitList(List<UnitView> items, long total, int page, int size) {}

  /** The code and the parent count only for a new unit. */
  public record UnitInput(String code, String name, Unit.Kind kind, Long parentId, int sort) {
    @JsonbCreator
    public UnitInput {}

    UnitKeeping.UnitData data() {
      return new UnitKeeping.UnitData(code, name, kind, parentId, sort);
    }
  }

  /** publishes: its enforcement information, since publishesSince; rank since rankedSince, null where not known */
  public record FactsView(boolean publishes, LocalDate publishesSince, @Schema(enumeration = {"SECTION", "DEPUTY_SECTION", "OFFICE"}) String rank, LocalDate rankedSince, @Schema(enumeration = {"COUNTY", "TOWNSHIP"}) String level) {
    @JsonbCreator
    public FactsView {}
  }

  @GET
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Units within the caller's reach", description = "Parents before children. officers counts the active ones directly in the unit.")
  @APIResponse(responseCode = "200", description = "A page of units")
  public UnitList list(@BeanParam Listing listing) {
    Page<UnitView> part = listing.cut(units.within(user.caller()).stream().map(UnitsResource::body).toList());
    return new UnitList(part.items(), part.total(), part.page(), part.size());
  }

  @POST
  @Operation(summary = "Add a unit below another")
  @APIResponse(responseCode = "201", description = "Added; Location names it")
  @APIResponse(responseCode = "404", description = "not-found: no such parent within the caller's reach")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(UnitView.class)
  public Response add(UnitInput input) {
    long id = keeping.add(user.caller(), Asked.body(input).data());
    return Response.created(URI.create("units/" + id)).entity(one(id)).build();
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Change a unit's name, kind and place among its siblings", description = "code and parentId do not count here.")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "422", description = "invalid")
  public UnitView change(@PathParam("id") long id, UnitInput input) {
    keeping.change(user.caller(), id, Asked.body(input).data());
    return one(id);
  }

  @POST
  @Path("/{id}/closing")
  @Operation(summary = "Close a unit that nobody is in any more")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "unit-not-empty")
  public UnitView close(@PathParam("id") long id) {
    keeping.close(user.caller(), id);
    return one(id);
  }

  @POST
  @Path("/{id}/reopening")
  @Operation(summary = "Reopen a closed unit")
  @APIResponse(responseCode = "200", description = "As it is now")
  public UnitView reopen(@PathParam("id") long id) {
    keeping.reopen(user.caller(), id);
    return one(id);
  }

  @GET
  @Path("/{id}/facts")
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "What the annual report tells of a unit")
  @APIResponse(responseCode = "200", description = "The facts")
  public FactsView facts(@PathParam("id") long id) {
    UnitFacts facts = reporting.facts(user.caller(), id);
    return new FactsView(facts.publishes(), facts.publishesSince(), facts.rank() == null ? null : facts.rank().name(), facts.rankedSince(), facts.level() == null ? null : facts.level().name());
  }

  @PUT
  @Path("/{id}/facts")
  @Operation(summary = "Change what the annual report tells of a unit")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "422", description = "invalid: publishesSince, rankedSince, rank, level")
  public FactsView state(@PathParam("id") long id, FactsView input) {
    reporting.state(user.caller(), id, new UnitFacts(Asked.body(input).publishes(), input.publishesSince(), Asked.one(Unit.Rank.class, "rank", input.rank()), input.rankedSince(), Asked.one(Unit.Level.class, "level", input.level())));
    return facts(id);
  }

  private UnitView one(long id) {
    return units.within(user.caller()).stream().filter(row -> row.id() == id).findFirst().map(UnitsResource::body).orElseThrow(() -> new NotFound("unit", id));
  }

  private static UnitView body(Units.Row row) {
    return new UnitView(row.id(), row.code(), row.name(), row.kind(), row.state().name(), row.parentId(), row.sort(), row.officers());
  }
}
