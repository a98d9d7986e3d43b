package cn.lianbing.credit.web;

import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.ClosedYears;
import cn.lianbing.credit.Credits;
import cn.lianbing.credit.YearClose;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Credit hours: the caller's own, how officers within reach stand, the closing of a year. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "credits")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "404", description = "not-found")
public class CreditsResource {
  @Inject CreditViews views;
  @Inject Credits credits;
  @Inject YearClose yearClose;
  @Inject ClosedYears years;
  @Inject CurrentUser user;

  public record StandingView(long officerId, String officer, String unit, boolean met, List<CreditViews.LineView> lines) {}

  public record ClosedView(int year, int officers, int met, int booked) {}

  public record YearView(int year, long officers, long met, OffsetDateTime closedAt) {}

  public record ClosedLineView(long officerId, String officer, String unit, Bucket bucket, BigDecimal earned, BigDecimal needed, boolean met) {}

  @GET
  @Path("credits")
  @Operation(summary = "The caller's own hours of a year", description = "year: the current one where it is not given")
  @APIResponse(responseCode = "200", description = "What is earned, needed and missing, and the ledger's entries")
  public CreditViews.CreditsView mine(@QueryParam("year") String year) {
    Caller caller = user.caller();
    if (caller.officerId() == null) throw new NotFound("officer", "-");
    return views.of(caller, caller.officerId(), views.year(year));
  }

  @GET
  @Path("credit-standings")
  @Roles({"UNIT_ADMIN", "TRAINER", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "Officers within reach and how they stand", description = "It is no ranking. sort=unit: by unit, then name (the usual); sort=missing: what is most to be made up first. lacking=true: only those who have not yet what they need.")
  @APIResponse(responseCode = "200", description = "A page of officers")
  public Page<StandingView> unit(@QueryParam("unitId") String unitId, @QueryParam("year") String year, @QueryParam("lacking") boolean lacking, @BeanParam Listing listing) {
    Page<Credits.Row> page = credits.unit(user.caller(), Asked.id(unitId), views.year(year), lacking, "missing".equals(listing.sort()) ? Credits.Order.MISSING : Credits.Order.UNIT, listing.request("unit", "missing"));
    return new Page<>(page.items().stream().map(row -> new StandingView(row.officerId(), row.name(), row.unit(), row.standing().met(), CreditViews.lines(row.standing()))).toList(), page.total(), page.page(), page.size());
  }

  @GET
  @Path("credit-years")
  @Roles({"UNIT_ADMIN", "TRAINER", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "Closed years", description = "As of each year's last closing; counted are the officers within reach.")
  @APIResponse(responseCode = "200", description = "A page of years, the newest first")
  public Page<YearView> closed(@BeanParam Listing listing) {
    return listing.cut(years.all(user.caller()).stream().map(one -> new YearView(one.year(), one.officers(), one.met(), Times.offset(one.closedAt()))).toList());
  }

  @GET
  @Path("credit-years/{year}/closing")
  @Roles({"UNIT_ADMIN", "TRAINER", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
  @Operation(summary = "Who had what a closed year needed", description = "Officers within reach, by unit, then name; one line a bucket")
  @APIResponse(responseCode = "200", description = "A page of lines")
  public Page<ClosedLineView> closing(@PathParam("year") int year, @BeanParam Listing listing) {
    Page<ClosedYears.Line> page = years.lines(user.caller(), year, listing.request());
    return new Page<>(page.items().stream().map(one -> new ClosedLineView(one.officerId(), one.name(), one.unit(), one.bucket(), Hundredths.decimal(one.earned()), Hundredths.decimal(one.needed()), one.met())).toList(), page.total(), page.page(), page.size());
  }

  @POST
  @Path("credit-years/{year}/closing")
  @Roles({"TRAINER", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Close a year, or close it again after corrections")
  @APIResponse(responseCode = "200", description = "How many officers had what they need")
  @APIResponse(responseCode = "409", description = "credit-year-open")
  public ClosedView close(@PathParam("year") int year) {
    YearClose.Closed closed = yearClose.close(user.caller(), year);
    return new ClosedView(closed.year(), closed.officers(), closed.met(), closed.booked());
  }
}
