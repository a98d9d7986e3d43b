package cn.lianbing.competition.ranking;

import cn.lianbing.platform.Json;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * A line of a list of people or teams.
 *
 * @param rank    null for who did not sit
 * @param tie     what parts this place from the one before: FIRST, SCORE, a tie-break's name, SAME; null for who did not sit
 * @param plusOne the place with one mark more, everything else being as it is
 * @param last    place in the confirmed list of the year before; null where there is none
 */
public record PersonRow(Integer rank, long id, String name, long unitId, String unit, Entry.Presence presence, int score, long millis, long at, int suddenDeath, int group, String tie, Integer plusOne, Integer last) implements Serializable {
  @JsonbCreator
  public PersonRow {}

  /** Canonical: keys in alphabetical order, no blanks, nothing that is null. Two hundred thousand of them take the binding too long. */
  void line(StringBuilder to) {
    to.append("{\"at\":").append(at).append(",\"group\":").append(group).append(",\"id\":").append(id);
    if (last != null) to.append(",\"last\":").append(last);
    to.append(",\"millis\":").append(millis).append(",\"name\":");
    Json.quote(to, name);
    if (plusOne != null) to.append(",\"plusOne\":").append(plusOne);
    to.append(",\"presence\":\"").append(presence).append('"');
    if (rank != null) to.append(",\"rank\":").append(rank);
    to.append(",\"score\":").append(score).append(",\"suddenDeath\":").append(suddenDeath);
    if (tie != null) to.append(",\"tie\":\"").append(tie).append('"');
    to.append(",\"unit\":");
    Json.quote(to, unit);
    to.append(",\"unitId\":").append(unitId).append('}');
  }

  PersonRow called(String other) {
    return new PersonRow(rank, id, other, unitId, unit, presence, score, millis, at, suddenDeath, group, tie, plusOne, last);
  }

  /** How many places better than last year; null where one of both is not known. */
  public Integer progress() {
    return last == null || rank == null ? null : last - rank;
  }
}
