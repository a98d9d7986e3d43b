package cn.lianbing.enrolment.web;

import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.enrolment.SessionImport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Past years' lists of sessions, which have heads and no names. */
@Path("/training-session-imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN"})
@Tag(name = "training sessions")
public class SessionImportsResource {
  @Inject SessionImport imports;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record SessionImportError(int row, String field, String code, String message) {}

  @Schema(name = "SessionImportResult", maxProperties = 4)
  public record SessionImportResult(int accepted, int rejected, int duplicates, List<SessionImportError> errors) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Import past sessions from .xlsx or .csv", description = "All or nothing. Columns: 日期, 开始, 结束, 主题, 形式, 主办单位, 地点单位, 地点, 讲师, 应到, 实到, 备注. They come in closed. At most 200 errors are listed.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(type = SchemaType.OBJECT, properties = @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary"))))
  @APIResponse(responseCode = "200", description = "What an import would do (dryRun)", content = @Content(schema = @Schema(ref = "SessionImportResult")))
  @APIResponse(responseCode = "201", description = "Stored", content = @Content(schema = @Schema(ref = "SessionImportResult")))
  @APIResponse(responseCode = "400", description = "unreadable: no file")
  @APIResponse(responseCode = "401", description = "not-signed-in")
  @APIResponse(responseCode = "403", description = "forbidden")
  @APIResponse(responseCode = "422", description = "Nothing was stored: the report, or a problem where the file cannot be read", content = @Content(schema = @Schema(ref = "SessionImportResult")))
  public Response take(@Parameter(hidden = true) @FormParam("file") EntityPart file, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
    if (file == null) throw Invalid.field("file", "required");
    ImportReport report = imports.sessions(user.caller(), SheetReader.read(file.getContent()), dryRun);
    Texts texts = Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
    var body = new SessionImportResult(report.accepted(), report.rejected(), report.duplicates(), report.errors().stream().map(error -> new SessionImportError(error.row(), error.field(), error.code(), texts.of("invalid." + error.code(), error.arguments().toArray()))).toList());
    return Response.status(dryRun ? 200 : report.clean() ? 201 : 422).entity(body).build();
  }
}
