package cn.lianbing.training.web;

import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import cn.lianbing.training.SessionMaterials;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The slides and hand-outs of a session. */
@Path("/training-sessions/{session}/materials")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "training")
public class SessionMaterialsResource {
  @Inject SessionMaterials materials;
  @Inject CurrentUser user;

  public record MaterialView(long id, String name, String type, int size) {}

  @GET
  @Operation(summary = "Materials of a session that the caller may see")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<MaterialView> list(@PathParam("session") long session, @BeanParam Listing listing) {
    return listing.cut(materials.of(user.caller(), session).stream().map(row -> new MaterialView(row.id(), row.name(), row.type(), row.size())).toList());
  }

  @POST
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Add a file to a session", description = "PDF, JPG, PNG, DOCX, PPTX or XLSX of at most 10 MB.")
  @APIResponse(responseCode = "201", description = "Whoever sees the session may read it")
  @APIResponse(responseCode = "409", description = "materials-many")
  @APIResponse(responseCode = "422", description = "invalid: file")
  public Response add(@PathParam("session") long session, @Parameter(hidden = true) @FormParam("file") EntityPart file) {
    Attachment attached = AttachedFile.of("file", file);
    if (attached == null) throw Invalid.field("file", "required");
    return Response.status(201).entity(new TrainingSessionsResource.Created(materials.add(user.caller(), session, attached))).build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A material, as a file to keep")
  @APIResponse(responseCode = "200", description = "The file")
  public Response file(@PathParam("session") long session, @PathParam("id") long id) {
    Attachment file = materials.file(user.caller(), session, id);
    return Response.ok(file.content()).type(file.type()).header("Content-Disposition", Download.disposition(file.name())).build();
  }

  @DELETE
  @Path("{id}")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Take a material away")
  @APIResponse(responseCode = "204", description = "Gone")
  public void remove(@PathParam("session") long session, @PathParam("id") long id) {
    materials.remove(user.caller(), session, id);
  }
}
