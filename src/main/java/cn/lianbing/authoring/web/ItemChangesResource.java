package cn.lianbing.authoring.web;

import cn.lianbing.authoring.BulkChange;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Texts;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same change for many items. */
@Path("/item-changes")
@RequestScoped
@Roles("EXAM_ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemChangesResource {
  @Inject BulkChange changes;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  /** {@code code} of an item; for PUBLISH the id of a draft, with the {@code version} that was seen. */
  public record ChosenBody(String code, Integer version) {
    @JsonbCreator
    public ChosenBody {}
  }

  public record ChangeBody(String action, List<ChosenBody> items, String topic, String stage, String field, Integer difficulty, List<String> tagsOn, List<String> tagsOff) {
    @JsonbCreator
    public ChangeBody {}
  }

  public record OutcomeView(String item, boolean done, String code, String message) {}

  public record OutcomeList(int done, int refused, List<OutcomeView> items) {}

  @POST
  @Operation(summary = "Change many items", description = "action: PUBLISH, RETIRE, REINSTATE, EMBARGO (for exams only), RELEASE, FILE (topic, stage, field, difficulty: those that are given), TAG (tagsOn, tagsOff). At most 500. What can be done is done; what cannot is told with its reason.")
  @APIResponse(responseCode = "200", description = "What became of each")
  public OutcomeList change(ChangeBody body) {
    BulkChange.Action action = Asked.one(BulkChange.Action.class, "action", Asked.body(body).action());
    if (body.items() == null) throw Invalid.field("items", "required");
    List<BulkChange.Outcome> outcomes = changes.run(user.caller(), body.items().stream().map(one -> new BulkChange.Chosen(one.code(), one.version())).toList(), new BulkChange.Change(action, new ItemLifecycle.Place(body.topic(), body.stage(), body.field(), body.difficulty()), body.tagsOn(), body.tagsOff()));
    Texts texts = Texts.in(headers.getAcceptableLanguages().get(0));
    int done = (int) outcomes.stream().filter(BulkChange.Outcome::done).count();
    return new OutcomeList(done, outcomes.size() - done, outcomes.stream().map(one -> new OutcomeView(one.what(), one.done(), one.code(), one.done() ? null : texts.of((one.invalid() ? "invalid." : "refused.") + one.code(), one.arguments().toArray()))).toList());
  }
}
