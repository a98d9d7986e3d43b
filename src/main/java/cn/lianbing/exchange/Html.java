package cn.lianbing.exchange;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little of HTML that question formats wrap text in. What would be lost is said of the item; nothing that it names is fetched. */
final class Html {
  private static final Pattern ACTIVE = Pattern.compile("(?i)<\\s*(script|style|iframe|object|embed|svg|form|link|meta)\\b");
  private static final Pattern PICTURE = Pattern.compile("(?i)<\\s*(img|audio|video|table|math|canvas)\\b");
  private static final Pattern ENTITY = Pattern.compile("&(#x[0-9A-Fa-f]{1,6}|#\\d{1,7}|[a-zA-Z]{2,8});");
  private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "ldquo", "“", "rdquo", "”", "hellip", "…", "mdash", "—");

  private Html() {}

  /** A paragraph a line; the second of two spaces is one that HTML keeps. */
  static String of(String text) {
    StringBuilder html = new StringBuilder();
    for (String line : text.split("\n", -1)) html.append("<p>").append(line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("  ", " &#160;")).append("</p>");
    return html.toString();
  }

  static String text(Found item, String field, String html) {
    if (ACTIVE.matcher(html).find()) item.wrong(field, "exchange.active");
    if (PICTURE.matcher(html).find()) item.wrong(field, "exchange.picture");
    String text = html.replaceAll("[\\t\\r\\n]+", " ").replaceAll("(?i)<br\\s*/?>|</(p|div|li|h[1-6])\\s*>", "\n").replaceAll("<[^<>]*>", "");
    String plain = ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    return plain.replace('\u00A0', ' ').strip();
  }

  private static String character(String name, String whole) {
    if (!name.startsWith("#")) return NAMED.getOrDefault(name, whole);
    int code = name.charAt(1) == 'x' ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(code) && code > 31 ? Character.toString(code) : whole;
  }
}
