package cn.lianbing.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.bank.WholeBank;
import cn.lianbing.platform.ImportReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

/** What goes out in a format comes back, and what is broken ends in an error; GIFT and Moodle XML as others write them. */
class FormatsTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YAML")
  void the_whole_bank_survives(ExchangeFormat format) throws IOException {
    List<Items.Whole> bank = WholeBank.items().stream().filter(one -> format.carries(one.content().type())).toList();
    assertTrue(bank.size() > 1_000);
    List<Items.Whole> back = WholeBank.checked(format.read(written(format, bank)));
    for (int i = 0; i < bank.size(); i++) assertEquals(bank.get(i), back.get(i));
    assertEquals(bank.size(), back.size());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YAML")
  void whatever_people_type_survives(ExchangeFormat format) throws IOException {
    Random random = new Random(5);
    List<Items.Whole> items = new ArrayList<>();
    for (int i = 0; items.size() < 400; i++) if (format.carries(ItemType.values()[i % 8])) items.add(item(random, i, format == ExchangeFormat.GIFT || format == ExchangeFormat.MOODLE_XML));
    List<Items.Whole> back = WholeBank.checked(format.read(written(format, items)));
    for (int i = 0; i < items.size(); i++) assertEquals(items.get(i), back.get(i));
    assertEquals(items.size(), back.size());
  }

  @ParameterizedTest
  @EnumSource(names = {"GIFT", "MOODLE_XML"})
  void what_a_format_has_no_word_for_is_named_in_the_file(ExchangeFormat format) throws IOException {
    Items.Whole whole = item(new Random(3), ItemType.CASE.ordinal(), false);
    assertTrue(new String(written(format, List.of(whole, item(new Random(3), 8, true))), StandardCharsets.UTF_8).contains("没有写入本文件的试题（这种格式没有对应的题型）：" + whole.code()));
    assertEquals(1, format.read(written(format, List.of(whole, item(new Random(3), 8, true)))).drafts().size());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YAML")
  void a_format_is_found_by_its_content(ExchangeFormat format) throws IOException {
    assertEquals(format, ExchangeFormat.of(written(format, List.of(item(new Random(1), 1, true)))));
  }

  @ParameterizedTest
  @EnumSource
  void a_broken_file_is_an_error_and_no_exception(ExchangeFormat format) throws IOException {
    byte[] whole = format.isWritten() ? written(format, WholeBank.items().subList(0, 5)) : "law: x".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < (format == ExchangeFormat.DOCX ? 60 : 300); i++) {
      byte[] broken = java.util.Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int j = 0; j < 5 && broken.length > 0; j++) broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      WholeBank.errors(format.read(broken));
    }
  }

  @Test
  void questions_as_moodle_documents_gift_are_read() {
    ItemFile file = gift("""
        // question: 1  name: Grants tomb
        ::XZ-1::Who's buried in Grant's \\: tomb?{=Grant ~no one ~Napoleon #### 解析。\\n依据\\：《行政处罚法》（2021修订）第九条}

        $CATEGORY: $course$/top/行政处罚/种类

        ::XZ-2::下列哪些？{
        ~%50%警告
        ~%50%罚款
        ~%-100%记过
        ~%-100%降级
        ####解析
        }

        两加 {=二 =2} 等于四。

        太阳从东边升起。{TRUE}

        配对。{ =甲 -> 乙 =丙 -> 丁 }

        写一篇。{}

        几天？{#15}
        """);
    assertEquals(List.of("SINGLE", "MULTIPLE", "FILL", "TRUE_FALSE", "MATCH", "SHORT_TEXT"), file.drafts().stream().map(one -> one.type()).toList());
    assertEquals(List.of("A", "B"), file.drafts().get(1).key());
    assertEquals("行政处罚/种类", file.drafts().get(1).topic());
    assertEquals("Who's buried in Grant's : tomb?", file.drafts().get(0).stem());
    assertEquals("九", file.drafts().get(0).basis().get(0).article().replaceAll("[第条]", ""));
    assertEquals("两加 ____等于四。", file.drafts().get(2).stem());
    assertEquals(List.of(List.of("二", "2")), file.drafts().get(2).blanks());
    assertEquals(java.util.Map.of("1", "甲", "2", "丙"), file.drafts().get(4).question().left());
    assertEquals(java.util.Map.of("1", "A", "2", "B"), file.drafts().get(4).question().pairs());
    assertEquals(List.of("exchange.kind"), file.errors().stream().map(ImportReport.Error::code).toList(), "the numerical one");
  }

  @Test
  void an_item_without_an_article_is_told_so_and_its_number() {
    List<ImportReport.Error> errors = WholeBank.errors(xml("<question type='truefalse'><name><text>x</text></name><questiontext format='html'><text>对吗？</text></questiontext><generalfeedback><text>是的</text></generalfeedback><answer fraction='100'><text>true</text></answer></question>"));
    assertTrue(errors.contains(ImportReport.Error.of(1, "basis", "item.basis")), errors.toString());
  }

  @Test
  void what_has_no_place_is_told_and_nothing_is_lost_in_silence() {
    assertEquals(List.of("exchange.kind"), codes("<question type='numerical'/>"));
    assertTrue(codes("<question type='shortanswer'><questiontext><text><![CDATA[<p onclick='x'>a</p><script>alert(1)</script>]]></text></questiontext></question>").contains("exchange.active"));
    assertTrue(codes("<question type='shortanswer'><questiontext><text>&lt;img src='http://169.254.169.254/x'&gt;</text></questiontext></question>").contains("exchange.picture"));
    assertTrue(codes("<question type='shortanswer'><tags><tag><text>期中</text></tag></tags></question>").contains("exchange.tag"));
    assertTrue(codes("<question type='truefalse'><answer fraction='100'><text>true</text><feedback><text>好</text></feedback></answer></question>").contains("exchange.feedback"));
  }

  @Test
  void entities_and_document_types_are_refused() {
    for (String head : List.of("<!DOCTYPE quiz [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "<!DOCTYPE quiz SYSTEM 'http://127.0.0.1:1/x.dtd'>", "<!DOCTYPE quiz [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"))
      assertEquals(List.of("exchange.xmlUnsafe"), MoodleItems.read((head + "<quiz><question type='truefalse'><name><text>&b;&x;</text></name></question></quiz>").getBytes(StandardCharsets.UTF_8)).errors().stream().map(ImportReport.Error::code).toList(), head);
  }

  @Test
  void depth_length_and_number_are_bounded() {
    assertEquals(List.of("exchange.xmlLarge"), codes("<question>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</question>"));
    assertEquals(List.of("exchange.xmlLarge"), codes("<question type='truefalse'><name><text>" + "长".repeat(1_200_000) + "</text></name></question>"));
    assertEquals(List.of("exchange.xmlLarge"), codes("<question type='essay'/>".repeat(50_001)).stream().filter(one -> !one.equals("exchange.kind")).toList());
    assertEquals(List.of("exchange.giftLong"), gift("{=" + "长".repeat(200_000)).errors().stream().map(ImportReport.Error::code).toList());
    assertEquals(List.of("file.utf8"), GiftItems.read(new byte[] {(byte) 0xB4, (byte) 0xF0}).errors().stream().map(ImportReport.Error::code).toList());
  }

  private static List<String> codes(String questions) {
    return xml(questions).errors().stream().map(ImportReport.Error::code).toList();
  }

  private static ItemFile xml(String questions) {
    return MoodleItems.read(("<?xml version='1.0' encoding='UTF-8'?><quiz>" + questions + "</quiz>").getBytes(StandardCharsets.UTF_8));
  }

  private static ItemFile gift(String text) {
    return GiftItems.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] written(ExchangeFormat format, List<Items.Whole> items) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(out, items);
    return out.toByteArray();
  }

  /** Any item that the bank takes, with what formats have other uses for in its words. @param plain letters in the order of the key, as formats without letters give them back */
  private static Items.Whole item(Random random, int number, boolean plain) {
    ItemType type = ItemType.values()[number % 8];
    List<ItemPart> parts = new ArrayList<>();
    List<AnswerKey> keys = new ArrayList<>();
    for (int i = type == ItemType.CASE ? 1 + random.nextInt(4) : 0; i > 0; i--) {
      ItemType asked = ItemType.values()[random.nextInt(7)];
      Asked question = asked(random, asked, plain);
      int marks = asked == ItemType.SHORT_TEXT ? question.key().marks() : 5 * (1 + random.nextInt(20));
      parts.add(new ItemPart(asked, question.stem(), question.options(), question.left(), question.key().blanks().size(), marks, random.nextBoolean() ? "" : words(random), random.nextBoolean() ? List.of() : basis(random)));
      keys.add(question.key());
    }
    Asked asked = type == ItemType.CASE ? new Asked(random.nextBoolean() ? "" : words(random), List.of(), List.of(), AnswerKey.ofParts(keys)) : asked(random, type, plain);
    String material = type == ItemType.CASE || random.nextInt(4) == 0 ? words(random) + "\n" + words(random) : null;
    Integer marks = type == ItemType.CASE ? (Integer) parts.stream().mapToInt(ItemPart::marks).sum() : type == ItemType.SHORT_TEXT ? (Integer) asked.key().marks() : null;
    return new Items.Whole("PT-" + number, new ItemContent(type, asked.stem(), material, asked.options(), asked.key().blanks().size(), words(random) + "\n" + words(random), basis(random), "行政复议法", "2023修订", "处罚/种类" + random.nextInt(3), "立案", "市场监管", 1 + random.nextInt(5), asked.left(), parts, marks), asked.key());
  }

  private record Asked(String stem, List<Option> options, List<Option> left, AnswerKey key) {}

  private static Asked asked(Random random, ItemType type, boolean plain) {
    String stem = words(random);
    int blanks = type == ItemType.FILL ? 1 + random.nextInt(3) : 0;
    for (int i = 0; i < blanks; i++) stem += "____" + words(random);
    List<Option> options = new ArrayList<>();
    if (type != ItemType.TRUE_FALSE && type != ItemType.FILL && type != ItemType.SHORT_TEXT) for (char letter = 'A'; letter < 'E' + random.nextInt(5); letter++) options.add(new Option(String.valueOf(letter), words(random) + letter));
    List<Option> left = new ArrayList<>();
    if (type == ItemType.MATCH) for (int i = 1; i < 4 + random.nextInt(2) && i <= options.size(); i++) left.add(new Option(String.valueOf(i), words(random) + i));
    List<String> letters = new ArrayList<>(options.stream().map(Option::key).toList());
    if (!plain) java.util.Collections.shuffle(letters, random);
    AnswerKey key = switch (type) {
      case SINGLE -> AnswerKey.ofChoice(List.of("C"));
      case MULTIPLE -> AnswerKey.ofChoice(options.stream().map(Option::key).limit(2 + random.nextInt(options.size() - 1)).toList());
      case TRUE_FALSE -> AnswerKey.ofChoice(List.of(random.nextBoolean() ? "A" : "B"));
      case ORDER -> AnswerKey.inOrder(letters);
      case MATCH -> AnswerKey.inOrder(letters.subList(0, left.size()));
      case SHORT_TEXT -> AnswerKey.ofPoints(List.of(new AnswerKey.Point(words(random), 5), new AnswerKey.Point(words(random) + "（）", 20)));
      default -> AnswerKey.ofBlanks(java.util.stream.IntStream.range(0, blanks).mapToObj(i -> List.of(words(random) + "一", words(random) + "二")).toList());
    };
    return new Asked(stem, options, left, key);
  }

  private static List<Basis> basis(Random random) {
    return List.of(new Basis("行政处罚法", "2021修订", 1 + random.nextInt(80), words(random)), new Basis("关于适用〈某法〉的解释", "2018", 3, 1, ""));
  }

  private static String words(Random random) {
    List<String> pieces = List.of("罚款", "a=b", "{1}", "~", "#", "##", ":", "：", "\\n", "\\", "<b>", "&amp;", "&#65;", "\"", "'", "a b", "“二年”", "1/2", "；", ";", "→", "->", "%50%", "//", "]]>", "（）", "A．", "=SUM(1)", "+", "-", "@", "𠮷", "．");
    StringBuilder text = new StringBuilder("甲");
    for (int i = random.nextInt(6); i >= 0; i--) text.append(pieces.get(random.nextInt(pieces.size())));
    return text.append("乙").toString();
  }
}
