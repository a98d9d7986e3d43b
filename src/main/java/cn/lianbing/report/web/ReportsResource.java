package cn.lianbing.report.web;

import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.report.AnnualFigures;
import cn.lianbing.report.Figure;
import cn.lianbing.report.FiguresSheet;
import cn.lianbing.training.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The annual report's figures and the records behind them, of what is within the caller's reach. */
@Path("/reports/annual")
@RequestScoped
@Roles({"TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN", "AUDITOR"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportsResource {
  @Inject AnnualFigures figures;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;

  public record FigureView(Figure figure, String name, BigDecimal value, BigDecimal of, String how) {}

  @GET
  @Operation(summary = "The figures of a period", description = "from and to: days, both included; the current year where they are not given. form: one kind of session.")
  @APIResponse(responseCode = "200", description = "One item a figure, with how it was counted")
  @APIResponse(responseCode = "400", description = "unreadable")
  public Page<FigureView> all(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("form") String form, @BeanParam Listing listing) {
    Texts texts = texts();
    return listing.cut(figures.of(user.caller(), period(from, to, form)).stream().map(one -> new FigureView(one.figure(), texts.get("report.figure." + one.figure()), one.value(), one.of(), texts.get("report.how." + one.figure()))).toList());
  }

  @GET
  @Path("{figure}")
  @Operation(summary = "The records behind a figure")
  @APIResponse(responseCode = "200", description = "A page of records, each with the columns by name")
  @APIResponse(responseCode = "400", description = "unreadable")
  public Page<Map<String, String>> records(@PathParam("figure") String figure, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("form") String form, @BeanParam Listing listing) {
    AnnualFigures.Records records = figures.records(user.caller(), period(from, to, form), AnnualFigures.named(figure));
    return listing.cut(FiguresSheet.worded(records, texts()).stream().map(row -> named(records.columns(), row)).toList());
  }

  private static Map<String, String> named(List<String> columns, List<String> row) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) named.put(columns.get(i), row.get(i));
    return named;
  }

  private AnnualFigures.Period period(String from, String to, String form) {
    int year = clock.instant().atZone(Times.ZONE).getYear();
    return new AnnualFigures.Period(day(from, LocalDate.of(year, 1, 1)), day(to, LocalDate.of(year, 12, 31)), Asked.one(Form.class, form));
  }

  private static LocalDate day(String text, LocalDate otherwise) {
    if (text == null || text.isEmpty()) return otherwise;
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestException(e);
    }
  }

  private Texts texts() {
    return Texts.in(headers.getAcceptableLanguages().get(0));
  }
}
