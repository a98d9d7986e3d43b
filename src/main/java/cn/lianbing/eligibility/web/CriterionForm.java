package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.Criterion;
import cn.lianbing.eligibility.Probe;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the editor asks about a criterion. */
public class CriterionForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final Probe probe;
  private String title;
  private String question;
  private String law;
  private String version;
  private String article;
  private String wording;
  private LocalDate validFrom;
  private LocalDate validTo;
  private Criterion.Decides decides;
  private boolean active;
  private boolean unverified;
  private String elsewhere;
  private String hint;
  private final List<ParameterRow> parameters;

  /** A parameter that is being edited. */
  public static class ParameterRow implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Probe probe;
    private final Probe.Parameter parameter;
    private String value;
    private String[] values;
    private boolean wrong;

    ParameterRow(Probe probe, Probe.Parameter parameter, String value) {
      this.probe = probe;
      this.parameter = parameter;
      this.value = value;
      this.values = value == null ? new String[0] : value.split(",");
    }

    String text() {
      return parameter.form() == Probe.Parameter.Form.SOME ? String.join(",", Arrays.asList(values)) : value;
    }

    public String getLabel() {
      return "eligibility.parameter." + probe + "." + parameter.name();
    }

    /** Key of a choice's name. */
    public String choice(String one) {
      return CriterionForm.choice(probe, parameter.name(), one);
    }

    public Probe.Parameter getParameter() {
      return parameter;
    }

    public String getForm() {
      return parameter.form().name();
    }

    public boolean isWrong() {
      return wrong;
    }

    public String getValue() {
      return value;
    }

    public void setValue(String value) {
      this.value = value;
    }

    public String[] getValues() {
      return values;
    }

    public void setValues(String[] values) {
      this.values = values;
    }
  }

  /** One that is added. @param taken the codes that the draft has */
  CriterionForm(Probe probe, Set<String> taken) {
    this.probe = probe;
    code = IntStream.rangeClosed('A', 'Z').mapToObj(letter -> probe + "_" + (char) letter).filter(one -> !taken.contains(one)).findFirst().orElse(probe.name());
    active = true;
    decides = Criterion.Decides.PERSON;
    parameters = new ArrayList<>(probe.parameters().stream().map(parameter -> new ParameterRow(probe, parameter, null)).toList());
  }

  CriterionForm(Criterion one) {
    code = one.code();
    probe = one.probe();
    title = one.title();
    question = one.question();
    law = one.basis().law();
    version = one.basis().version();
    article = one.basis().article();
    wording = one.basis().wording();
    validFrom = one.basis().validFrom();
    validTo = one.basis().validTo();
    decides = one.decides();
    active = one.active();
    unverified = one.unverified();
    elsewhere = one.elsewhere();
    hint = one.hint();
    parameters = new ArrayList<>(one.probe().parameters().stream().map(parameter -> new ParameterRow(one.probe(), parameter, one.text(parameter.name()))).toList());
  }

  Criterion criterion() {
    Map<String, String> all = new TreeMap<>();
    parameters.forEach(row -> all.put(row.getParameter().name(), row.text() == null ? "" : row.text()));
    return new Criterion(code, title, question, new Criterion.Basis(law, version, article, wording, validFrom, validTo), probe, all, decides, active, unverified, elsewhere, hint);
  }

  /** Marks the parameters that are wrong, which have no input of their name. @return what else is wrong */
  RuntimeException marked(Invalid refused) {
    Set<String> fields = refused.violations().stream().map(Invalid.Violation::field).collect(Collectors.toSet());
    parameters.forEach(row -> row.wrong = fields.contains(row.parameter.name()));
    Set<String> own = parameters.stream().map(row -> row.parameter.name()).collect(Collectors.toSet());
    List<Invalid.Violation> others = refused.violations().stream().filter(one -> !own.contains(one.field())).toList();
    return others.isEmpty() ? new Refused("eligibility-parameters") : new Invalid(others);
  }

  /** Key of the name of a parameter's choice. */
  static String choice(Probe probe, String parameter, String one) {
    return switch (probe) {
      case ESTABLISHMENT, NOT_BARRED -> "people.establishment." + one;
      case UNIT_LEVEL -> "people.unitKind." + one;
      case SUITED -> one.equals("NONE") ? "eligibility.least.NONE" : "people.education." + one;
      case NOT_SANCTIONED -> "eligibility.fact.SANCTION." + one;
      case DUTY -> "eligibility.fact.DUTY." + one;
      case HOURS -> "credit.bucket." + one;
      default -> parameter.equals("subject") ? "exam.subject." + one : "ui." + (one.equals("true") ? "yes" : "no");
    };
  }

  public Criterion.Decides[] getDeciders() {
    return Criterion.Decides.values();
  }

  public String getCode() {
    return code;
  }

  public List<ParameterRow> getParameters() {
    return parameters;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public String getLaw() {
    return law;
  }

  public void setLaw(String law) {
    this.law = law;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getArticle() {
    return article;
  }

  public void setArticle(String article) {
    this.article = article;
  }

  public String getWording() {
    return wording;
  }

  public void setWording(String wording) {
    this.wording = wording;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }

  public Criterion.Decides getDecides() {
    return decides;
  }

  public void setDecides(Criterion.Decides decides) {
    this.decides = decides;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public boolean isUnverified() {
    return unverified;
  }

  public void setUnverified(boolean unverified) {
    this.unverified = unverified;
  }

  public String getElsewhere() {
    return elsewhere;
  }

  public void setElsewhere(String elsewhere) {
    this.elsewhere = elsewhere;
  }

  public String getHint() {
    return hint;
  }

  public void setHint(String hint) {
    this.hint = hint;
  }
}
