package cn.lianbing.exam.web;

import cn.lianbing.bank.ItemFlags;
import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What of an exam's frozen paper rests on law that has moved since. For those who may read the bank: it tells what the exam may ask. */
@Path("/exams/{id}/touched-items")
@RequestScoped
@Roles({"EXAM_ADMIN", "TRAINER"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exams")
public class TouchedItemsResource {
  @Inject Exams exams;
  @Inject PaperAssembly assembly;
  @Inject CurrentUser user;

  public record TouchedItem(String code, String stem, String citation, String cause, String state, LocalDate since) {}

  public record TouchedList(List<TouchedItem> items, long total, int page, int size) {}

  @GET
  @Operation(summary = "Items of the frozen paper whose law has moved", description = "A frozen paper does not change by itself; changing the exam before it opens assembles it anew. state: OPEN, TO_CHANGE, KEPT, CHANGED or RETIRED since.")
  @APIResponse(responseCode = "200", description = "A page of items, by code")
  public TouchedList list(@PathParam("id") String id, @BeanParam Listing listing) {
    Exam exam = exams.watched(user.caller(), NotFound.id("exam", id));
    Page<ItemFlags.Touched> page = listing.cut(assembly.touched(exam.poolId(), LocalDate.ofInstant(exam.closesAt(), Times.ZONE)));
    return new TouchedList(page.items().stream().map(one -> new TouchedItem(one.code(), one.stem(), one.citation(), one.cause().name(), one.state().name(), one.since())).toList(), page.total(), page.page(), page.size());
  }
}
