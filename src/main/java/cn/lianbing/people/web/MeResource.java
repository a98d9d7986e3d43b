package cn.lianbing.people.web;

import cn.lianbing.people.Accounts;
import cn.lianbing.people.PasswordChange;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own account. Nothing here changes what it may do. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
@Tag(name = "session")
public class MeResource {
  @Inject Accounts accounts;
  @Inject Units units;
  @Inject PasswordChange passwordChange;
  @Inject CurrentUser user;

  public record Me(String username, SessionResource.Person person, List<String> roles) {}

  public record Passwords(String currentPassword, String newPassword) {
    @JsonbCreator
    public Passwords {}
  }

  @GET
  @Operation(summary = "Who the token belongs to", description = "person.id is the officer's id, null for accounts of no officer.")
  @APIResponse(responseCode = "200", description = "The caller")
  public Me me() {
    Caller caller = user.caller();
    var unit = new SessionResource.UnitBody(caller.unitId(), units.get(caller.unitId()).name());
    return new Me(accounts.get(caller.accountId()).username(), new SessionResource.Person(caller.officerId(), caller.name(), unit), caller.roles().stream().sorted().toList());
  }

  @PUT
  @Path("/password")
  @Operation(summary = "Change the own password", description = "All of the account's sessions and tokens end, the one of this call too.")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "422", description = "invalid: currentPassword is wrong or newPassword breaks a rule")
  public void changePassword(Passwords passwords) {
    passwordChange.change(user.caller(), Asked.body(passwords).currentPassword(), passwords.newPassword());
  }
}
