package cn.lianbing.exam;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.ArrayList;
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
    int excellent = maxMark * 9 / 10;
    int good = maxMark * 3 / 4;
    List<Band> bands = new ArrayList<>();
    if (excellent > passMark) bands.add(new Band("优秀", excellent));
    if (good > passMark && good < excellent) bands.add(new Band("良好", good));
    bands.add(new Band("合格", passMark));
    if (passMark > 0) bands.add(new Band("不合格", 0));
    return bands;
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
