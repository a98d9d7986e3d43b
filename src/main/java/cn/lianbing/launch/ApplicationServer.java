package cn.lianbing.launch;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Payara Micro with our WAR at the root path. */
final class ApplicationServer implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private final PayaraMicroRuntime runtime;

  private ApplicationServer(PayaraMicroRuntime runtime) {
    this.runtime = runtime;
  }

  /** Starts and deploys. That it "deployed" proves nothing: ask {@link #awaitReady}. */
  static ApplicationServer start(LaunchSettings settings, Path war) throws BootstrapException {
    PayaraMicro payara = PayaraMicro.getInstance();
    payara.setNoHazelcast(true);
    payara.setPrintLogo(false);
    payara.setHttpPort(settings.port());
    payara.setMaxHttpThreads(64);
    payara.setPreBootHandler(admin -> {
      String listener = "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
      admin.run("set", listener + "address=" + settings.bind());
      // Behind a proxy that ends TLS, redirects must say https.
      admin.run("set", "configs.config.server-config.network-config.protocols.protocol.http-listener.http.scheme-mapping=X-Forwarded-Proto");
      admin.run("set", "configs.config.server-config.network-config.protocols.protocol.http-listener.http.xpowered-by=false");
      admin.run("set", "configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-name=");
    });
    payara.setPostBootHandler(admin -> {
      // Payara's /metrics asks nobody who they are: it is for this machine only.
      if (!settings.loopback()) admin.run("set-metrics-configuration", "--enabled=false", "--dynamic=true");
    });
    PayaraMicroRuntime runtime = payara.bootStrap();
    runtime.deploy("lianbing", "/", war.toFile());
    return new ApplicationServer(runtime);
  }

  /** Waits until the application itself, with its database, answers. False at once when it did not start, or when it does not answer within three minutes. */
  boolean awaitReady(String address) throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "health/ready")).timeout(Duration.ofSeconds(5)).build();
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (System.nanoTime() < end) {
      if (System.getProperty("lianbing.started") == null) return false;
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        // Payara answers "UP" with no checks when our WAR is not there
        if (answer.statusCode() == 200 && answer.body().contains("database")) return true;
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(200);
    }
    return false;
  }

  @Override
  public void close() {
    try {
      runtime.shutdown();
    } catch (BootstrapException e) {
      throw new IllegalStateException("Payara Micro did not stop", e);
    }
  }
}
