package cn.lianbing.annex;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The report's figures, sentences and checks, as {@code annex.yaml} has them. */
public final class Template {
  /** Who knows a figure. */
  public enum From { CERTIFICATES, RECORDS, REPORT, HAND }

  /** @param words whether it is a text and no number; @param needed whether a report without it is not frozen */
  public record Figure(String code, String section, From from, boolean words, String unit, boolean needed) implements Serializable {}

  /** @param when the sentence stands only where these are known and more than nothing */
  public record Sentence(String words, List<String> when) implements Serializable {}

  /** @param optional left out where none of its sentences stands */
  public record Section(String number, String title, boolean optional, List<Sentence> sentences) implements Serializable {}

  /** The sum of {@code these} may not be above the sum of {@code atMost}. */
  public record Check(String code, List<String> these, List<String> atMost) implements Serializable {
    /** Null where something is not known: then there is nothing to say. */
    public Boolean holds(Map<String, Value> values) {
      BigDecimal left = sum(these, values);
      BigDecimal right = sum(atMost, values);
      return left == null || right == null ? null : left.compareTo(right) <= 0;
    }

    static BigDecimal sum(List<String> codes, Map<String, Value> values) {
      BigDecimal sum = BigDecimal.ZERO;
      for (String code : codes) {
        BigDecimal number = values.getOrDefault(code, Value.UNKNOWN).number();
        if (number == null) return null;
        sum = sum.add(number);
      }
      return sum;
    }
  }

  /** A part of a sentence: words, or a figure with its text. */
  public record Piece(String text, String figure) implements Serializable {}

  private static final Pattern PLACE = Pattern.compile("\\{([A-Z_]+)}");
  private static final Template USUAL = read();
  private final String title;
  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();

  @SuppressWarnings("unchecked")
  private Template(Map<String, Object> file) {
    title = (String) file.get("title");
    ((Map<String, Map<String, Object>>) file.get("figures")).forEach((code, one) -> figures.put(code, new Figure(code, (String) one.get("section"), From.valueOf(((String) one.get("from")).toUpperCase(java.util.Locale.ROOT)), "words".equals(one.get("kind")), (String) one.get("unit"), Boolean.TRUE.equals(one.get("needed")))));
    for (Map<String, Object> one : (List<Map<String, Object>>) file.get("sections")) {
      List<Sentence> sentences = ((List<Map<String, Object>>) one.get("sentences")).stream().map(each -> new Sentence((String) each.get("words"), (List<String>) each.getOrDefault("when", List.of()))).toList();
      sections.add(new Section((String) one.get("number"), (String) one.get("title"), Boolean.TRUE.equals(one.get("optional")), sentences));
    }
    for (Map<String, Object> one : (List<Map<String, Object>>) file.get("checks")) checks.add(new Check((String) one.get("code"), (List<String>) one.get("these"), (List<String>) one.get("atMost")));
  }

  public static Template usual() {
    return USUAL;
  }

  @SuppressWarnings("unchecked")
  private static Template read() {
    try (InputStream file = Template.class.getResourceAsStream("annex.yaml")) {
      return new Template((Map<String, Object>) new Load(LoadSettings.builder().setLabel("annex.yaml").build()).loadFromInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Figure> figures() {
    return List.copyOf(figures.values());
  }

  /** Null where there is none. */
  public Figure figure(String code) {
    return figures.get(code);
  }

  public List<Section> sections() {
    return List.copyOf(sections);
  }

  public List<Check> checks() {
    return List.copyOf(checks);
  }

  String title(Period period) {
    return title.replace("{YEAR}", period.name());
  }

  /** The sentences of a section that stand, in pieces; a figure that is not known is an empty piece. */
  static List<Piece> pieces(Section section, Period period, Map<String, Value> values) {
    List<Piece> pieces = new ArrayList<>();
    for (Sentence one : section.sentences()) {
      if (!one.when().stream().allMatch(code -> values.getOrDefault(code, Value.UNKNOWN).some())) continue;
      Matcher places = PLACE.matcher(one.words());
      int at = 0;
      while (places.find()) {
        if (places.start() > at) pieces.add(new Piece(one.words().substring(at, places.start()), null));
        pieces.add(piece(places.group(1), period, values));
        at = places.end();
      }
      if (at < one.words().length()) pieces.add(new Piece(one.words().substring(at), null));
    }
    return pieces;
  }

  private static Piece piece(String name, Period period, Map<String, Value> values) {
    if (name.equals("SPAN")) return new Piece(period.span(), null);
    if (name.equals("YEAR")) return new Piece(period.name(), null);
    return new Piece(values.getOrDefault(name, Value.UNKNOWN).text(), name);
  }
}
