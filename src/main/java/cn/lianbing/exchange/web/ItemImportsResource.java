package cn.lianbing.exchange.web;

import cn.lianbing.exchange.FileImport;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of items, whole or not at all. */
@Path("/item-imports")
@RequestScoped
@Roles("EXAM_ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemImportsResource {
  @Inject FileImport files;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record Fault(int row, String field, String code, String message) {}

  public record Report(int accepted, int rejected, int duplicates, List<Fault> errors, List<Fault> hints) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Import items", description = "A new code becomes an item, a known code with another text a new version, with only another key a new key; what is stored already counts as a duplicate. Nothing is stored where anything is wrong. hints, of a dry run: new items that say nearly what others say already.")
  @APIResponse(responseCode = "200", description = "dryRun=true: what would happen")
  @APIResponse(responseCode = "201", description = "Stored")
  @APIResponse(responseCode = "413", description = "too-large")
  @APIResponse(responseCode = "422", description = "The same report, nothing stored; or a problem where there is no file or the format is unknown")
  @Answers(Report.class)
  public Response take(@QueryParam("dryRun") boolean dryRun, @Parameter(hidden = true) @FormParam("file") EntityPart file, @Parameter(hidden = true, schema = @Schema(enumeration = {"auto", "yaml", "xlsx", "docx", "gift", "moodle-xml", "qti-2.1", "qti-3.0"})) @FormParam("format") String format) throws IOException {
    ImportReport report = files.take(user.caller(), format, bytes(file), dryRun);
    return Response.status(dryRun ? 200 : report.clean() ? 201 : 422).entity(report(report)).build();
  }

  @GET
  @Path("/progress")
  @Operation(summary = "How far the caller's own import is", description = "Of the one that runs on the node that answers. all is 0 while the file is being read.")
  @APIResponse(responseCode = "200", description = "The step and how many items are done")
  @APIResponse(responseCode = "204", description = "None is running")
  @Answers(FileImport.Progress.class)
  public Response progress() {
    return files.progress(user.caller()).map(Response::ok).orElseGet(Response::noContent).build();
  }

  private static byte[] bytes(EntityPart file) throws IOException {
    if (file == null) throw Invalid.field("file", "required");
    try (InputStream content = file.getContent()) {
      return content.readAllBytes(); // BodyLimit has bounded it
    }
  }

  private Report report(ImportReport report) {
    Texts texts = Texts.in(headers.getAcceptableLanguages().get(0));
    return new Report(report.accepted(), report.rejected(), report.duplicates(), faults(report.errors(), texts), faults(report.hints(), texts));
  }

  private static List<Fault> faults(List<ImportReport.Error> errors, Texts texts) {
    return errors.stream().map(one -> new Fault(one.row(), one.field(), one.code(), texts.of("invalid." + one.code(), one.arguments().toArray()))).toList();
  }
}
