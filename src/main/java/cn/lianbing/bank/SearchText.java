package cn.lianbing.bank;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words to search by, in a language that does not part them: each pair of neighbouring letters is one. An item is found where it
 * has all pairs of what was typed; that they stand together is looked at in the text itself.
 */
final class SearchText {
  private SearchText() {}

  /** All that people read of an item, on one line. */
  static String of(String code, ItemContent content) {
    Stream<String> own = Stream.of(code, content.stem(), content.material(), content.rationale(), content.law() + content.lawVersion());
    Stream<String> asked = Stream.concat(shown(content.options(), content.left()), content.parts().stream().flatMap(part -> Stream.concat(Stream.of(part.stem(), part.rationale()), shown(part.options(), part.left()))));
    Stream<String> cited = content.cited().stream().flatMap(one -> Stream.of(one.citation(), one.quote()));
    return plain(Stream.of(own, asked, cited).flatMap(one -> one).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(" ")));
  }

  private static Stream<String> shown(List<Option> options, List<Option> left) {
    return Stream.concat(options.stream(), left.stream()).map(Option::text);
  }

  /** Full width as half width, capitals as small letters, white space as one blank. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  /** What stands between blanks must all be found. */
  static List<String> terms(String typed) {
    return typed == null || typed.isBlank() ? List.of() : Stream.of(plain(typed).split(" ")).distinct().limit(8).toList();
  }

  /** The x makes three characters of two, which InnoDB asks of a word. */
  static Set<String> grams(String text) {
    Set<String> grams = new LinkedHashSet<>();
    int before = -1;
    for (int at = 0; at < text.length(); ) {
      int now = text.codePointAt(at);
      at += Character.charCount(now);
      if (!Character.isLetterOrDigit(now)) now = -1;
      if (before >= 0 && now >= 0) grams.add("x" + Character.toString(before) + Character.toString(now));
      before = now;
    }
    return grams;
  }

  /** Whether the index alone decides about a term. */
  static boolean isGram(String term) {
    return term.codePointCount(0, term.length()) == 2 && grams(term).size() == 1;
  }

  /** For {@code match … against (… in boolean mode)}; null where no term has a pair. Letters and digits alone: nothing of its syntax can be typed. */
  static String query(List<String> terms) {
    Set<String> grams = new LinkedHashSet<>();
    terms.forEach(term -> grams.addAll(grams(term)));
    return grams.isEmpty() ? null : grams.stream().limit(40).map(gram -> "+" + gram).collect(Collectors.joining(" "));
  }
}
