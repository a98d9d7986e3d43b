package cn.lianbing.competition.ranking;

/**
 * Somebody who is expected, and what they came to.
 *
 * @param id          of the officer, or of a team's registration
 * @param score       hundredths of a mark; 0 of who did not sit
 * @param millis      used, by the server's clock; 0 where it is not measured
 * @param at          hand-in, epoch milliseconds; 0 where there is none
 * @param suddenDeath order in it, 1 the best; 0: took no part
 * @param group       of the draw; 0: none
 */
public record Entry(long id, String name, long unitId, Presence presence, int score, long millis, long at, int suddenDeath, int group) {
  public enum Presence { SAT, EXCUSED, ABSENT }

  boolean sat() {
    return presence == Presence.SAT;
  }
}
