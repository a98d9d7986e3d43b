package cn.lianbing.law;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is registered of a version.
 *
 * @param law        short, as people and question files say it: 行政处罚法
 * @param version    年份 and 修订 or 修正: 2021修订
 * @param title      as printed
 * @param until      the last day in force; null: no end is known
 * @param replacesId the version before it
 */
public record LawData(String law, String version, String title, String documentNumber, LocalDate promulgated, LocalDate inForce, LocalDate until, String source, Long replacesId) implements Serializable {
  @JsonbCreator
  public LawData {
    law = trimmed(law);
    version = trimmed(version);
    title = trimmed(title);
    documentNumber = trimmed(documentNumber);
    source = trimmed(source);
  }

  /** @throws Invalid with all that is wrong */
  LawData checked() {
    List<Invalid.Violation> wrong = new ArrayList<>();
    if (law == null) wrong.add(Invalid.Violation.of("law", "required"));
    if (version == null) wrong.add(Invalid.Violation.of("version", "required"));
    if (inForce == null) wrong.add(Invalid.Violation.of("inForce", "required"));
    longest(wrong, "law", law, 100);
    longest(wrong, "version", version, 40);
    longest(wrong, "title", title, 200);
    longest(wrong, "documentNumber", documentNumber, 100);
    longest(wrong, "source", source, 500);
    if (inForce != null && until != null && until.isBefore(inForce)) wrong.add(Invalid.Violation.of("until", "law.until"));
    if (inForce != null && promulgated != null && promulgated.isAfter(inForce)) wrong.add(Invalid.Violation.of("promulgated", "law.promulgated"));
    if (!wrong.isEmpty()) throw new Invalid(wrong);
    return this;
  }

  private static void longest(List<Invalid.Violation> wrong, String field, String value, int most) {
    if (value != null && value.length() > most) wrong.add(Invalid.Violation.of(field, "tooLong", most));
    if (value != null && value.chars().anyMatch(Character::isISOControl)) wrong.add(Invalid.Violation.of(field, "law.controls"));
  }

  private static String trimmed(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
