package cn.lianbing.authoring.web;

import cn.lianbing.bank.Topics;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tree of topics. */
@Path("/topic-tree")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class TopicTreeResource {
  @Inject Topics topics;
  @Inject CurrentUser user;

  public record TopicView(String path, String name, int depth, long items, long below) {}

  public record TopicTree(List<TopicView> items, int total) {}

  public record MoveBody(String from, String to, boolean merge) {
    @JsonbCreator
    public MoveBody {}
  }

  public record PathBody(String path) {
    @JsonbCreator
    public PathBody {}
  }

  @GET
  @Operation(summary = "The tree of topics with its items", description = "items: filed right there; below: there and under it.")
  @APIResponse(responseCode = "200", description = "Topics in order")
  public TopicTree tree() {
    List<TopicView> all = topics.tree().stream().map(one -> new TopicView(one.path(), one.name(), one.depth(), one.items(), one.below())).toList();
    return new TopicTree(all, all.size());
  }

  @POST
  @Path("/moves")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Rename or move a topic with all below it", description = "Items, blueprints and forms follow; question files may go on using the former name. merge puts it together with a topic that has that path already.")
  @APIResponse(responseCode = "204", description = "Moved")
  @APIResponse(responseCode = "409", description = "topic-exists, topic-inside")
  public Response move(MoveBody body) {
    topics.move(user.caller(), Asked.body(body).from() == null ? "" : body.from(), body.to(), body.merge());
    return Response.noContent().build();
  }

  @POST
  @Path("/removals")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Remove a topic that nothing was ever filed under")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", description = "topic-used")
  public Response remove(PathBody body) {
    topics.remove(user.caller(), Asked.body(body).path() == null ? "" : body.path());
    return Response.noContent().build();
  }
}
