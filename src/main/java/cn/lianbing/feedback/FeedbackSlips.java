package cn.lianbing.feedback;

import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** What is printed for feedback: a poster for everybody with an account, and slips that each answer once. */
public final class FeedbackSlips {
  private static final String ANSWER = "/public/feedback/answer.xhtml#";
  private static final String GIVE = "/officer/feedback/give.xhtml?session=";

  private FeedbackSlips() {}

  /** @param base the program's address, without a path */
  public static String link(String base, long sessionId) {
    return base + GIVE + sessionId;
  }

  /** The page that a ticket opens. The ticket is behind the #, which browsers send to nobody. */
  public static String answer(String ticket) {
    return ANSWER + ticket;
  }

  public static void poster(String base, long sessionId, String title, Instant closesAt, Texts texts, OutputStream out) {
    try (PrintedPage page = new PrintedPage(out, title, texts.get("ui.bureau"), false)) {
      page.heading(texts.get("feedback.poster.head"));
      page.letter(texts.get("feedback.poster.how"));
      page.qr(link(base, sessionId), texts.of("feedback.poster.until", Times.text(closesAt)));
      page.paragraph(link(base, sessionId), PrintedPage.Align.CENTER);
    }
  }

  /** To be cut apart and handed out face down. */
  public static void slips(String base, String title, Instant closesAt, List<String> tickets, Texts texts, OutputStream out) {
    try (PrintedPage page = new PrintedPage(out, title, texts.get("feedback.slip.foot"), false)) {
      for (String ticket : tickets) page.qr(base + answer(ticket), texts.of("feedback.slip.text", title, Times.text(closesAt)));
    }
  }
}
