package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both languages have every sentence, and every sentence that is asked for exists. */
class TextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources/cn/lianbing");

  private static Properties load(String bundle, String language) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(RESOURCES.resolve(bundle.replace('.', '/') + "_" + language + ".properties"))) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void every_bundle_has_the_same_keys_in_both_languages_and_no_key_stands_twice() throws IOException {
    Set<String> seen = new HashSet<>();
    List<String> bundles = new ArrayList<>(Texts.BUNDLES);
    for (String bundle : bundles) {
      Set<Object> chinese = new TreeSet<>(load(bundle, "zh_CN").keySet());
      assertEquals(chinese, new TreeSet<>(load(bundle, "en").keySet()), bundle);
      for (Object key : chinese) assertTrue(seen.add((String) key), key + " stands in two bundles");
    }
    assertEquals(new TreeSet<>(load("launch.texts", "zh_CN").keySet()), new TreeSet<>(load("launch.texts", "en").keySet()));
  }

  @Test
  void no_bundle_file_is_forgotten() throws IOException {
    try (var files = Files.walk(RESOURCES)) {
      Set<String> found = new TreeSet<>();
      files.filter(file -> file.toString().endsWith("_zh_CN.properties")).forEach(file -> found.add(RESOURCES.relativize(file).toString().replace("_zh_CN.properties", "").replace('/', '.').replace('\\', '.')));
      Set<String> known = new TreeSet<>(Texts.BUNDLES);
      known.add("launch.texts");
      known.add("platform.validation");
      found.add("platform.validation");
      assertEquals(known, found);
    }
  }

  @Test
  void both_languages_take_the_same_arguments() throws IOException {
    for (String bundle : Texts.BUNDLES) {
      Properties english = load(bundle, "en");
      load(bundle, "zh_CN").forEach((key, sentence) -> assertEquals(arguments((String) sentence), arguments(english.getProperty((String) key)), bundle + " " + key));
    }
  }

  private static Set<Integer> arguments(String sentence) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\d)").matcher(sentence);
    while (matcher.find()) numbers.add(Integer.parseInt(matcher.group(1)));
    return numbers;
  }

  @Test
  void every_sentence_with_arguments_is_a_valid_pattern() throws IOException {
    for (String bundle : Texts.BUNDLES) for (String language : List.of("zh_CN", "en")) for (Object sentence : load(bundle, language).values()) if (!arguments((String) sentence).isEmpty()) new MessageFormat((String) sentence);
  }

  @Test
  void every_key_that_pages_and_code_name_exists() throws IOException {
    Pattern inPages = Pattern.compile("text(?:\\['|\\.of\\(')([A-Za-z0-9._-]+)'");
    Pattern inCode = Pattern.compile("new Refused\\(\"([a-z-]+)\"|(?:Invalid\\.field|Invalid\\.parameter|Violation\\.of)\\(\"[A-Za-z]+\", \"([A-Za-z.]+)\"|new StartRefused\\(\"([A-Za-z.]+)\"|messages\\.done\\(\"([A-Za-z.]+)\"");
    Set<String> missing = new TreeSet<>();
    scan(Path.of("src/main/webapp"), ".xhtml", inPages, matcher -> matcher.group(1), missing);
    scan(Path.of("src/main/java"), ".java", inCode, matcher -> matcher.group(1) != null ? "refused." + matcher.group(1) : matcher.group(2) != null ? "invalid." + matcher.group(2) : matcher.group(3) != null ? matcher.group(3) : matcher.group(4), missing);
    assertTrue(missing.isEmpty(), missing.toString());
  }

  private static void scan(Path folder, String ending, Pattern pattern, java.util.function.Function<Matcher, String> key, Set<String> missing) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) if (!key.apply(matcher).endsWith(".") && !Texts.in(Texts.CHINESE).has(key.apply(matcher))) missing.add(file + ": " + key.apply(matcher));
      }
    }
  }

  @Test
  void chinese_comes_first_and_english_on_request() {
    assertEquals("没有这一项，或不属于您管理的范围。", Texts.in(null).get("refused.not-found"));
    assertEquals(Texts.in(null).get("refused.not-found"), Texts.in(Locale.FRENCH).get("refused.not-found"));
    assertFalse(Texts.in(Locale.UK).get("refused.not-found").equals(Texts.in(null).get("refused.not-found")));
    assertEquals("登录失败次数过多，暂停登录。请 1200 分钟后再试，或请管理员重置密码。", Texts.in(null).of("refused.locked", 72000L, 1200L), "numbers are not grouped");
  }
}
