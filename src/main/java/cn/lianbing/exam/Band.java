package cn.lianbing.exam;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;

/**
 * A grade band: scores from {@code from} up have this name.
 *
 * @param from tenths
 */
public record Band(String name, int from) {
  @JsonbCreator
  public Band {}

  /**
   * 广东省行政执法案卷评查办法 (2016) article 16, in parts of the paper's maximum: 90 优秀, 75 良好, the cut score 合格, below it 不合格.
   *
   * @param maxMark  tenths
   * @param passMark tenths
   */
  public static List<Band> usual(int maxMark, int passMark) {
    int excellent = Math.max(maxMark * 9 / 10, passMark);
    int good = Math.max(maxMark * 3 / 4, passMark);
    return good <= passMark ? List.of(new Band("优秀", excellent), new Band("合格", passMark), new Band("不合格", 0))
        : List.of(new Band("优秀", excellent), new Band("良好", good), new Band("合格", passMark), new Band("不合格", 0));
  }

  /** @throws Invalid unless they fall strictly, the last from 0 */
  static void check(List<Band> bands, int maxMark) {
    if (bands.isEmpty() || bands.size() > 8 || bands.get(bands.size() - 1).from() != 0 || bands.get(0).from() > maxMark) throw Invalid.field("bands", "bands");
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).name() == null || bands.get(i).name().isBlank() || bands.get(i).name().length() > 20) throw Invalid.field("bands", "bands");
      if (i > 0 && bands.get(i).from() >= bands.get(i - 1).from()) throw Invalid.field("bands", "bands");
    }
  }

  static Band of(List<Band> bands, int score) {
    return bands.stream().filter(band -> score >= band.from()).findFirst().orElse(bands.get(bands.size() - 1));
  }
}
