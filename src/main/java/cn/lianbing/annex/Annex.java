package cn.lianbing.annex;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The annex of a period as the records and the entries have it now.
 *
 * @param missing figures without which it is not frozen
 */
public record Annex(Period period, String title, List<Part> parts, List<Line> lines, List<Judged> checks, List<String> missing) implements Serializable {
  /** A section: its number, its title and the pieces of its sentences. */
  public record Part(String number, String title, List<Template.Piece> pieces) implements Serializable {
    /** As the report prints it. */
    public String text() {
      StringBuilder text = new StringBuilder("（").append(number).append("）").append(title).append("。");
      for (Template.Piece piece : pieces) text.append(piece.text());
      return text.toString();
    }
  }

  /** A figure, and what it was in the same days a year before. */
  public record Line(Template.Figure figure, Value value, Value last) implements Serializable {
    /** Null where one of both is not known, or both are words. */
    public BigDecimal change() {
      return value.number() == null || last.number() == null ? null : value.number().subtract(last.number());
    }
  }

  /** @param holds null where something is not known */
  public record Judged(Template.Check check, BigDecimal left, BigDecimal right, Boolean holds) implements Serializable {}

  /** @param last values of the same days a year before */
  static Annex of(Template template, Period period, Map<String, Value> values, Map<String, Value> last) {
    List<Part> parts = template.sections().stream().map(one -> new Part(one.number(), one.title(), Template.pieces(one, period, values))).toList();
    List<Part> standing = parts.stream().filter(one -> !one.pieces().isEmpty() || template.sections().stream().noneMatch(section -> section.number().equals(one.number()) && section.optional())).toList();
    List<Line> lines = template.figures().stream().map(one -> new Line(one, values.getOrDefault(one.code(), Value.UNKNOWN), last.getOrDefault(one.code(), Value.UNKNOWN))).toList();
    List<Judged> checks = template.checks().stream().map(one -> new Judged(one, Template.Check.sum(one.these(), values), Template.Check.sum(one.atMost(), values), one.holds(values))).toList();
    List<String> missing = template.figures().stream().filter(one -> one.needed() && !values.getOrDefault(one.code(), Value.UNKNOWN).known()).map(Template.Figure::code).toList();
    return new Annex(period, template.title(period), standing, lines, checks, missing);
  }

  public List<Judged> broken() {
    return checks.stream().filter(one -> Boolean.FALSE.equals(one.holds())).toList();
  }

  public boolean freezable() {
    return missing.isEmpty() && broken().isEmpty();
  }

  /** What is frozen of it. */
  public Content content() {
    List<Content.Row> rows = lines.stream().filter(one -> one.value().known()).map(one -> new Content.Row(one.figure().code(), one.figure().section(), one.figure().unit(), one.value(), one.last().known() ? one.last() : null)).toList();
    List<String> held = checks.stream().filter(one -> Boolean.TRUE.equals(one.holds())).map(one -> one.check().code()).toList();
    return new Content(period.from().toString(), period.to().toString(), title, parts.stream().map(Part::text).toList(), rows, held);
  }
}
