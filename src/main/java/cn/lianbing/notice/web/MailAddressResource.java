package cn.lianbing.notice.web;

import cn.lianbing.notice.MailAddresses;
import cn.lianbing.notice.SmtpSettings;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the caller's notices go by e-mail; off until the caller switches it on. */
@Path("/me/mail-address")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
@Tag(name = "notices")
@APIResponse(responseCode = "401", description = "not-signed-in")
public class MailAddressResource {
  @Inject MailAddresses addresses;
  @Inject SmtpSettings smtp;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;

  /** confirmed: whether the code that was sent there came back; nothing else is sent before. mailServer: whether the program has one; without it nothing is sent. */
  public record MailAddressView(String address, boolean on, boolean confirmed, boolean mailServer) {}

  public record MailAddressInput(String address, Boolean on) {
    @JsonbCreator
    public MailAddressInput {}
  }

  public record CodeInput(String code) {
    @JsonbCreator
    public CodeInput {}
  }

  @GET
  @Operation(summary = "The caller's address for notices")
  @APIResponse(responseCode = "200", description = "As it is now", content = @Content(schema = @Schema(ref = "MailAddressView")))
  public MailAddressView own() {
    var own = addresses.own(user.caller());
    return new MailAddressView(own.address(), own.on(), own.confirmed(), smtp.on());
  }

  @PUT
  @Operation(summary = "Change the address or its switch", description = "An empty address removes it. A code is sent to a new one that is switched on; letters come in the language of this request.")
  @APIResponse(responseCode = "200", description = "As it is now", content = @Content(schema = @Schema(ref = "MailAddressView")))
  @APIResponse(responseCode = "400", description = "unreadable")
  @APIResponse(responseCode = "422", description = "invalid")
  public MailAddressView change(MailAddressInput input) {
    if (input == null) throw new BadRequestException();
    addresses.change(user.caller(), input.address(), Boolean.TRUE.equals(input.on()), Texts.in(headers.getAcceptableLanguages().stream().findFirst().orElse(null)).locale());
    return own();
  }

  @POST
  @Path("code")
  @Operation(summary = "Send another code", description = "Nothing happens where the address is confirmed.")
  @APIResponse(responseCode = "204", description = "It is on its way, where there is a mail server")
  @APIResponse(responseCode = "404", description = "not-found: no address")
  @APIResponse(responseCode = "409", description = "mail-codes-many")
  public void sendCode() {
    addresses.sendCode(user.caller());
  }

  @POST
  @Path("confirmation")
  @Operation(summary = "Confirm the address with the code that was sent there")
  @APIResponse(responseCode = "200", description = "Confirmed", content = @Content(schema = @Schema(ref = "MailAddressView")))
  @APIResponse(responseCode = "404", description = "not-found: no address")
  @APIResponse(responseCode = "409", description = "mail-code-wrong, mail-code-void")
  public MailAddressView confirm(CodeInput input) {
    if (!addresses.confirm(user.caller(), Asked.body(input).code())) throw new Refused("mail-code-wrong");
    return own();
  }
}
