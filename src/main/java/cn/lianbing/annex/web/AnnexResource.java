package cn.lianbing.annex.web;

import cn.lianbing.annex.Annex;
import cn.lianbing.annex.AnnexCompiling;
import cn.lianbing.annex.AnnexDocument;
import cn.lianbing.annex.AnnexEntering;
import cn.lianbing.annex.Counts;
import cn.lianbing.annex.Period;
import cn.lianbing.annex.Template;
import cn.lianbing.annex.Value;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
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

/** The annex of the annual report while it is put together. from and to: days, both included; the current year where they are not given. */
@Path("/annex")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"SUPERVISOR", "EXAM_ADMIN", "AUDITOR", "SYSTEM_ADMIN"})
@Tag(name = "annex")
public class AnnexResource {
  @Inject AnnexCompiling compiling;
  @Inject AnnexEntering entering;
  @Inject CurrentUser user;
  @Inject Clock clock;
  @Context HttpHeaders headers;

  /** text: as the report prints it */
  public record SectionView(String number, String title, String text) {}

  /** value or words; last: the same days a year before; counted: what the records say beside what was entered */
  public record AnnexFigureView(String code, String name, String section, String unit, BigDecimal value, String words, Value.Origin origin, String source, BigDecimal counted, BigDecimal last, String lastWords, boolean needed) {}

  /** the sum of these may not be above the sum of atMost; holds null: something is not known */
  public record CheckView(String code, List<String> these, BigDecimal left, List<String> atMost, BigDecimal right, Boolean holds) {}

  public record AnnexView(LocalDate from, LocalDate to, String title, List<SectionView> sections, List<AnnexFigureView> figures, List<CheckView> checks, List<String> missing, boolean freezable) {}

  /** number for figures, words for texts; source: where it comes from */
  public record EntryInput(BigDecimal number, String words, String source) {
    @JsonbCreator
    public EntryInput {}
  }

  @GET
  @Operation(summary = "The annex of a period", description = "Counted at the moment of asking; what was entered by hand stands before what was counted.")
  @APIResponse(responseCode = "200", description = "Its sections, figures and checks")
  public AnnexView annex(@QueryParam("from") String from, @QueryParam("to") String to) {
    Annex annex = compiling.annex(user.caller(), period(from, to));
    Texts texts = Texts.in(headers.getAcceptableLanguages().get(0));
    return new AnnexView(annex.period().from(), annex.period().to(), annex.title(), annex.parts().stream().map(one -> new SectionView(one.number(), one.title(), one.text())).toList(), annex.lines().stream().map(one -> view(one, texts)).toList(),
        annex.checks().stream().map(one -> new CheckView(one.check().code(), one.check().these(), one.left(), one.check().atMost(), one.right(), one.holds())).toList(), annex.missing(), annex.freezable());
  }

  private static AnnexFigureView view(Annex.Line one, Texts texts) {
    Template.Figure figure = one.figure();
    Value value = one.value();
    return new AnnexFigureView(figure.code(), texts.get("annex.figure." + figure.code()), figure.section(), figure.unit(), value.number(), value.words(), value.origin(), value.source(), value.counted(), one.last().number(), one.last().words(), figure.needed());
  }

  @GET
  @Path("file.docx")
  @Produces(AnnexFiles.DOCX)
  @Operation(summary = "The draft as DOCX")
  @APIResponse(responseCode = "200", description = "DOCX")
  public Response docx(@QueryParam("from") String from, @QueryParam("to") String to) {
    Annex annex = compiling.annex(user.caller(), period(from, to));
    StreamingOutput body = out -> AnnexDocument.write(annex.content(), null, out);
    return Response.ok(body).header("Content-Disposition", Download.disposition(annex.title() + ".docx")).build();
  }

  @GET
  @Path("figures/{code}")
  @Operation(summary = "The records behind a figure", description = "Nothing where it is entered by hand alone.")
  @APIResponse(responseCode = "200", description = "A page of records, each with the columns by name")
  public Page<Map<String, String>> records(@PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to, @BeanParam Listing listing) {
    Counts.Records records = compiling.records(user.caller(), period(from, to), code).orElse(new Counts.Records(List.of(), List.of()));
    return listing.cut(records.rows().stream().map(row -> named(records.columns(), row)).toList());
  }

  private static Map<String, String> named(List<String> columns, List<String> row) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) named.put(columns.get(i).replaceFirst(".*\\.", ""), row.get(i));
    return named;
  }

  @PUT
  @Path("figures/{code}")
  @Roles("SUPERVISOR")
  @Operation(summary = "Enter a figure by hand, with its source")
  @APIResponse(responseCode = "204", description = "Entered")
  @APIResponse(responseCode = "422", description = "invalid: number, words, source")
  public void enter(@PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to, EntryInput input) {
    entering.enter(user.caller(), period(from, to), code, Asked.body(input).number(), input.words(), input.source());
  }

  @DELETE
  @Path("figures/{code}")
  @Roles("SUPERVISOR")
  @Operation(summary = "Take back what was entered; what was counted stands again")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void clear(@PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
    entering.clear(user.caller(), period(from, to), code);
  }

  /** What is wrong in the address narrows what is asked for, and nothing was sent to be stored. */
  private Period period(String from, String to) {
    try {
      return period(from, to, clock);
    } catch (Invalid e) {
      Invalid.Violation one = e.violations().get(0);
      throw Invalid.parameter(one.field(), one.code(), one.arguments().toArray());
    }
  }

  /** @throws Invalid for {@code from}, {@code to} */
  static Period period(String from, String to, Clock clock) {
    Period year = Period.year(clock.instant().atZone(Times.ZONE).getYear());
    return new Period(day("from", from, year.from()), day("to", to, year.to()));
  }

  private static LocalDate day(String field, String text, LocalDate otherwise) {
    if (text == null || text.isEmpty()) return otherwise;
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Invalid.field(field, "annex.day");
    }
  }
}
