package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.ImportReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The question files that the program is delivered with. */
class QuestionBankTest {
  private static final Path FOLDER = Path.of("question-bank");
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void every_file_keeps_to_the_schema() throws IOException {
    for (Path file : files()) assertEquals(Set.of(), schema().validate(tree(Files.readString(file))), file.toString());
  }

  @Test
  void every_file_is_read_without_an_error() throws IOException {
    Set<String> codes = new HashSet<>();
    for (Path file : files()) {
      ItemFile read = YamlItems.read(Files.readAllBytes(file));
      List<ImportReport.Error> errors = new ArrayList<>(read.errors());
      read.drafts().forEach(draft -> {
        draft.check(errors);
        assertTrue(codes.add(draft.code()), draft.code() + " stands in two places");
      });
      assertEquals(List.of(), errors, file.toString());
      if (!read.laws().isEmpty()) assertEquals(file.getFileName().toString(), read.laws().get(0).law() + "_" + read.laws().get(0).version() + ".yaml");
    }
    assertTrue(codes.size() >= 400, codes.size() + " items");
  }

  @Test
  void the_schema_takes_a_case_of_several_laws() throws IOException {
    assertEquals(Set.of(), schema().validate(tree("""
        items:
          - code: AL-001
            type: CASE
            material: 某市场监管局接到举报……
            topic: 案例/处罚程序
            stage: 决定
            field: 市场监管
            difficulty: 4
            items:
              - {type: ORDER, stem: 排出先后。, options: {A: 立案, B: 告知, C: 决定}, key: [A, B, C], marks: 2}
              - {type: MATCH, stem: 连线。, left: {1: 警告, 2: 罚款}, options: {A: 声誉罚, B: 财产罚}, key: {1: A, 2: B}, marks: 2}
              - {type: SHORT_TEXT, stem: 指出两处错误。, key: [{point: 未告知, marks: 1.5}, {point: 未听证, marks: 1.5}], marks: 3}
        """)));
  }

  @Test
  void the_schema_refuses_what_the_program_refuses() throws IOException {
    String good = """
        law: 行政处罚法
        version: 2021修订
        inForce: 2021-07-15
        items:
          - code: XZCF-036-01
            type: SINGLE
            stem: 多久？
            options: {A: 一年, B: 二年, C: 三年}
            key: [B]
            basis: [{article: 36, quote: 二年内未被发现}]
            topic: 行政处罚/追责时效
            stage: 立案
            field: 通用
            difficulty: 2
            rationale: 一般二年。
        """;
    assertEquals(Set.of(), schema().validate(tree(good)));
    for (Map.Entry<String, String> slip : Map.of("type: SINGLE", "type: FILL", "key: [B]", "key: [A, B]", "stage: 立案", "stage: 审批", "difficulty: 2", "difficulty: 6",
        "rationale:", "reason:", "inForce: 2021-07-15", "inForce: 去年", "basis: [{article: 36, quote: 二年内未被发现}]", "basis: []", "C: 三年}", "D: 三年, X: 五年}").entrySet())
      assertTrue(!schema().validate(tree(good.replace(slip.getKey(), slip.getValue()))).isEmpty(), slip.getValue());
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(FOLDER.resolve("schema.json")));
  }

  private JsonNode tree(String yaml) {
    Map<?, ?> read = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return json.valueToTree(read);
  }
}
