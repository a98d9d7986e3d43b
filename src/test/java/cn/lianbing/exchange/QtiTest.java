package cn.lianbing.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.platform.ImportReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** QTI as other programs write it, and as those who mean harm do. */
class QtiTest {
  private static final String V21 = "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1' identifier='q%s' title='题' adaptive='false' timeDependent='false'>%s</assessmentItem>";

  @Test
  void an_item_of_version_2_1_with_prompt_feedback_and_markup() {
    ItemDraft item = one("""
        <responseDeclaration identifier="R1" cardinality="multiple" baseType="identifier"><correctResponse><value>c2</value><value>c4</value></correctResponse></responseDeclaration>
        <itemBody>
          <p>某局拟吊销  许可证。</p>
          <choiceInteraction responseIdentifier="R1" maxChoices="0" shuffle="true">
            <prompt>下列做法<strong>正确</strong>的有？</prompt>
            <simpleChoice identifier="c1">直接作出决定</simpleChoice><simpleChoice identifier="c2">告知听证权利</simpleChoice>
            <simpleChoice identifier="c3">收取<br/>听证费</simpleChoice><simpleChoice identifier="c4">制作笔录</simpleChoice>
          </choiceInteraction>
        </itemBody>
        <modalFeedback outcomeIdentifier="F" identifier="f" showHide="show"><p>见第六十三条。</p><p>依据：《行政处罚法》（2021修订）第六十三条：降低资质等级、吊销许可证件</p></modalFeedback>""");
    assertEquals("MULTIPLE", item.type());
    assertEquals("某局拟吊销 许可证。\n下列做法正确的有？", item.stem());
    assertEquals(List.of("B", "D"), item.key());
    assertEquals("收取\n听证费", item.options().get("C"));
    assertEquals("见第六十三条。", item.rationale());
    assertEquals("六十三", item.basis().get(0).article().replaceAll("[第条]", ""));
  }

  @Test
  void version_3_0_blanks_pairs_and_order() {
    ItemFile file = read("<qti-assessment-item xmlns='http://www.imsglobal.org/xsd/imsqtiasi_v3p0' identifier='b1' title='b'><qti-response-declaration identifier='R' cardinality='single' base-type='string'><qti-correct-response><qti-value>十五</qti-value></qti-correct-response><qti-mapping default-value='0'><qti-map-entry map-key='15' mapped-value='1'/><qti-map-entry map-key='半月' mapped-value='0.5'/></qti-mapping></qti-response-declaration><qti-item-body><p>应当自收到决定书之日起<qti-text-entry-interaction response-identifier='R'/>日内缴纳。</p></qti-item-body></qti-assessment-item>");
    assertEquals("FILL", file.drafts().get(0).type());
    assertEquals("应当自收到决定书之日起____日内缴纳。", file.drafts().get(0).stem());
    assertEquals(List.of(List.of("十五", "15")), file.drafts().get(0).blanks());
    assertEquals(List.of("exchange.partly"), codes(file));
    ItemDraft match = read("<qti-assessment-item xmlns='http://www.imsglobal.org/xsd/imsqtiasi_v3p0' identifier='m' title='m'><qti-response-declaration identifier='R' cardinality='multiple' base-type='directedPair'><qti-correct-response><qti-value>l2 r1</qti-value><qti-value>l1 r2</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><qti-match-interaction response-identifier='R' max-associations='2'><qti-prompt>配对</qti-prompt><qti-simple-match-set><qti-simple-associable-choice identifier='l1' match-max='1'>警告</qti-simple-associable-choice><qti-simple-associable-choice identifier='l2' match-max='1'>罚款</qti-simple-associable-choice></qti-simple-match-set><qti-simple-match-set><qti-simple-associable-choice identifier='r1' match-max='1'>财产罚</qti-simple-associable-choice><qti-simple-associable-choice identifier='r2' match-max='1'>申诫罚</qti-simple-associable-choice></qti-simple-match-set></qti-match-interaction></qti-item-body></qti-assessment-item>").drafts().get(0);
    assertEquals(Map.of("1", "B", "2", "A"), match.question().pairs());
  }

  @Test
  void what_it_cannot_take_is_told_of_its_item() throws IOException {
    ItemFile file = QtiItems.read(zip(Map.of(
        "a.xml", V21.formatted("a", "<itemBody><p><img src='x.png' alt='图'/></p><choiceInteraction responseIdentifier='R' maxChoices='1'><prompt>问</prompt></choiceInteraction></itemBody>"),
        "b.xml", V21.formatted("b", "<itemBody><hotspotInteraction responseIdentifier='R'/></itemBody>"),
        "c.xml", V21.formatted("c", "<itemBody><script>alert(1)</script><extendedTextInteraction responseIdentifier='R'><prompt>论述</prompt></extendedTextInteraction></itemBody>"),
        "d.xml", V21.formatted("d", "<itemBody><choiceInteraction responseIdentifier='R'/><orderInteraction responseIdentifier='S'/></itemBody>"),
        "test.xml", "<assessmentTest xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1'/>", "readme.txt", "x")));
    assertEquals(4, file.drafts().size());
    for (String code : List.of("exchange.picture", "exchange.kind", "exchange.active", "exchange.composite")) assertTrue(codes(file).contains(code), code + " in " + codes(file));
    assertEquals(List.of("exchange.noItems"), codes(QtiItems.read(zip(Map.of("readme.txt", "x")))));
    assertEquals(List.of("exchange.kind"), codes(read("<quiz/>")));
  }

  @Test
  void names_that_climb_entities_and_bombs_do_no_harm() throws IOException {
    assertEquals(1, QtiItems.read(zip(Map.of("../../../../tmp/evil.xml", V21.formatted("x", "<itemBody><extendedTextInteraction responseIdentifier='R'><prompt>问</prompt></extendedTextInteraction></itemBody>")))).drafts().size(), "read like any other, written nowhere");
    assertTrue(!java.nio.file.Files.exists(java.nio.file.Path.of("/tmp/evil.xml")));
    assertEquals(List.of("exchange.xmlUnsafe"), codes(read("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>" + V21.formatted("y", "<itemBody>&y;</itemBody>"))));
    assertEquals(List.of("file.inflated"), codes(QtiItems.read(zip(Map.of("big.xml", "<a>" + " ".repeat(3_000_000) + "</a>")))));
    assertEquals(List.of("exchange.xmlLarge"), codes(read(V21.formatted("z", "<itemBody>" + "<p>".repeat(3000) + "</p>".repeat(3000) + "</itemBody>"))));
    assertEquals(List.of("file.size"), codes(QtiItems.read(new byte[21 * 1024 * 1024])));
    assertTrue(QtiItems.read(new byte[] {'P', 'K', 3, 4, 9, 9}).errors().size() > 0);
  }

  private static ItemDraft one(String inner) {
    ItemFile file = read(V21.formatted("1", inner));
    assertEquals(List.of(), file.errors());
    return file.drafts().get(0);
  }

  private static ItemFile read(String xml) {
    return QtiItems.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var one : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static List<String> codes(ItemFile file) {
    return file.errors().stream().map(ImportReport.Error::code).toList();
  }
}
