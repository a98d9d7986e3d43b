package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificatePrint;
import cn.lianbing.certificate.Reconciliation;
import cn.lianbing.certificate.RegisterImport;
import cn.lianbing.certificate.SerialImport;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.StreamingOutput;
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

/** Registers kept elsewhere, and the serials that the province sends back. */
@Path("/certificate-imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Roles("SUPERVISOR")
@Tag(name = "certificates")
public class CertificateImportsResource {
  @Inject RegisterImport imports;
  @Inject SerialImport serials;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record CertificateImportError(int row, String field, String code, String message) {}

  public record CertificateImportResult(int accepted, int rejected, int duplicates, List<CertificateImportError> errors, Integer ends, Integer live, Long changeId, Reconciliation reconciliation) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Take over a register from .xlsx or .csv", description = "All or nothing. Columns: 姓名, 身份证号, 单位, 证件类型, 证号, 旧证号, 执法类别, 发证日期, 有效期起, 有效期至, 状态, 注销日期. complete=true: what is in force here and not in the file is cancelled. reconciliation: what is only there, only here, or differs.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(type = SchemaType.OBJECT, properties = @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary"))))
  @APIResponse(responseCode = "200", description = "What it would do (dryRun)")
  @APIResponse(responseCode = "201", description = "Stored")
  @APIResponse(responseCode = "202", description = "Waits for a second person as changeId")
  @APIResponse(responseCode = "409", description = "import-ends-half")
  @APIResponse(responseCode = "422", description = "Nothing was stored: the report")
  @Answers(CertificateImportResult.class)
  public Response register(@Parameter(hidden = true) @FormParam("file") EntityPart file, @QueryParam("dryRun") boolean dryRun, @QueryParam("complete") boolean complete) {
    if (file == null) throw Invalid.field("file", "required");
    RegisterImport.Result result = imports.register(user.caller(), SheetReader.read(file.getContent()), complete, dryRun);
    return Response.status(dryRun ? 200 : !result.report().clean() ? 422 : result.changeId() != null ? 202 : 201).entity(view(result.report(), result)).build();
  }

  @POST
  @Path("reconciliation.xlsx")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(Download.XLSX)
  @Operation(summary = "How a register kept elsewhere and ours agree, as a workbook", description = "Stores nothing. Same file as POST /certificate-imports.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(type = SchemaType.OBJECT, properties = @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary"))))
  @APIResponse(responseCode = "200", description = "XLSX")
  @APIResponse(responseCode = "422", description = "Not a sheet that can be read")
  public Response reconciliation(@Parameter(hidden = true) @FormParam("file") EntityPart file) {
    if (file == null) throw Invalid.field("file", "required");
    Reconciliation agreement = imports.register(user.caller(), SheetReader.read(file.getContent()), false, true).reconciliation();
    Texts texts = texts();
    StreamingOutput body = out -> SheetWriter.xlsx(out, texts.get("certificate.agree.title"), CertificatePrint.agreementHeaders(texts), CertificatePrint.agreementRows(agreement, texts));
    return Response.ok(body).header("Content-Disposition", Download.disposition("reconciliation.xlsx")).build();
  }

  @POST
  @Path("serials")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Enter the serials that the province made", description = "All or nothing. Columns: 受理号, 姓名, 证号, 有效期起, 有效期至.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(type = SchemaType.OBJECT, properties = @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary"))))
  @APIResponse(responseCode = "200", description = "What it would do (dryRun)")
  @APIResponse(responseCode = "201", description = "Stored")
  @APIResponse(responseCode = "422", description = "Nothing was stored: the report")
  @Answers(CertificateImportResult.class)
  public Response serials(@Parameter(hidden = true) @FormParam("file") EntityPart file, @QueryParam("dryRun") boolean dryRun) {
    if (file == null) throw Invalid.field("file", "required");
    ImportReport report = serials.take(user.caller(), SheetReader.read(file.getContent()), dryRun);
    return Response.status(dryRun ? 200 : report.clean() ? 201 : 422).entity(view(report, null)).build();
  }

  private Texts texts() {
    return Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null));
  }

  private CertificateImportResult view(ImportReport report, RegisterImport.Result result) {
    Texts texts = texts();
    List<CertificateImportError> errors = report.errors().stream().map(error -> new CertificateImportError(error.row(), error.field(), error.code(), texts.of("invalid." + error.code(), error.arguments().toArray()))).toList();
    return new CertificateImportResult(report.accepted(), report.rejected(), report.duplicates(), errors, result == null ? null : result.ends(), result == null ? null : result.live(), result == null ? null : result.changeId(), result == null ? null : result.reconciliation());
  }
}
