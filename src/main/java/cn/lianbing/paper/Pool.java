package cn.lianbing.paper;

import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;

/** What papers are drawn from: a blueprint's lines with the item versions that met each on the day it was frozen. */
public record Pool(List<Part> parts) {
  /**
   * @param options of each version, by its place in {@code versions}: the author's letters, {@code ABCD}; empty for blanks
   */
  public record Part(Line line, List<Long> versions, List<String> options) {
    @JsonbCreator
    public Part {}
  }

  @JsonbCreator
  public Pool {}

  /** Tenths. */
  public int maxMark() {
    return parts.stream().mapToInt(part -> part.line().total()).sum();
  }
}
