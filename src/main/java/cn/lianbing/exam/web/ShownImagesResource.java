package cn.lianbing.exam.web;

import cn.lianbing.bank.ItemImages;
import cn.lianbing.exam.ShownImages;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A picture of an item, for clients that show papers themselves; pages take it from /media/images. */
@Path("/item-images/{id}/content")
@RequestScoped
@Produces({"image/png", "image/jpeg", "application/json"})
@Tag(name = "attempts")
public class ShownImagesResource {
  @Inject ShownImages shown;
  @Inject CurrentUser user;

  @GET
  @Operation(summary = "A picture", description = "For an examinee with the own attempt whose paper shows it; without an attempt for EXAM_ADMIN, UNIT_ADMIN and TRAINER.")
  @APIResponse(responseCode = "200", description = "PNG or JPEG")
  @APIResponse(responseCode = "404", description = "not-found")
  public Response content(@PathParam("id") long id, @QueryParam("attempt") Long attempt) {
    ItemImages.Content image = shown.of(user.caller(), id, attempt);
    return Response.ok(image.bytes(), image.type()).header("Cache-Control", "private, max-age=86400, immutable").header("X-Content-Type-Options", "nosniff").build();
  }
}
