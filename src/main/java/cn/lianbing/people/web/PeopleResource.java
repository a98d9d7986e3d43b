package cn.lianbing.people.web;

import cn.lianbing.people.AccountKeeping;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Invalid;
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
import jakarta.ws.rs.QueryParam;
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

/** Officers. */
@Path("/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
@Tag(name = "people")
public class PeopleResource {
  @Inject Officers officers;
  @Inject Units units;
  @Inject Accounts accounts;
  @Inject PeopleAdministration administration;
  @Inject AccountKeeping keeping;
  @Inject CurrentUser user;

  public record UnitName(long id, String name) {}

  public record PersonRow(long id, String name, String idNumberMasked, UnitName unit, Officer.Establishment establishment, String post, @Schema(type = SchemaType.STRING, enumeration = {"ACTIVE", "SECONDED", "RETIRED", "LEFT"}) String state, String username) {}

  public record PersonList(List<PersonRow> items, long total, int page, int size) {}

  public record PersonAccount(long id, String username, @Schema(type = SchemaType.STRING, enumeration = {"ACTIVE", "DISABLED"}) String state, boolean passwordChangeRequired) {}

  public record PersonView(long id, String name, String idNumberMasked, Officer.Sex sex, LocalDate birthDate, UnitName unit, Officer.Establishment establishment, Officer.Education education, String post, String phone, @Schema(type = SchemaType.STRING, enumeration = {"ACTIVE", "SECONDED", "RETIRED", "LEFT"}) String state, PersonAccount account) {}

  /** Without an idNumber the stored one stays. */
  public record PersonInput(String name, String idNumber, Long unitId, Officer.Establishment establishment, Officer.Education education, String post, String phone, @Schema(type = SchemaType.STRING, enumeration = {"ACTIVE", "SECONDED", "RETIRED", "LEFT"}) String state) {
    @JsonbCreator
    public PersonInput {}

    PeopleAdministration.OfficerData data() {
      if (unitId == null) throw Invalid.field("unitId", "required");
      return new PeopleAdministration.OfficerData(unitId, name, idNumber, establishment, education, post, phone, Asked.one(Officer.State.class, "state", state));
    }
  }

  public record AccountInput(String username) {
    @JsonbCreator
    public AccountInput {}
  }

  @GET
  @Operation(summary = "Officers within the caller's reach", description = "sort: unit (the default) or name. Identity numbers are masked.")
  @APIResponse(responseCode = "200", description = "A page of officers")
  public PersonList list(@QueryParam("q") String q, @QueryParam("unit") String unit, @QueryParam("state") String state, @BeanParam Listing listing) {
    var filter = new Officers.Filter(q, Asked.id(unit), Asked.one(Officer.State.class, state));
    Page.Request part = listing.request("unit", "name");
    Page<Officers.Row> found = officers.page(user.caller(), filter, "name".equals(listing.sort()) ? Officers.Order.NAME : Officers.Order.UNIT, part);
    return new PersonList(found.items().stream().map(row -> new PersonRow(row.id(), row.name(), row.idNumberMasked(), new UnitName(row.unitId(), row.unit()), row.establishment(), row.post(), row.state().name(), row.username())).toList(), found.total(), found.page(), found.size());
  }

  @GET
  @Path("/{id}")
  @Roles({"OFFICER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "One officer", description = "Officers may read their own record.")
  @APIResponse(responseCode = "200", description = "The officer")
  public PersonView one(@PathParam("id") long id) {
    Officer officer = officers.get(user.caller(), id);
    PersonAccount account = accounts.ofOfficer(id).map(one -> new PersonAccount(one.id(), one.username(), one.state().name(), one.passwordChangeRequired())).orElse(null);
    return new PersonView(id, officer.name(), officer.idNumberMasked(), officer.sex(), officer.birthDate(), new UnitName(officer.unitId(), units.get(officer.unitId()).name()), officer.establishment(), officer.education(), officer.post(), officer.phone(), officer.state().name(), account);
  }

  @POST
  @Roles({"UNIT_ADMIN", "SYSTEM_ADMIN"})
  @Operation(summary = "Add an officer")
  @APIResponse(responseCode = "201", description = "Added; Location names it")
  @APIResponse(responseCode = "404", description = "not-found: no such unit within the caller's reach")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(PersonView.class)
  public Response add(PersonInput input) {
    long id = administration.addOfficer(user.caller(), Asked.body(input).data());
    return Response.created(URI.create("people/" + id)).entity(one(id)).build();
  }

  @PUT
  @Path("/{id}")
  @Roles({"UNIT_ADMIN", "SYSTEM_ADMIN"})
  @Operation(summary = "Change an officer", description = "Without an idNumber the stored one stays. An account follows: its name and unit, and it ends when the officer retires or leaves.")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "422", description = "invalid")
  public PersonView change(@PathParam("id") long id, PersonInput input) {
    administration.changeOfficer(user.caller(), id, Asked.body(input).data());
    return one(id);
  }

  @POST
  @Path("/{id}/account")
  @Roles({"UNIT_ADMIN", "SYSTEM_ADMIN"})
  @Operation(summary = "Open an officer's account", description = "With the role OFFICER. Without a username the account is named after the officer's number.")
  @APIResponse(responseCode = "201", description = "The account and its initial password, which is shown only here")
  @APIResponse(responseCode = "409", description = "has-account")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(AccountsResource.Initial.class)
  public Response openAccount(@PathParam("id") long id, AccountInput input) {
    var initial = keeping.open(user.caller(), id, input == null ? null : input.username());
    return Response.status(201).entity(new AccountsResource.Initial(initial.username(), initial.password())).build();
  }
}
