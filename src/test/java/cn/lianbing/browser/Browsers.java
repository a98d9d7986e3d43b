package cn.lianbing.browser;

import cn.lianbing.testing.DebianPackages;
import cn.lianbing.testing.Inside;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium that can draw Chinese: one that is there, else Debian's where we are root, else Playwright's own. */
final class Browsers implements AutoCloseable {
  static final int[][] SIZES = {{1366, 768}, {390, 844}};
  private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run");
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  Browsers() {
    Optional<Path> chromium = find();
    if (chromium.isEmpty()) {
      DebianPackages.install("chromium", "fonts-noto-cjk");
      chromium = find();
    }
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(chromium.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "0")));
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
    chromium.ifPresent(options::setExecutablePath);
    try {
      browser = playwright.chromium().launch(options);
    } catch (RuntimeException e) {
      throw new AssertionError("The browser tests need Chromium and a Chinese font: install them (Debian: apt-get install chromium fonts-noto-cjk) and run the tests again.", e);
    }
  }

  private static Optional<Path> find() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream()).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  BrowserContext context(int width, int height) {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN").setAcceptDownloads(true));
    context.setDefaultTimeout(20_000);
    context.onWebError(error -> complaints.add(error.error()));
    context.onConsoleMessage(message -> {
      // that the network is away is what the test asks for
      if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED") && !message.text().contains("ERR_FAILED")) complaints.add(message.page().url() + ": " + message.text());
    });
    return context;
  }

  /** Signed in on the start page, with the notice read. */
  Page signIn(BrowserContext context, String address, String username) {
    Page page = context.newPage();
    page.navigate(address + "/");
    page.fill("[id='signIn:username']", username);
    page.fill("[id='signIn:password']", Inside.PASSWORD);
    page.click("[id='signIn:submit']");
    page.waitForURL(url -> !url.contains("sign-in"));
    if (page.url().contains("/notice.xhtml")) {
      page.click("[id='notice:accept']");
      page.waitForURL(url -> !url.contains("notice"));
    }
    return page;
  }

  /** Errors of scripts and of the console since the last call. */
  List<String> complaints() {
    List<String> some = List.copyOf(complaints);
    complaints.clear();
    return some;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
