package cn.lianbing.people.web;

import cn.lianbing.people.AccountKeeping;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.PasswordChange;
import cn.lianbing.people.Role;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts. */
@Path("/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles("SYSTEM_ADMIN")
@Tag(name = "accounts")
public class AccountsResource {
  @Inject Accounts accounts;
  @Inject AccountKeeping keeping;
  @Inject PasswordChange passwordChange;
  @Inject CurrentUser user;

  public record AccountRow(long id, String username, String name, String unit, @Schema(type = SchemaType.STRING, enumeration = {"ACTIVE", "DISABLED"}) String state, boolean passwordChangeRequired, List<Role> roles) {}

  public record AccountList(List<AccountRow> items, long total, int page, int size) {}

  /** The password must be changed at the first sign-in; it is kept nowhere. */
  public record Initial(String username, String initialPassword) {}

  public record StaffInput(String username, String name, Long unitId, List<Role> roles) {
    @JsonbCreator
    public StaffInput {}
  }

  public record RolesInput(List<Role> roles) {
    @JsonbCreator
    public RolesInput {}
  }

  @GET
  @Operation(summary = "Accounts", description = "q: part of the username or the name")
  @APIResponse(responseCode = "200", description = "A page of accounts")
  public AccountList list(@QueryParam("q") String q, @BeanParam Listing listing) {
    Page<Accounts.Row> found = accounts.page(user.caller(), q, listing.request());
    return new AccountList(found.items().stream().map(row -> new AccountRow(row.id(), row.username(), row.name(), row.unit(), row.state().name(), row.passwordChangeRequired(), row.roles())).toList(), found.total(), found.page(), found.size());
  }

  @POST
  @Operation(summary = "Add a staff account, which belongs to no officer", description = "An officer's account is opened by POST /people/{id}/account.")
  @APIResponse(responseCode = "201", description = "The account and its initial password")
  @APIResponse(responseCode = "404", description = "not-found: no such unit")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Initial.class)
  public Response add(StaffInput input) {
    if (Asked.body(input).unitId() == null) throw Invalid.field("unitId", "required");
    var initial = keeping.addStaff(user.caller(), input.username(), input.name(), input.unitId(), roles(input.roles()));
    return Response.status(201).entity(new Initial(initial.username(), initial.password())).build();
  }

  @PUT
  @Path("/{id}/roles")
  @Operation(summary = "Say what an account may do", description = "Its sessions and tokens end. Nobody changes the own account's.")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "400", description = "unreadable: not a role")
  @APIResponse(responseCode = "409", description = "own-account")
  @APIResponse(responseCode = "422", description = "invalid")
  public void grant(@PathParam("id") long id, RolesInput input) {
    keeping.grant(user.caller(), id, roles(Asked.body(input).roles()));
  }

  @POST
  @Path("/{id}/password-reset")
  @Roles({"UNIT_ADMIN", "SYSTEM_ADMIN"})
  @Operation(summary = "Give a new initial password", description = "The account's sessions and tokens end. A unit administrator reaches accounts of officers of its units.")
  @APIResponse(responseCode = "200", description = "The new initial password")
  public Initial reset(@PathParam("id") long id) {
    String password = passwordChange.reset(user.caller(), id);
    return new Initial(accounts.get(id).username(), password);
  }

  @POST
  @Path("/{id}/disabling")
  @Operation(summary = "Disable an account", description = "Its sessions and tokens end.")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "409", description = "own-account")
  public void disable(@PathParam("id") long id) {
    keeping.disable(user.caller(), id);
  }

  @POST
  @Path("/{id}/enabling")
  @Operation(summary = "Enable an account again")
  @APIResponse(responseCode = "204", description = "Done")
  public void enable(@PathParam("id") long id) {
    keeping.enable(user.caller(), id);
  }

  private static Set<Role> roles(List<Role> roles) {
    return roles == null ? Set.of() : roles.stream().filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
