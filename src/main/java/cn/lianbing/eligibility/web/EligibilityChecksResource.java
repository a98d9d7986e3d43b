package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.Check;
import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.eligibility.Printing;
import cn.lianbing.eligibility.UnitEligibility;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Public;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A unit's list, kept checks, and their public verification. */
@Path("/eligibility-checks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
@Tag(name = "eligibility")
public class EligibilityChecksResource {
  @Inject UnitEligibility unitEligibility;
  @Inject KeptChecks kept;
  @Inject Printing printing;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;
  @Context UriInfo uri;

  public record StandingView(long personId, String name, String unit, String verdict, List<String> lacking, List<String> open, LocalDate by) {}

  /** @param verdicts how many of each verdict in the whole scope; @param lacks how many lack what, by title */
  public record StandingList(List<StandingView> items, long total, int page, int size, Map<String, Long> verdicts, Map<String, Long> lacks) {}

  @JsonbNillable
  public record VerifiedView(boolean valid, String number, CertificateKind kind, String holder, String unit, LocalDate on, Boolean eligible, OffsetDateTime keptAt) {}

  @GET
  @Operation(summary = "How everybody in service stands", description = "kind, on (today where it is not given), unit, q (part of the name), verdict ELIGIBLE, NOT_ELIGIBLE or PERSON_DECIDES, lacking (title of a criterion). More than 5,000 people: choose a unit, or take the workbook.")
  @APIResponse(responseCode = "200", description = "A page of people")
  @APIResponse(responseCode = "409", description = "eligibility-choose-unit, eligibility-no-rule")
  public StandingList list(@QueryParam("kind") String kind, @QueryParam("on") String on, @QueryParam("unit") String unit, @QueryParam("q") String q, @QueryParam("verdict") String verdict, @QueryParam("lacking") String lacking, @BeanParam Listing listing) {
    UnitEligibility.Summary found = unitEligibility.of(user.caller(), filter(kind, on, unit, q, verdict, lacking));
    Page<UnitEligibility.Row> page = listing.cut(found.rows());
    return new StandingList(page.items().stream().map(one -> new StandingView(one.officerId(), one.name(), one.unit(), one.verdict().name(), one.lacking(), one.open(), one.by())).toList(), page.total(), page.page(), page.size(),
        found.verdicts().entrySet().stream().collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue)), found.lacks());
  }

  @GET
  @Path("list.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  @Operation(summary = "The same as a workbook, without a bound")
  @APIResponse(responseCode = "200", description = "XLSX")
  public Response workbook(@QueryParam("kind") String kind, @QueryParam("on") String on, @QueryParam("unit") String unit, @QueryParam("q") String q, @QueryParam("verdict") String verdict, @QueryParam("lacking") String lacking) {
    Download.File file = EligibilityFiles.list(unitEligibility.whole(user.caller(), filter(kind, on, unit, q, verdict, lacking)), filter(kind, on, unit, q, verdict, lacking), texts());
    StreamingOutput body = out -> file.body().write(out);
    return Response.ok(body).header("Content-Disposition", Download.disposition(file.name())).build();
  }

  @GET
  @Path("{id}")
  @Roles({"OFFICER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "A kept check", description = "sealed: whether nothing in it was changed since it was kept. Officers see their own.")
  @APIResponse(responseCode = "200", description = "The check as it was found, and what a person decided about it since")
  public CheckViews.KeptView one(@PathParam("id") long id) {
    return CheckViews.of(kept.get(user.caller(), id), kept.token(user.caller(), id), kept.sealed(user.caller(), id), CheckViews.Side.of(user.caller()), texts());
  }

  @GET
  @Path("{id}/sheet.pdf")
  @Roles({"OFFICER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
  @Produces("application/pdf")
  @Operation(summary = "A kept check to print, with a code that leads to its verification")
  @APIResponse(responseCode = "200", description = "PDF, A4")
  @APIResponse(responseCode = "409", description = "no-print-font")
  public Response sheet(@PathParam("id") long id) {
    Printing.Sheet sheet = printing.sheet(user.caller(), id, uri.getBaseUri().toString().replaceFirst("/api/v1/?$", ""), texts());
    return Response.ok(sheet.pdf()).header("Content-Disposition", Download.disposition(sheet.name() + ".pdf")).build();
  }

  @GET
  @Path("verify/{number}")
  @Public
  @Operation(summary = "Verify a kept check", description = "A wrong number and a wrong token look the same: 404.")
  @APIResponse(responseCode = "200", description = "It is genuine; the holder's name is masked")
  @APIResponse(responseCode = "423", description = "locked: too many misses from this address")
  public VerifiedView verify(@PathParam("number") String number, @QueryParam("token") String token) {
    KeptChecks.Verified one = kept.verify(number, token, user.caller().address()).orElseThrow(() -> new NotFound("check", number));
    return new VerifiedView(true, one.number(), one.kind(), one.name(), one.unit(), one.on(), one.eligible(), Times.offset(one.keptAt()));
  }

  private UnitEligibility.Filter filter(String kind, String on, String unit, String q, String verdict, String lacking) {
    CertificateKind one = Asked.one(CertificateKind.class, kind);
    return new UnitEligibility.Filter(Asked.id(unit), q, one == null ? CertificateKind.ENFORCEMENT : one, day(on), Asked.one(Check.Verdict.class, verdict), lacking == null || lacking.isEmpty() ? null : lacking);
  }

  private LocalDate day(String text) {
    if (text == null || text.isEmpty()) return clock.instant().atZone(Times.ZONE).toLocalDate();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Invalid.parameter("on", "eligibility.on");
    }
  }

  private Texts texts() {
    return Texts.in(headers.getAcceptableLanguages().isEmpty() ? null : headers.getAcceptableLanguages().get(0));
  }
}
