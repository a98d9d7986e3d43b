package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.Criterion;
import cn.lianbing.eligibility.Probe;
import cn.lianbing.platform.web.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a criterion's parameters read on the pages of the rules. */
@Named
@RequestScoped
public class CriterionTextsPage {
  @Inject PageTexts texts;

  /** 学时（小时） 60, one line a parameter. */
  public List<String> lines(Criterion one) {
    return one.probe().parameters().stream().map(parameter -> texts.get("eligibility.parameter." + one.probe() + "." + parameter.name()) + texts.get("eligibility.colon") + value(one, parameter)).toList();
  }

  private String value(Criterion one, Probe.Parameter parameter) {
    String text = one.text(parameter.name());
    if (text == null || parameter.form() == Probe.Parameter.Form.NUMBER) return text;
    return Arrays.stream(text.split(",")).map(value -> texts.get(CriterionForm.choice(one.probe(), parameter.name(), value))).collect(Collectors.joining(texts.get("eligibility.and")));
  }
}
