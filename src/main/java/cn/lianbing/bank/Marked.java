package cn.lianbing.bank;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is marked in the words of an item: pictures {@code ![what it shows](image:ID)}. A picture without words is nothing to those who do not see it. */
public final class Marked {
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]\\n]*)\\]\\(image:([^)\\s]*)\\)");
  private static final int LONGEST = 200;

  private Marked() {}

  /** The ids of the pictures in a text, in their order. */
  public static Set<Long> images(String text) {
    Set<Long> ids = new LinkedHashSet<>();
    if (text == null || !text.contains("](image:")) return ids;
    for (Matcher image = IMAGE.matcher(text); image.find();) if (image.group(2).matches("\\d{1,18}")) ids.add(Long.parseLong(image.group(2)));
    return ids;
  }

  static void check(String field, String text, DraftQuestion.Faults faults) {
    if (!text.contains("](image:")) return;
    for (Matcher image = IMAGE.matcher(text); image.find();) {
      if (!image.group(2).matches("\\d{1,18}")) faults.add(field, "item.image", image.group(2));
      else if (image.group(1).isBlank() || image.group(1).length() > LONGEST) faults.add(field, "item.imageAlt", LONGEST);
    }
  }
}
