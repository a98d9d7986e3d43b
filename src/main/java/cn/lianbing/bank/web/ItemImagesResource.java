package cn.lianbing.bank.web;

import cn.lianbing.bank.ItemImages;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures for items. They are seen at /media/images/{id}, by who looks after the bank, and by an examinee whose paper shows them. */
@Path("/item-images")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemImagesResource {
  @Inject ItemImages images;
  @Inject CurrentUser user;

  /** @param markup what stands in a stem, with words for those who cannot see it put between the brackets */
  public record Added(long id, String markup) {}

  public record ImageView(long id, String name, String type, int width, int height, long bytes, OffsetDateTime addedAt, long items) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Keep a picture", description = "PNG or JPEG, at most 4 MB and 16 megapixels. It is decoded and written anew; the same picture is kept once.")
  @APIResponse(responseCode = "201", description = "Kept")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Added.class)
  public Response add(@Parameter(hidden = true) @FormParam("file") EntityPart file) {
    Attachment sent = AttachedFile.of("file", file);
    if (sent == null) throw Invalid.field("file", "required");
    long id = images.add(user.caller(), sent.name(), sent.content());
    return Response.status(201).entity(new Added(id, "![](image:" + id + ")")).build();
  }

  @GET
  @Operation(summary = "Pictures, the newest first")
  @APIResponse(responseCode = "200", description = "A page of pictures")
  @Answers(value = ImageView.class, list = true)
  public Page<ImageView> list(@BeanParam Listing listing) {
    Page<ItemImages.Row> page = images.page(listing.request());
    return new Page<>(page.items().stream().map(one -> new ImageView(one.id(), one.name(), one.type(), one.width(), one.height(), one.bytes(), Times.offset(one.addedAt()), one.items())).toList(), page.total(), page.page(), page.size());
  }
}
