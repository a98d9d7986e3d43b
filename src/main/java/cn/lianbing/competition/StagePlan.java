package cn.lianbing.competition;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * @param examId       of an existing exam; its full mark is the stage's
 * @param maxMark      tenths
 * @param weight       percent of the competition's whole
 * @param dropExtremes with three judges or more, the highest and the lowest do not count
 * @param twoEntries   a second person enters every score again
 * @param advancement  who goes on to this stage from the one before; null: whoever registered
 */
public record StagePlan(String title, Stage.Kind kind, Stage.Entrants entrants, Long examId, int maxMark, int weight, boolean dropExtremes, boolean twoEntries, Advancement advancement) implements Serializable {
  private static final int HIGHEST = 100_000;

  @JsonbCreator
  public StagePlan {
    if (title == null || title.isBlank()) throw Invalid.field("title", "required");
    if (title.strip().length() > 100) throw Invalid.field("title", "tooLong", 100);
    if (kind == null) throw Invalid.field("kind", "required");
    entrants = kind == Stage.Kind.EXAM ? Stage.Entrants.INDIVIDUAL : kind == Stage.Kind.LIVE_FINAL ? Stage.Entrants.TEAM : entrants;
    if (entrants == null) throw Invalid.field("entrants", "required");
    if (kind == Stage.Kind.EXAM && examId == null) throw Invalid.field("examId", "required");
    if (kind != Stage.Kind.EXAM) examId = null;
    if (kind != Stage.Kind.EXAM && (maxMark < 10 || maxMark > HIGHEST)) throw Invalid.field("maxMark", "competition.number", 1, HIGHEST / 10);
    if (weight < 0 || weight > 100) throw Invalid.field("weight", "competition.number", 0, 100);
  }
}
