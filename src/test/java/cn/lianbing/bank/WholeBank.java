package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lianbing.platform.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The items that the program is delivered with, and what a reader's drafts come to, for tests of formats. */
public final class WholeBank {
  private WholeBank() {}

  public static List<Items.Whole> items() throws IOException {
    List<Items.Whole> all = new ArrayList<>();
    try (var files = Files.walk(Path.of("question-bank"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) all.addAll(checked(ItemFile.yaml(Files.readAllBytes(file))));
    }
    return all;
  }

  /** Fails where anything is wrong with the file. */
  public static List<Items.Whole> checked(ItemFile file) {
    List<ImportReport.Error> errors = errors(file);
    assertEquals(List.of(), errors.stream().limit(5).toList());
    return file.drafts().stream().map(draft -> draft.check(new ArrayList<>())).map(one -> new Items.Whole(one.code(), one.content(), one.key())).toList();
  }

  /** All that is wrong with a file, of its form and of its items. */
  public static List<ImportReport.Error> errors(ItemFile file) {
    List<ImportReport.Error> errors = new ArrayList<>(file.errors());
    file.drafts().forEach(draft -> draft.check(errors));
    return errors;
  }
}
