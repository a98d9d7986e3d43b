package cn.lianbing.credit.web;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.CreditRules;
import cn.lianbing.people.Officer;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How hours are counted and how many are needed; changed by adding what holds from a day on. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "credits")
@APIResponse(responseCode = "401", description = "not-signed-in")
public class CreditRulesResource {
  @Inject CreditRules rules;
  @Inject CurrentUser user;

  public record NeedView(Officer.Establishment establishment, Bucket bucket, BigDecimal hours, String law, String lawVersion, String article, boolean verified, String note, LocalDate validFrom) {
    @JsonbCreator
    public NeedView {}
  }

  public record SettingView(CreditRules.Setting setting, Integer value, String source, boolean verified, LocalDate validFrom) {
    @JsonbCreator
    public SettingView {}
  }

  @GET
  @Path("credit-needs")
  @Operation(summary = "How many hours a year are needed, and what says so", description = "The newest first. establishment null: everybody for whom none of their own holds. verified false: 待核.")
  @APIResponse(responseCode = "200", description = "A page of rules")
  public Page<NeedView> needs(@BeanParam Listing listing) {
    return listing.cut(rules.needs().stream().map(one -> new NeedView(one.establishment(), one.bucket(), Hundredths.decimal(one.hundredths()), one.law(), one.lawVersion(), one.article(), one.verified(), one.note(), one.validFrom())).toList());
  }

  @POST
  @Path("credit-needs")
  @Roles({"TRAINER", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Add what is needed from a day on")
  @APIResponse(responseCode = "201", description = "Added; what held before stays")
  @APIResponse(responseCode = "404", description = "not-found: a department's training desk keeps no rules")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response add(NeedView body) {
    Asked.body(body);
    int hundredths = Hundredths.of(body.hours()).orElse(-1);
    rules.add(user.caller(), new CreditRules.NeedData(body.establishment(), body.bucket(), hundredths, body.law(), body.lawVersion(), body.article(), body.verified(), body.note(), body.validFrom()));
    return Response.status(201).build();
  }

  @GET
  @Path("credit-settings")
  @Operation(summary = "How hours are counted", description = "MINUTES_PER_HOUR: minutes of one hour of credit; DAY_LIMIT: most hundredths that a day holds")
  @APIResponse(responseCode = "200", description = "A page of settings, the newest first")
  public Page<SettingView> settings(@BeanParam Listing listing) {
    return listing.cut(rules.values().stream().map(one -> new SettingView(one.setting(), one.value(), one.source(), one.verified(), one.validFrom())).toList());
  }

  @POST
  @Path("credit-settings")
  @Roles({"TRAINER", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Set a value from a day on")
  @APIResponse(responseCode = "201", description = "Set; earlier days keep their value")
  @APIResponse(responseCode = "404", description = "not-found: a department's training desk keeps no rules")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response set(SettingView body) {
    Asked.body(body);
    if (body.setting() == null || body.value() == null) throw Invalid.field("value", "required");
    rules.set(user.caller(), new CreditRules.Value(body.setting(), body.value(), body.source(), body.verified(), body.validFrom()));
    return Response.status(201).build();
  }
}
