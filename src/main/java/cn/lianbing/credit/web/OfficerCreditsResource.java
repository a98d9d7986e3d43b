package cn.lianbing.credit.web;

import cn.lianbing.credit.CreditLedger;
import cn.lianbing.credit.CreditStatement;
import cn.lianbing.credit.Credits;
import cn.lianbing.credit.Standing;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The hours of one officer: the caller's own, or one within reach. */
@Path("/people/{id}/credits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "credits")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "404", description = "not-found")
public class OfficerCreditsResource {
  @Inject CreditViews views;
  @Inject Credits credits;
  @Inject CreditLedger ledger;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;
  @PathParam("id") long id;

  public record ReasonBody(String reason) {
    @JsonbCreator
    public ReasonBody {}
  }

  @GET
  @Operation(summary = "An officer's hours of a year", description = "year: the current one where it is not given")
  @APIResponse(responseCode = "200", description = "What is earned, needed and missing, and the ledger's entries")
  public CreditViews.CreditsView of(@QueryParam("year") String year) {
    return views.of(user.caller(), id, views.year(year));
  }

  @GET
  @Path("statement.pdf")
  @Produces("application/pdf")
  @Operation(summary = "The statement of an officer's year, to print")
  @APIResponse(responseCode = "200", description = "PDF, A4")
  @APIResponse(responseCode = "409", description = "no-print-font")
  public Response statement(@QueryParam("year") String asked) {
    int year = views.year(asked);
    Credits.Holder holder = credits.holder(user.caller(), id);
    Standing standing = credits.standing(user.caller(), id, year);
    List<Credits.Line> lines = credits.lines(user.caller(), id, year);
    Texts texts = Texts.in(headers.getAcceptableLanguages().get(0));
    StreamingOutput pdf = out -> CreditStatement.print(holder, standing, lines, clock.instant(), texts, out);
    return Response.ok(pdf).header("Content-Disposition", Download.disposition("credits-" + id + "-" + year + ".pdf")).build();
  }

  @POST
  @Path("{entry}/reversal")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Take an entry back", description = "By an entry of its own; the first one stays to be read.")
  @APIResponse(responseCode = "204", description = "Taken back")
  @APIResponse(responseCode = "409", description = "credit-reversed")
  @APIResponse(responseCode = "422", description = "invalid: no reason")
  public void reverse(@PathParam("entry") long entry, ReasonBody body) {
    ledger.reverse(user.caller(), id, entry, Asked.body(body).reason());
  }
}
