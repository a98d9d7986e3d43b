package cn.lianbing.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static List<Article> law(String... texts) {
    List<Article> articles = new ArrayList<>();
    for (String text : texts) articles.add(article(articles.size() + 1, text));
    return articles;
  }

  private static Article article(int number, String text) {
    return new Article(number, LawArticle.Kind.ARTICLE, number, 0, new ArticleNumber(number, 0).label(), "", text, null, null);
  }

  private static List<String> kinds(List<Article> old, List<Article> fresh) {
    return Comparison.of(old, fresh).stream().map(one -> one.kind() + " " + (one.old() == null ? "-" : one.old().number()) + ">" + (one.fresh() == null ? "-" : one.fresh().number())).toList();
  }

  private static final String AIM = "为了规范行政处罚的设定和实施，制定本法。";
  private static final String TERM = "违法行为在二年内未被发现的，不再给予行政处罚。";
  private static final String HEARING = "当事人要求听证的，应当在行政机关告知后三日内提出。";

  @Test
  void what_says_the_same_is_the_same_whatever_its_spaces() {
    assertEquals(List.of("SAME 1>1", "SAME 2>2"), kinds(law(AIM, TERM), law(AIM.replace("，", "， "), TERM)));
  }

  @Test
  void a_renumbered_article_is_found_again() {
    assertEquals(List.of("SAME 1>1", "ADDED ->2", "MOVED 2>3", "MOVED 3>4"), kinds(law(AIM, TERM, HEARING), law(AIM, "行政处罚遵循公正、公开的原则。", TERM, HEARING)));
  }

  @Test
  void a_changed_article_belongs_to_the_one_it_was() {
    assertEquals(List.of("SAME 1>1", "CHANGED 2>2", "MOVED_AND_CHANGED 3>4"), kinds(law(AIM, TERM, HEARING), List.of(article(1, AIM), article(2, TERM.replace("二年", "五年")), article(4, HEARING.replace("三日", "五日")))));
  }

  @Test
  void what_was_taken_out_stands_where_it_was() {
    assertEquals(List.of("SAME 1>1", "REMOVED 2>-", "MOVED 3>2"), kinds(law(AIM, TERM, HEARING), law(AIM, HEARING)));
    assertEquals(List.of("REMOVED 1>-"), kinds(law(AIM), law()));
    assertEquals(List.of("ADDED ->1"), kinds(law(), law(AIM)));
  }

  @Test
  void articles_that_say_the_same_twice_stay_at_their_numbers() {
    assertEquals(List.of("SAME 1>1", "SAME 2>2"), kinds(law(AIM, AIM), law(AIM, AIM)));
  }

  private static String shown(List<Wording.Run> runs) {
    return runs.stream().map(run -> run.changed() ? "[" + run.text() + "]" : run.text()).collect(Collectors.joining());
  }

  @Test
  void changed_words_are_marked_on_both_sides() {
    Wording wording = Wording.of("当事人应当在三日内提出。", "当事人应当自收到之日起五日内书面提出。");
    assertEquals("当事人应当[在三]日内提出。", shown(wording.old()));
    assertEquals("当事人应当[自收到之日起五]日内[书面]提出。", shown(wording.fresh()));
  }

  @Test
  void a_single_character_alike_between_two_changes_is_chance() {
    Wording wording = Wording.of("罚款甲一乙元", "罚款丙一丁元");
    assertEquals("罚款[甲一乙]元", shown(wording.old()));
    assertEquals("罚款[丙一丁]元", shown(wording.fresh()));
  }

  @Test
  void one_side_alone_has_nothing_marked() {
    assertEquals(List.of(new Wording.Run("甲", false)), Wording.of("甲", null).old());
    assertEquals(List.of(), Wording.of("甲", null).fresh());
    assertEquals("甲", shown(Wording.of("甲", "甲").fresh()));
  }

  @Test
  void long_texts_are_compared_by_paragraph() {
    String long1 = "甲乙丙。\n".repeat(2000);
    assertEquals("[新的一段。\n]" + long1, shown(Wording.of(long1, "新的一段。\n" + long1).fresh()));
  }

  @Test
  void an_article_of_which_only_phrases_are_known_is_found_by_them() {
    Succession succession = new Succession(List.of(article(36, "二年内未被发现"), article(40, "这句话没有了")), false, List.of(article(36, AIM), article(38, TERM)));
    assertEquals(38, succession.of(new ArticleNumber(36, 0)).fresh().number());
    assertNull(succession.of(new ArticleNumber(40, 0)).fresh());
    assertNull(succession.of(new ArticleNumber(41, 0)).old());
  }
}
