package cn.lianbing.eligibility;

import cn.lianbing.exam.Subject;
import cn.lianbing.credit.Bucket;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a criterion looks at. How it looks is in {@link Judging}; what it demands are the criterion's parameters. */
public enum Probe {
  /** in service on that day */
  IN_SERVICE(Source.RECORD),
  /** of one of these kinds of establishment */
  ESTABLISHMENT(Source.RECORD, Parameter.some("kinds", Officer.Establishment.class)),
  /** of none of these */
  NOT_BARRED(Source.RECORD, Parameter.some("barred", Officer.Establishment.class)),
  /** the establishment office has confirmed it */
  VERIFIED(Source.FACT, Parameter.number("validMonths", 0, 120)),
  AGE(Source.RECORD, Parameter.number("years", 16, 40)),
  HEALTH(Source.FACT, Parameter.number("validMonths", 0, 120)),
  SUITED(Source.FACT, new Parameter("least", Parameter.Form.ONE, 0, 0, Stream.concat(Stream.of("NONE"), names(Officer.Education.class).stream()).toList())),
  EXAM(Source.EXAM, Parameter.one("subject", Subject.class), Parameter.number("validMonths", 0, 240), Parameter.flag("exempt")),
  HOURS(Source.CREDIT, Parameter.number("hours", 1, 500), Parameter.number("months", 1, 60), Parameter.one("bucket", Bucket.class)),
  NOT_SANCTIONED(Source.FACT, new Parameter("least", Parameter.Form.ONE, 0, 0, FactKind.SANCTION.choices().subList(1, FactKind.SANCTION.choices().size()))),
  ASSESSED(Source.FACT),
  NOT_CONVICTED(Source.FACT),
  NOT_REVOKED(Source.FACT, Parameter.number("banMonths", 0, 240)),
  DUTY(Source.FACT, new Parameter("duty", Parameter.Form.ONE, 0, 0, List.of("ENFORCEMENT", "SUPERVISION"))),
  ONE_DUTY(Source.FACT),
  UNIT_LEVEL(Source.UNIT, Parameter.some("kinds", Unit.Kind.class));

  /** Where the evidence comes from. */
  public enum Source { RECORD, FACT, EXAM, CREDIT, UNIT }

  /** A parameter as the editor asks for it. @param choices of ONE and SOME */
  public record Parameter(String name, Form form, int least, int most, List<String> choices) implements Serializable {
    public enum Form { NUMBER, FLAG, ONE, SOME }

    static Parameter number(String name, int least, int most) {
      return new Parameter(name, Form.NUMBER, least, most, List.of());
    }

    static Parameter flag(String name) {
      return new Parameter(name, Form.FLAG, 0, 0, List.of("true", "false"));
    }

    static Parameter one(String name, Class<? extends Enum<?>> type) {
      return new Parameter(name, Form.ONE, 0, 0, names(type));
    }

    static Parameter some(String name, Class<? extends Enum<?>> type) {
      return new Parameter(name, Form.SOME, 0, 0, names(type));
    }

    /** Whether a value can be one of it. */
    boolean takes(String value) {
      if (value == null || value.isBlank()) return false;
      return switch (form) {
        case NUMBER -> value.matches("\\d{1,4}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        case FLAG, ONE -> choices.contains(value);
        case SOME -> choices.containsAll(List.of(value.split(",")));
      };
    }
  }

  private final Source source;
  private final List<Parameter> parameters;

  Probe(Source source, Parameter... parameters) {
    this.source = source;
    this.parameters = List.of(parameters);
  }

  public Source source() {
    return source;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  private static List<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }
}
