package cn.lianbing.authoring.web;

import cn.lianbing.authoring.Drafts;
import cn.lianbing.authoring.History;
import cn.lianbing.authoring.Usage;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done with an item, and where it was used. */
@Path("/items/{code}/record")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemHistoryResource {
  @Inject Items items;
  @Inject History history;
  @Inject Usage usage;
  @Inject CurrentUser user;
  @Inject Drafts drafts;

  public record HistoryView(String code, String state, Long openDraft, List<DraftsResource.StepView> steps) {}

  public record ExamUse(long examId, String title, String unit, OffsetDateTime opensAt, long papers, long answered, Double facility) {}

  /** {@code facility}: the share of its marks that examinees got, 0–1; of closed exams only. */
  public record UsageView(String code, List<ExamUse> exams, int elsewhere, long papers, long answered, Double facility, List<String> blueprints) {}

  @GET
  @Path("/history")
  @Operation(summary = "The history of an item and of its drafts", description = "With who wrote and who reviewed it. kind: BEGUN, EDITED, SUBMITTED, WITHDRAWN, RETURNED, COMMENTED, PUBLISHED, DISCARDED, REBASED of drafts; WRITTEN, REKEYED, RETIRED, REINSTATED, EMBARGOED, RELEASED, FILED, TAGGED of the item.")
  @APIResponse(responseCode = "200", description = "Steps, the oldest first")
  public HistoryView history(@PathParam("code") String code) {
    Items.Detail item = items.detail(code);
    long id = items.idOf(code).orElseThrow(() -> new NotFound("item", code));
    return new HistoryView(item.code(), item.state().name(), drafts.open(item.code()), history.ofItem(id).stream().map(DraftsResource::step).toList());
  }

  @GET
  @Path("/usage")
  @Operation(summary = "Where an item was used", description = "Exams that may draw it, papers that have it, attempts that were marked with it. Exams beyond the caller's reach are counted only.")
  @APIResponse(responseCode = "200", description = "Exams, the newest first")
  public UsageView usage(@PathParam("code") String code) {
    Usage.Whole whole = usage.of(user.caller(), code);
    return new UsageView(code, whole.exams().stream().map(one -> new ExamUse(one.examId(), one.title(), one.unit(), Times.offset(one.opensAt()), one.papers(), one.answered(), share(one.facility()))).toList(), whole.elsewhere(), whole.papers(), whole.answered(), share(whole.facility()), usage.blueprints(code));
  }

  private static Double share(Integer thousandths) {
    return thousandths == null ? null : thousandths / 1000.0;
  }
}
