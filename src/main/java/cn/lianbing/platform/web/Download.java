package cn.lianbing.platform.web;

import cn.lianbing.platform.Bulkhead;
import cn.lianbing.platform.Collision;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file that a page links to, in the language that the pages are in; a refusal is one plain sentence. */
public final class Download {
  public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String CSV = "text/csv;charset=UTF-8";
  public static final String PDF = "application/pdf";
  public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  public static final String ICS = "text/calendar;charset=UTF-8";

  /** Writes the content once its name and type are known. */
  @FunctionalInterface
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /** Finds what to send; what it refuses is said instead of the file. */
  @FunctionalInterface
  public interface Source {
    File file(Texts texts) throws IOException;
  }

  /** @param name with its ending, in the user's language */
  public record File(String name, String type, Body body) {}

  /** What makes files takes turns: a few big ones must not delay those who sit an exam. */
  private static final Bulkhead EXPORTS = new Bulkhead(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), 8, 20_000);

  private Download() {}

  /** Makes a file when it is its turn. @throws Refused {@code busy} */
  public static <T, E extends Exception> T inTurn(Bulkhead.Work<T, E> work) throws E {
    return EXPORTS.run(work);
  }

  public static void send(HttpServletRequest request, HttpServletResponse response, Source source) throws IOException {
    Texts texts = texts(request);
    try {
      inTurn(() -> {
        File file = source.file(texts);
        response.setContentType(file.type());
        response.setHeader("Content-Disposition", disposition(file.name()));
        file.body().write(response.getOutputStream());
        return file;
      });
    } catch (NotFound missing) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (Refused refused) {
      say(response, texts, refused);
    } catch (RuntimeException e) {
      say(response, texts, Collision.of(e).orElseThrow(() -> e));
    }
  }

  private static void say(HttpServletResponse response, Texts texts, Refused refused) throws IOException {
    response.reset();
    response.setStatus(refused.code().equals("busy") ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_CONFLICT);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(texts.of("refused." + refused.code(), refused.arguments()));
  }

  /** RFC 6266: the plain name is for what does not read the other. */
  public static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Texts texts(HttpServletRequest request) {
    if (request.getCookies() != null) for (Cookie cookie : request.getCookies()) if (cookie.getName().equals("lang") && cookie.getValue().equals("en")) return Texts.in(Locale.ENGLISH);
    return Texts.in(Texts.CHINESE);
  }
}
