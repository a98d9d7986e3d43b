package cn.lianbing.bank.web;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Topics of the bank's items. */
@Path("/topics")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER", "UNIT_ADMIN"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class TopicsResource {
  @Inject Items items;

  public record TopicList(List<String> items, int total) {}

  @GET
  @Operation(summary = "All topics as paths, in order", description = "Each root comes as a path of its own: a filter or a blueprint's line may name it.")
  @APIResponse(responseCode = "200", description = "Paths")
  public TopicList list() {
    List<String> paths = items.topics();
    return new TopicList(paths, paths.size());
  }
}
