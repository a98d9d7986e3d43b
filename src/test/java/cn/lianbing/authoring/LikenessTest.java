package cn.lianbing.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How well items that ask the same are told from those that only look alike, and that what is told stays true. */
class LikenessTest {
  private static final LikenessIndex BANK = new LikenessIndex();

  private record Pair(boolean same, Fingerprint one, Fingerprint other) {}

  @BeforeAll
  static void readTheBank() throws IOException {
    long id = 0;
    try (var files = Files.walk(Path.of("question-bank"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) for (ItemDraft draft : ItemFile.yaml(Files.readAllBytes(file)).drafts()) BANK.put(++id, Fingerprint.of(draft));
    }
  }

  private static List<Pair> pairs(String name) throws IOException {
    try (var file = LikenessTest.class.getResourceAsStream("/authoring/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\\|", -1)).map(part -> new Pair(part[0].equals("1"), print(part, 1), print(part, 4))).toList();
    }
  }

  private static Fingerprint print(String[] part, int from) {
    String right = Set.of("正确", "错误").contains(part[from + 2]) ? "" : part[from + 2];
    return Fingerprint.of(part[from], part[from + 1], right);
  }

  /** Precision and recall. */
  private static double[] measured(List<Pair> pairs, double threshold) {
    long found = pairs.stream().filter(pair -> BANK.likeness(pair.one(), pair.other()) >= threshold).count();
    long right = pairs.stream().filter(pair -> pair.same() && BANK.likeness(pair.one(), pair.other()) >= threshold).count();
    return new double[] {(double) right / found, (double) right / pairs.stream().filter(Pair::same).count()};
  }

  private static double harmonic(double[] measured) {
    return 2 * measured[0] * measured[1] / (measured[0] + measured[1]);
  }

  @Test
  void the_threshold_is_the_best_on_the_pairs_that_it_was_chosen_on() throws IOException {
    List<Pair> pairs = pairs("pairs-choose.txt");
    double best = 0;
    for (int i = 15; i < 80; i++) best = Math.max(best, harmonic(measured(pairs, i / 100.0)));
    assertTrue(harmonic(measured(pairs, LikenessIndex.THRESHOLD)) >= best - 0.03, "best " + best + ", ours " + harmonic(measured(pairs, LikenessIndex.THRESHOLD)));
  }

  @Test
  void on_pairs_that_nothing_was_chosen_on_it_is_as_good_as_the_readme_says() throws IOException {
    List<Pair> pairs = pairs("pairs-judge.txt");
    assertTrue(pairs.size() >= 60 && pairs.stream().filter(Pair::same).count() >= 30 && pairs.stream().filter(pair -> !pair.same()).count() >= 30);
    double[] measured = measured(pairs, LikenessIndex.THRESHOLD);
    System.out.printf(Locale.ROOT, "%d pairs: precision %.2f, recall %.2f%n", pairs.size(), measured[0], measured[1]);
    assertTrue(measured[0] >= 0.75 && measured[1] >= 0.88, measured[0] + " " + measured[1]);
  }

  @Test
  void figures_are_the_same_however_they_are_written() {
    assertEquals(Set.of("30"), Fingerprint.of("法", "期限为三十日", "").numbers());
    assertEquals(Set.of("30"), Fingerprint.of("法", "期限为３０天", "").numbers());
    assertEquals(Set.of("24"), Fingerprint.of("法", "在____小时内", "二十四").numbers());
    assertEquals(Set.of("3"), Fingerprint.of("法", "加处百分之三的罚款", "").numbers());
    assertEquals(Set.of("100000"), Fingerprint.of("法", "处十万元罚款", "").numbers());
  }

  @Test
  void an_item_is_found_by_its_rewording_and_not_once_it_says_something_else() {
    LikenessIndex index = new LikenessIndex();
    for (int i = 0; i < 50; i++) index.put(100 + i, Fingerprint.of("别的法", "与此无关的第" + (char) ('甲' + i * 7) + (char) ('乙' + i * 11) + "个题目讲别的事情", ""));
    index.put(1, Fingerprint.of("行政处罚法", "当事人要求听证的，应当在行政机关告知后几日内提出？", "五日"));
    Fingerprint asked = Fingerprint.of("行政处罚法", "行政机关告知听证权利后，当事人应在多少日以内提出听证要求？", "五日内");
    assertEquals(List.of(1L), index.like(asked, null, LikenessIndex.THRESHOLD, 5).stream().map(LikenessIndex.Like::id).toList());
    assertEquals(List.of(), index.like(asked, 1L, LikenessIndex.THRESHOLD, 5), "it is not like itself");
    index.put(1, Fingerprint.of("行政处罚法", "罚款的加处数额最多为多少？", "罚款的数额"));
    assertEquals(List.of(), index.like(asked, null, LikenessIndex.THRESHOLD, 5));
  }
}
