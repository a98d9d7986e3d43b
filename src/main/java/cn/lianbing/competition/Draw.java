package cn.lianbing.competition;

import cn.lianbing.platform.Sha256;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The draw of groups. Anybody can do it again with any tool that knows SHA-256: for each entrant, the SHA-256 of seed, a colon and the
 * entrant's name in UTF-8, in lower-case hexadecimal digits; in the order of these digits entrants get the draw numbers 1, 2, 3 …, and go
 * into the groups in turn: number 1 into group 1, number 2 into group 2, after the last group the first again. The seed must be
 * something that nobody could know when registration closed, such as the figures of a lottery drawn later.
 */
public final class Draw {
  private Draw() {}

  public record Lot(String name, String digits, int number, int group) {}

  public static List<Lot> of(String seed, List<String> names, int groups) {
    List<String[]> sorted = names.stream().map(name -> new String[] {name, digits(seed, name)}).sorted(Comparator.comparing((String[] one) -> one[1]).thenComparing(one -> one[0])).toList();
    return java.util.stream.IntStream.range(0, sorted.size()).mapToObj(i -> new Lot(sorted.get(i)[0], sorted.get(i)[1], i + 1, i % groups + 1)).toList();
  }

  public static String digits(String seed, String name) {
    return HexFormat.of().formatHex(Sha256.of(seed + ":" + name));
  }
}
