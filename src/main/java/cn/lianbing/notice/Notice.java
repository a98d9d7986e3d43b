package cn.lianbing.notice;

import cn.lianbing.platform.Json;
import java.util.List;

/**
 * Something to tell. Whoever tells owns the texts {@code notice.<kind>.title} and {@code notice.<kind>.body}; they are filled in
 * when they are read, in the reader's language, so arguments are facts (names, times, numbers) and no sentences.
 *
 * @param args put into both texts; null within it is an empty text
 * @param link a page of ours, {@code /officer/training/session.xhtml?id=7}, or null
 */
public record Notice(String kind, List<String> args, String link) {
  private static final int STORED = 4000;
  private static final int LONGEST_LINK = 500;

  public Notice {
    if (kind == null || !kind.matches("[A-Za-z0-9.-]{1,60}")) throw new IllegalArgumentException("no kind of notice: " + kind);
    if (link != null && (!link.matches("/[a-z][^\\s\\\\]*") || link.length() > LONGEST_LINK)) throw new IllegalArgumentException("no page of ours: " + link);
    args = args == null ? List.of() : args.stream().map(arg -> arg == null ? "" : arg).toList();
  }

  String storedArgs() {
    String stored = Json.write(args);
    if (stored.length() > STORED) throw new IllegalArgumentException("a notice tells little; the page behind its link tells all: " + kind);
    return stored;
  }
}
