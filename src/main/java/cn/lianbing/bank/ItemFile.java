package cn.lianbing.bank;

import cn.lianbing.platform.ImportReport;
import java.time.LocalDate;
import java.util.List;

/**
 * What a reader made of an import file.
 *
 * @param laws   law versions that the file names with their dates; a file that names none relies on those already stored
 * @param errors what could not even be read as an item
 */
public record ItemFile(List<Law> laws, List<ItemDraft> drafts, List<ImportReport.Error> errors) {
  /** A question file in YAML: question-bank/README.md. Never fails: what cannot be read is an error of its line. */
  public static ItemFile yaml(byte[] file) {
    return YamlItems.read(file);
  }

  public record Law(String law, String version, LocalDate inForce, LocalDate until) {}
}
