package cn.lianbing.paper;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.List;

/**
 * What a blueprint asks of a whole paper beyond its lines. Difficulty is 1–5 in hundredths: 300 is 3.00.
 *
 * @param targetDifficulty mean over the paper's items; null: none
 * @param spread           by how much the means of parallel forms may differ at most; forms keep half of it from the target
 * @param exposureLimit    thousandths: an item is not taken once its exposure rates ({@link Exposures}) of the last twelve months come to it; null: no limit
 */
public record Demands(List<Bound> bounds, Integer targetDifficulty, int spread, Integer exposureLimit) implements Serializable {
  public static final int USUAL_SPREAD = 10;
  public static final Demands NONE = new Demands(List.of(), null, USUAL_SPREAD, null);

  @JsonbCreator
  public Demands {
    bounds = bounds == null ? List.of() : List.copyOf(bounds);
    if (bounds.size() > 40) throw Invalid.field("bounds", "bound.tooMany", 40);
    if (targetDifficulty != null && (targetDifficulty < 100 || targetDifficulty > 500)) throw Invalid.field("targetDifficulty", "demands.target");
    if (spread < 1 || spread > 400) throw Invalid.field("spread", "demands.spread");
    if (exposureLimit != null && (exposureLimit < 1 || exposureLimit > 100_000)) throw Invalid.field("exposureLimit", "demands.exposure");
  }

  /** Whether papers drawn at random, line by line, might break it. */
  boolean needForms() {
    return !bounds.isEmpty() || targetDifficulty != null;
  }
}
