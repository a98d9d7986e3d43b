package cn.lianbing.platform.web;

import cn.lianbing.platform.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The server's time. It does nothing else, so it is also what the benchmark compares other methods with. */
@Path("/time")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class TimeResource {
  @Inject Clock clock;

  public record TimeView(OffsetDateTime serverTime) {}

  @GET
  @Public
  @Operation(summary = "The server's time")
  @APIResponse(responseCode = "200", description = "Now")
  public TimeView time() {
    return new TimeView(Times.offset(clock.instant()));
  }
}
