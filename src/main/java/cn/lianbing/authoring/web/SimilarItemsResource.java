package cn.lianbing.authoring.web;

import cn.lianbing.authoring.SimilarItems;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items that ask nearly the same. */
@Path("/item-similarities")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class SimilarItemsResource {
  @Inject SimilarItems similar;
  @Inject CurrentUser user;

  /** An item as a question file has it; stem, key and law are looked at. With a code it is not like itself. */
  public record AskedBody(ItemDraft item) {
    @JsonbCreator
    public AskedBody {}
  }

  /** {@code likeness} 0–100. */
  public record SimilarView(String code, String stem, String state, int likeness) {}

  public record SimilarList(List<SimilarView> items, int total) {}

  @POST
  @Operation(summary = "Items that ask nearly the same", description = "At most five, the most alike first. Stores nothing.")
  @APIResponse(responseCode = "200", description = "Items of the bank")
  public SimilarList like(AskedBody body) {
    ItemDraft item = Asked.body(body).item();
    if (item == null || item.question() == null) throw Invalid.field("item", "required");
    List<SimilarView> all = similar.like(user.caller(), item).stream().map(one -> new SimilarView(one.code(), one.stem(), one.state().name(), one.percent())).toList();
    return new SimilarList(all, all.size());
  }
}
