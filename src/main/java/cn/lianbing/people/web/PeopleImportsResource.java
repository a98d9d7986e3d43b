package cn.lianbing.people.web;

import cn.lianbing.people.PeopleImport;
import cn.lianbing.people.UnitImport;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of officers or units. */
@Path("/people-imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Roles({"UNIT_ADMIN", "SYSTEM_ADMIN"})
@Tag(name = "people")
public class PeopleImportsResource {
  @Inject PeopleImport officers;
  @Inject UnitImport units;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record ImportError(int row, String field, String code, String message) {}

  /** Named so that the contract has it; without the figure Payara would write that it may have no property at all. */
  @Schema(name = "ImportResult", maxProperties = 4)
  public record ImportResult(int accepted, int rejected, int duplicates, List<ImportError> errors) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Import officers or units from .xlsx or .csv", description = "All or nothing. Columns are found by their header; an unknown column, such as one for roles, has no effect. At most 200 errors are listed.")
  @APIResponse(responseCode = "200", description = "What an import would do (dryRun)")
  @APIResponse(responseCode = "201", description = "Stored")
  @APIResponse(responseCode = "400", description = "unreadable: no file, or an unknown kind")
  @APIResponse(responseCode = "422", description = "Nothing was stored: the report, or a problem where the file cannot be read", content = @Content(schema = @Schema(ref = "ImportResult")))
  @Answers(ImportResult.class)
  public Response take(@Parameter(hidden = true) @FormParam("file") EntityPart file, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, @QueryParam("kind") @DefaultValue("officers") @Parameter(schema = @Schema(enumeration = {"officers", "units"})) String kind) {
    if (file == null) throw Invalid.field("file", "required");
    if (!kind.equals("officers") && !kind.equals("units")) throw new BadRequestException();
    SheetReader.Sheet sheet = SheetReader.read(file.getContent());
    ImportReport report = kind.equals("units") ? units.units(user.caller(), sheet, dryRun) : officers.officers(user.caller(), sheet, dryRun);
    return Response.status(dryRun ? 200 : report.clean() ? 201 : 422).entity(body(report)).build();
  }

  private ImportResult body(ImportReport report) {
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    return new ImportResult(report.accepted(), report.rejected(), report.duplicates(), report.errors().stream().map(error -> new ImportError(error.row(), error.field(), error.code(), texts.of("invalid." + error.code(), error.arguments().toArray()))).toList());
  }
}
