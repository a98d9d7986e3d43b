package cn.lianbing.paper;

import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;

/**
 * What papers are drawn from: a blueprint's lines with the item versions that met each on the day it was frozen.
 *
 * @param forms parallel forms, each with the versions of each part; empty: papers are drawn from all of a part's versions
 */
public record Pool(List<Part> parts, List<List<List<Long>>> forms) {
  /**
   * @param options of each version, by its place in {@code versions}: what {@link Places} keeps: the author's letters, {@code ABCD}; empty for what is written
   */
  public record Part(Line line, List<Long> versions, List<String> options) {
    @JsonbCreator
    public Part {}
  }

  @JsonbCreator
  public Pool {
    // Pools that were frozen before there were forms have none.
    forms = forms == null ? List.of() : forms;
  }

  public Pool(List<Part> parts) {
    this(parts, List.of());
  }

  /** Whether every paper is one of the forms. */
  public boolean fixed() {
    return !forms.isEmpty();
  }

  /** Tenths. */
  public int maxMark() {
    return parts.stream().mapToInt(part -> part.line().total()).sum();
  }
}
