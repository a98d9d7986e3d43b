package cn.lianbing.competition.web;

import cn.lianbing.competition.award.Award;
import cn.lianbing.competition.award.Awarding;
import cn.lianbing.competition.award.Quota;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Public;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Awards and their certificates. */
@Path("/awards")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "competition")
public class AwardsResource {
  @Inject Awarding awarding;
  @Inject CompetitionFiles files;
  @Inject CurrentUser user;

  public record QuotaInput(String code, Integer count) {
    @JsonbCreator
    public QuotaInput {}
  }

  public record GrantInput(Long listId, List<QuotaInput> quotas) {
    @JsonbCreator
    public GrantInput {}

    List<Quota> all() {
      if (quotas == null || quotas.isEmpty()) throw Invalid.field("quotas", "required");
      return quotas.stream().map(one -> new Quota(Asked.one(Award.Code.class, "code", one.code()), one.count() == null ? 0 : one.count())).toList();
    }
  }

  public record GrantedView(int granted) {}

  public record OrganisationInput(Long competitionId, Long unitId, String reason) {
    @JsonbCreator
    public OrganisationInput {}
  }

  public record RevokeInput(String reason) {
    @JsonbCreator
    public RevokeInput {}
  }

  @GET
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Awards", description = "competition: its id, within reach; without it one's own.")
  @APIResponse(responseCode = "200", description = "A page of awards")
  public Page<Awarding.AwardRow> all(@QueryParam("competition") String competition, @BeanParam Listing listing) {
    Long id = Asked.id(competition);
    return listing.cut(id == null ? awarding.mine(user.caller()) : awarding.all(user.caller(), id));
  }

  @POST
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Give awards by the places of a confirmed list", description = "quotas in their order; code: FIRST, SECOND, THIRD, EXCELLENT. Whoever shares the last place of an award gets it too, and there are fewer of the next.")
  @APIResponse(responseCode = "200", description = "How many")
  @APIResponse(responseCode = "409", description = "list-not-confirmed, awards-granted, nobody-advances")
  @APIResponse(responseCode = "422", description = "invalid")
  public GrantedView grant(GrantInput input) {
    if (Asked.body(input).listId() == null) throw Invalid.field("listId", "required");
    return new GrantedView(awarding.grant(user.caller(), input.listId(), input.all()));
  }

  @POST
  @Path("organisation")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Name a unit for good organisation")
  @APIResponse(responseCode = "201", description = "Given")
  @APIResponse(responseCode = "409", description = "awards-granted")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Awarding.AwardRow.class)
  public Response name(OrganisationInput input) {
    if (Asked.body(input).competitionId() == null) throw Invalid.field("competitionId", "required");
    if (input.unitId() == null) throw Invalid.field("unitId", "required");
    return Response.status(201).entity(awarding.one(user.caller(), awarding.name(user.caller(), input.competitionId(), input.unitId(), input.reason()))).build();
  }

  @POST
  @Path("{id: \\d{1,18}}/revocation")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Revoke an award with a reason")
  @APIResponse(responseCode = "204", description = "Revoked; its certificate says so from now on")
  @APIResponse(responseCode = "409", description = "award-revoked")
  @APIResponse(responseCode = "422", description = "invalid")
  public void revoke(@PathParam("id") long id, RevokeInput input) {
    awarding.revoke(user.caller(), id, Asked.body(input).reason());
  }

  @GET
  @Path("{id: \\d{1,18}}/certificate.pdf")
  @Produces("application/pdf")
  @Roles({"OFFICER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "The certificate as PDF")
  @APIResponse(responseCode = "200", description = "PDF")
  public Response certificate(@PathParam("id") long id) throws IOException {
    Download.File file = files.certificate(id, Texts.in(Texts.CHINESE));
    byte[] content = Download.inTurn(() -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.body().write(out);
      return out.toByteArray();
    });
    return Response.ok(content).header("Content-Disposition", Download.disposition(file.name())).build();
  }

  @GET
  @Path("verify/{serial}")
  @Public
  @Operation(summary = "Whether a certificate was given", description = "For anybody. token: from the code on it. A wrong token and a serial that never was get the same answer.")
  @APIResponse(responseCode = "200", description = "The answer")
  @Answers(Awarding.AwardAnswer.class)
  public Response verify(@PathParam("serial") String serial, @QueryParam("token") String token) {
    return Response.ok(awarding.verify(serial, token)).header("Cache-Control", "no-store").build();
  }
}
