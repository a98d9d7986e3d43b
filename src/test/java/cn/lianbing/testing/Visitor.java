package cn.lianbing.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who opens pages and sends their forms by hand: a browser's cookie, but no script and no manners. */
public final class Visitor {
  private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Program program;
  /** Of the session; null before there is one. */
  private String cookie;

  private Visitor(Program program, String cookie) {
    this.program = program;
    this.cookie = cookie;
  }

  public static Visitor of(Program program) {
    return new Visitor(program, null);
  }

  /** Whoever comes with that session. */
  public static Visitor with(Program program, String cookie) {
    return new Visitor(program, cookie);
  }

  public String cookie() {
    return cookie;
  }

  public HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  /** Sends a form of a page that was opened, with the page's own state and nonce and whatever else is said. */
  public HttpResponse<String> submit(String path, String page, Map<String, String> fields) throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("jakarta.faces.ViewState", first("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"", page));
    all.put("primefaces.nonce", first("nonce=\"([^\"]*)\"", page));
    all.putAll(fields);
    String body = all.entrySet().stream().map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder().header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)), path);
  }

  public HttpResponse<String> signIn(String username, String password) throws IOException, InterruptedException {
    String page = open("/public/people/sign-in.xhtml").body();
    return submit("/public/people/sign-in.xhtml", page, Map.of("signIn", "signIn", "signIn:username", username, "signIn:password", password, "signIn:submit", ""));
  }

  /** The notice on personal data that everybody accepts once. */
  public void acceptNotice() throws IOException, InterruptedException {
    submit("/public/people/notice.xhtml", open("/public/people/notice.xhtml").body(), Map.of("notice", "notice", "notice:accept", ""));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
    if (cookie != null) request.header("Cookie", "LIANBING=" + cookie);
    HttpResponse<String> answer = HTTP.send(request.uri(URI.create(program.address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    for (String set : answer.headers().allValues("set-cookie")) if (set.startsWith("LIANBING=")) cookie = set.substring("LIANBING=".length()).split(";")[0];
    return answer;
  }

  private static String first(String pattern, String page) {
    var matcher = Pattern.compile(pattern).matcher(page);
    if (!matcher.find()) throw new AssertionError("no " + pattern + " in " + page);
    return matcher.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
