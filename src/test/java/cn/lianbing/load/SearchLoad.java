package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.authoring.OpenLikeness;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.OpenSearch;
import cn.lianbing.bank.WholeBank;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What searching and filtering cost in a bank of 50,000 items and of twice as many, what LIKE alone would cost, and what it costs to
 * find items that ask the same: {@code mvn -Pload verify}. Items are the bank's own with two phrases of each taken from others. The
 * statements are the program's, on the same real MariaDB; the container's share is not in it. target/load/search.txt.
 */
class SearchLoad {
  private static final int ITEMS = 50_000;
  private static final int TIMES = 100;
  private static Bench bench;
  private static List<Items.Whole> source;
  private static List<String> phrases;
  private static final Random RANDOM = new Random(7);
  private static final OpenLikeness LIKENESS = new OpenLikeness();
  private static final Map<String, Long> TOPICS = new HashMap<>();

  @BeforeAll
  static void begin() throws IOException, SQLException {
    bench = new Bench("search");
    source = WholeBank.items();
    phrases = source.stream().flatMap(one -> List.of(one.content().stem().split("[，。；？]")).stream()).filter(one -> one.length() > 4).toList();
    bench.run("insert into law_version (id, law, version, in_force) values (1, '测试法', '2026', '2026-01-01')");
  }

  private static ItemContent varied(ItemContent is) {
    String[] parts = is.stem().split("(?<=[，；])");
    for (int i = 0; i < 2; i++) parts[RANDOM.nextInt(parts.length)] = phrases.get(RANDOM.nextInt(phrases.size())) + "，";
    return new ItemContent(is.type(), String.join("", parts), is.material(), is.options(), is.blankCount(), is.rationale(), is.basis(), is.law(), is.lawVersion(), is.topic(), is.stage(), is.field(), is.difficulty(), is.left(), is.parts(), is.marks());
  }

  private static long topic(String path) throws SQLException {
    Long known = TOPICS.get(path);
    if (known != null) return known;
    long id = TOPICS.size() + 1;
    bench.run("insert into topic (id, path) values (" + id + ", '" + path + "')");
    TOPICS.put(path, id);
    return id;
  }

  private static void fill(int from, int to) throws SQLException {
    bench.run("set foreign_key_checks = 0");
    for (Items.Whole one : source) topic(one.content().topic());
    try (PreparedStatement item = bench.connection().prepareStatement("insert into item (id, code, state, latest_version_id, version) values (?, ?, 'IN_USE', ?, 1)");
        PreparedStatement search = bench.connection().prepareStatement("insert into item_search (item_id, type, topic_id, law_version_id, stage, field, difficulty, text, grams) values (?, ?, ?, 1, ?, ?, ?, ?, ?)")) {
      for (int id = from; id <= to; id++) {
        ItemContent content = varied(source.get(RANDOM.nextInt(source.size())).content());
        String code = "L-" + id;
        item.setLong(1, id);
        item.setString(2, code);
        item.setLong(3, id);
        item.addBatch();
        String[] stored = OpenSearch.stored(code, content);
        search.setLong(1, id);
        search.setString(2, content.type().name());
        search.setLong(3, TOPICS.get(content.topic()));
        search.setString(4, content.stage());
        search.setString(5, content.field());
        search.setInt(6, content.difficulty());
        search.setString(7, stored[0]);
        search.setString(8, stored[1]);
        search.addBatch();
        if (id % 1000 == 0) {
          item.executeBatch();
          search.executeBatch();
          bench.connection().commit();
        }
      }
    }
    bench.run("set foreign_key_checks = 1");
    bench.run("analyze table item, item_search, topic");
  }

  private static Items.Filter text(String text) {
    return new Items.Filter(text, null, null, null);
  }

  private static void search(String kind, Items.Filter filter) throws IOException, SQLException {
    long[] total = new long[1];
    for (int i = 0; i < 20; i++) OpenSearch.page(bench.connection(), filter, 20);
    bench.measure(kind, TIMES, number -> {
      total[0] = OpenSearch.page(bench.connection(), filter, 20);
      bench.connection().commit();
    });
    bench.remark(total[0] + " found");
  }

  private static void searches(int items) throws IOException, SQLException {
    String in = ", " + items + " items";
    search("a rare phrase 罚款限额规定" + in, text("罚款限额规定"));
    search("a phrase 追责时效" + in, text("追责时效"));
    search("a common word 听证" + in, text("听证"));
    search("the commonest 行政处罚" + in, text("行政处罚"));
    search("two words 听证 期限" + in, text("听证 期限"));
    search("nothing found 没有这样的话" + in, text("没有这样的话"));
    search("a word within a topic and difficulty" + in, new Items.Filter("听证", "行政处罚", ItemType.SINGLE, null, null, null, null, 2, 4, null, null));
    search("filters alone: topic, type, difficulty" + in, new Items.Filter(null, "行政处罚", ItemType.SINGLE, null, null, null, null, 2, 4, null, null));
    search("no filter" + in, text(null));
    for (String word : List.of("罚款限额规定", "听证")) bench.measure("LIKE alone: " + word + in, 20, number -> {
      try (PreparedStatement ask = bench.connection().prepareStatement("select count(*) from item_search where text like ?")) {
        ask.setString(1, "%" + word + "%");
        ask.executeQuery().close();
      }
    });
  }

  private static void likeness(int from, int to) throws IOException, SQLException {
    List<ItemDraft> drafts = new ArrayList<>();
    for (int id = from; id <= to; id++) {
      Items.Whole one = source.get(RANDOM.nextInt(source.size()));
      drafts.add(ItemDraft.of("L-" + id, varied(one.content()), one.key()));
    }
    long before = used();
    int[] at = {0};
    bench.measure("an item into the index of likeness, up to " + to, drafts.size(), number -> LIKENESS.put(from + at[0], drafts.get(at[0]++)));
    drafts.clear();
    bench.remark((used() - before) / 1024 / 1024 + " MB");
    List<ItemDraft> asked = source.stream().map(one -> ItemDraft.of(one.code(), one.content(), one.key())).toList();
    for (int i = 0; i < 500; i++) LIKENESS.like(asked.get(i % asked.size()));
    bench.measure("items that ask the same as one, of " + to, 2000, number -> LIKENESS.like(asked.get(number % asked.size())));
  }

  private static long used() {
    for (int i = 0; i < 3; i++) System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void searching_50_000_items_and_twice_as_many() throws IOException, SQLException {
    fill(1, ITEMS);
    searches(ITEMS);
    likeness(1, ITEMS);
    fill(ITEMS + 1, 2 * ITEMS);
    searches(2 * ITEMS);
    likeness(ITEMS + 1, 2 * ITEMS);
    assertTrue(OpenSearch.page(bench.connection(), text("听证"), 20) > 20);
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    bench.close();
  }
}
