package cn.lianbing.law.web;

import cn.lianbing.law.LawData;
import cn.lianbing.law.LawDraft;
import cn.lianbing.law.LawImport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Texts of laws, whole or not at all. */
@Path("/law-imports")
@RequestScoped
@Roles("EXAM_ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "laws")
public class LawImportsResource {
  @Inject LawImport lawImport;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  public record RemarkView(int line, boolean error, String code, String message) {}

  public record ChapterView(String name, int depth, int articles, String first, String last) {}

  public record ArticleDraft(int line, String label, List<String> part, String text) {}

  public record PreviewView(String encoding, boolean clean, boolean same, LawData suggested, List<RemarkView> remarks, List<ChapterView> chapters, List<ArticleDraft> articles) {}

  public record StoredView(long lawId, int articles, boolean changed) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Import a law's text", description = "Plain text or Markdown in UTF-8, UTF-16 or GB18030, at most 2 MB. dryRun=true answers what was found and stores nothing. What a field does not say is taken from the file and its name (行政处罚法_2021修订.txt).")
  @APIResponse(responseCode = "200", description = "dryRun=true: what was found")
  @APIResponse(responseCode = "201", description = "Stored; changed false where the version had just this text")
  @APIResponse(responseCode = "413", description = "too-large")
  @APIResponse(responseCode = "422", description = "invalid: the file cannot be read, an error stands in it, or a field is wrong; nothing was stored")
  @Answers({PreviewView.class, StoredView.class})
  public Response take(@QueryParam("dryRun") boolean dryRun, @Parameter(hidden = true) @FormParam("file") EntityPart file, @Parameter(hidden = true) @FormParam("law") String law, @Parameter(hidden = true) @FormParam("version") String version, @Parameter(hidden = true) @FormParam("inForce") String inForce, @Parameter(hidden = true) @FormParam("until") String until) throws IOException {
    if (file == null) throw Invalid.field("file", "required");
    byte[] bytes;
    try (InputStream content = file.getContent()) {
      bytes = content.readAllBytes(); // BodyLimit has bounded it
    }
    String name = utf8(file.getFileName().orElse(""));
    LawImport.Preview preview = lawImport.preview(user.caller(), bytes, name);
    if (dryRun) return Response.ok(view(preview)).build();
    LawData found = preview.suggested();
    LawData data = new LawData(given(law, found.law()), given(version, found.version()), found.title(), found.documentNumber(), found.promulgated(), date("inForce", inForce, found.inForce()), date("until", until, found.until()), found.source(), found.replacesId());
    LawImport.Stored stored = lawImport.store(user.caller(), bytes, name, data);
    return Response.status(201).entity(new StoredView(stored.lawVersionId(), stored.articles(), stored.changed())).build();
  }

  /** Jersey takes the bytes of a part's name for Latin characters. */
  private static String utf8(String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return name;
    }
  }

  private static String given(String field, String found) {
    return field == null || field.isBlank() ? found : field;
  }

  private static LocalDate date(String field, String text, LocalDate found) {
    if (text == null || text.isBlank()) return found;
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw Invalid.field(field, "date");
    }
  }

  private PreviewView view(LawImport.Preview preview) {
    Texts texts = Texts.in(headers.getAcceptableLanguages().get(0));
    LawDraft draft = preview.draft();
    return new PreviewView(preview.encoding(), draft.clean(), preview.same(), preview.suggested(), draft.remarks().stream().map(one -> new RemarkView(one.line(), one.error(), one.code(), texts.of("law.remark." + one.code(), one.arguments().toArray()))).toList(),
        draft.chapters().stream().map(one -> new ChapterView(one.name(), one.depth(), one.articles(), one.first(), one.last())).toList(), draft.articles().stream().map(one -> new ArticleDraft(one.line(), one.label(), one.part(), one.text())).toList());
  }
}
