package cn.lianbing.competition.ranking;

import cn.lianbing.competition.RankingRules;
import cn.lianbing.platform.Json;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * What a list says above its lines. Its JSON, with keys in alphabetical order and nothing that is null, is the first line of the list's
 * canonical form; each row is a line after it, every line ends with a line feed, and the edition's hash is the SHA-256 of all in UTF-8.
 *
 * @param stage    its title; null for more than one
 * @param max      full mark in hundredths
 * @param edition  null: provisional
 * @param replaces hash of the edition that this one corrects
 * @param note     why it was corrected
 */
public record Head(int year, String competition, String stage, String scope, String board, int max, RankingRules rules, int expected, int sat, int excused, Integer edition, String replaces, String note) implements Serializable {
  @JsonbCreator
  public Head {}

  public int absent() {
    return expected - sat;
  }

  Head confirmed(int number, String corrected, String why) {
    return new Head(year, competition, stage, scope, board, max, rules, expected, sat, excused, number, corrected, why);
  }

  String json() {
    return Json.write(this);
  }

  static Head read(String json) {
    return Json.read(json, Head.class);
  }
}
