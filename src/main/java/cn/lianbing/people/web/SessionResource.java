package cn.lianbing.people.web;

import cn.lianbing.people.SessionTokens;
import cn.lianbing.people.SignIn;
import cn.lianbing.people.SignInDoor;
import cn.lianbing.people.SignedOut;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Public;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out for programs. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class SessionResource {
  @Inject SignInDoor door;
  @Inject SessionTokens tokens;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Event<SignedOut> signedOut;
  @Context HttpServletRequest request;
  @Context HttpHeaders headers;

  public record Credentials(String username, String password) {
    @JsonbCreator
    public Credentials {}
  }

  public record UnitBody(long id, String name) {}

  public record Person(Long id, String name, UnitBody unit) {}

  public record Session(String token, OffsetDateTime expiresAt, Person person, List<String> roles) {}

  @POST
  @Public
  @Operation(summary = "Sign in", description = "The token goes into the header Authorization: Bearer of every other call. person.id is the officer's id, null for accounts of no officer.")
  @APIResponse(responseCode = "201", description = "Signed in")
  @APIResponse(responseCode = "401", description = "bad-credentials")
  @APIResponse(responseCode = "403", description = "password-change-required")
  @APIResponse(responseCode = "423", description = "locked; retryAfter in seconds")
  @APIResponse(responseCode = "503", description = "busy: many sign in just now; come again after Retry-After")
  @Answers(Session.class)
  public Response signIn(Credentials credentials) {
    if (credentials == null || credentials.username() == null || credentials.password() == null) throw Invalid.field("username", "required");
    SignIn.SignedIn signedIn = door.signIn(credentials.username(), credentials.password(), request.getRemoteAddr());
    if (signedIn.passwordChangeRequired()) throw new Refused("password-change-required");
    SessionTokens.Issued issued = tokens.issue(signedIn);
    var caller = signedIn.caller();
    Person person = new Person(caller.officerId(), caller.name(), new UnitBody(caller.unitId(), units.get(caller.unitId()).name()));
    return Response.status(201).entity(new Session(issued.token(), Times.offset(issued.expiresAt()), person, caller.roles().stream().sorted().toList())).build();
  }

  @DELETE
  @Operation(summary = "Sign out", description = "The token is dead from then on, and so are tokens of exam pages that this person has open.")
  @APIResponse(responseCode = "204", description = "Signed out")
  public Response signOut() {
    tokens.revoke(headers.getHeaderString(HttpHeaders.AUTHORIZATION).substring(7).strip());
    signedOut.fire(new SignedOut(user.caller()));
    return Response.noContent().build();
  }
}
