package cn.lianbing.annex;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.Sha256;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * What an edition says, and nothing about when or by whom. Its canonical form is its JSON with keys in alphabetical order, without
 * blanks and without what is null, in UTF-8; the hash is the SHA-256 of that.
 *
 * @param checked codes of the checks that it passed
 */
public record Content(String from, String to, String title, List<String> paragraphs, List<Row> figures, List<String> checked) implements Serializable {
  /** @param last what it was a year before; null where that is not known */
  public record Row(String code, String section, String unit, Value value, Value last) implements Serializable {
    @JsonbCreator
    public Row {}
  }

  @JsonbCreator
  public Content {
    paragraphs = List.copyOf(paragraphs);
    figures = List.copyOf(figures);
    checked = List.copyOf(checked);
  }

  public Period period() {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  String canonical() {
    return Json.write(this);
  }

  static Content read(String canonical) {
    return Json.read(canonical, Content.class);
  }

  static String hash(String canonical) {
    return HexFormat.of().formatHex(Sha256.of(canonical));
  }
}
