package cn.lianbing.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real law texts, where the machine has a folder of them; they are not the project's to carry. */
class RealLawsTest {
  /** As simple as can be, so that it is another opinion: a line that begins with 第…条. */
  private static final Pattern HEAD = Pattern.compile("^[ \\u3000]*(?:#+ *)?\\**第([零〇一二两三四五六七八九十百千]+)条\\**[\\s\\u3000]*", Pattern.MULTILINE);

  static List<Path> files() throws IOException {
    String named = System.getenv("LIANBING_LAWS");
    Path folder = named == null ? Path.of("../shared/domain/laws") : Path.of(named);
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @TestFactory
  List<DynamicTest> every_text_is_read_as_another_reader_reads_it() throws IOException {
    return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(Files.readString(file)))).toList();
  }

  @TestFactory
  List<DynamicTest> every_renumbered_article_is_found_again() throws IOException {
    return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> renumber(Files.readString(file)))).toList();
  }

  /** One article more at the beginning, and every tenth says something else in its middle. */
  private static void renumber(String text) {
    List<Article> old = new ArrayList<>();
    List<Article> fresh = new ArrayList<>(List.of(article(1, "这一条是新加在最前面的，别处都没有。")));
    for (LawDraft.Article one : LawTextReader.read(TextFile.read(text.getBytes(StandardCharsets.UTF_8)).text()).articles()) {
      if (one.kind() == LawArticle.Kind.PREAMBLE) continue;
      int number = old.size() + 1;
      int middle = one.text().length() / 2;
      old.add(article(number, one.text()));
      fresh.add(article(number + 1, number % 10 == 0 ? one.text().substring(0, middle) + "（改）" + one.text().substring(middle) : one.text()));
    }
    List<Comparison.Pair> pairs = Comparison.of(old, fresh);
    assertEquals(Comparison.Kind.ADDED, pairs.get(0).kind());
    assertEquals(fresh.size(), pairs.size());
    for (Comparison.Pair pair : pairs.subList(1, pairs.size())) assertEquals(pair.fresh().number(), pair.old().number() + 1, pair.fresh().text());
  }

  private static Article article(int number, String text) {
    return new Article(number, LawArticle.Kind.ARTICLE, number, 0, new ArticleNumber(number, 0).label(), "", text, null, null);
  }

  private static void compare(String text) {
    LawDraft draft = LawTextReader.read(TextFile.read(text.getBytes(StandardCharsets.UTF_8)).text());
    assertTrue(draft.clean(), draft.remarks().toString());
    assertTrue(draft.remarks().stream().allMatch(one -> one.code().equals("unnumbered")), draft.remarks().toString());
    assertNotNull(draft.source());
    Map<Integer, String> expected = new LinkedHashMap<>();
    Matcher head = HEAD.matcher(text);
    List<int[]> found = new ArrayList<>();
    while (head.find()) found.add(new int[] {ArticleNumber.value(head.group(1)), head.end(), head.start()});
    for (int i = 0; i < found.size(); i++) expected.put(found.get(i)[0], text.substring(found.get(i)[1], i + 1 < found.size() ? found.get(i + 1)[2] : text.length()));
    if (expected.isEmpty()) {
      assertTrue(draft.articles().size() >= 10, "a document with points");
      return;
    }
    List<LawDraft.Article> articles = draft.articles().stream().filter(one -> one.kind() == LawArticle.Kind.ARTICLE).toList();
    assertEquals(expected.size(), articles.size());
    // Only headings stand between two articles and are no part of the first.
    for (LawDraft.Article one : articles) assertTrue(squeezed(expected.get(one.number().number())).startsWith(ArticleText.squeezed(one.text())), () -> one.label() + "\n" + squeezed(expected.get(one.number().number())) + "\n" + ArticleText.squeezed(one.text()));
  }

  private static String squeezed(String text) {
    return ArticleText.squeezed(text).replaceAll("<!--.*?-->", "");
  }
}
