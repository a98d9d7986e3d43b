package cn.lianbing.platform.web;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code #{text['key']}} and {@code #{text.of('key', argument)}} in pages, in the page's language. */
@Named("text")
@RequestScoped
public class PageTexts extends AbstractMap<String, String> {
  @Override
  public String get(Object key) {
    return texts().get(String.valueOf(key));
  }

  public String of(String key, Object one) {
    return texts().of(key, one);
  }

  public String of(String key, Object one, Object two) {
    return texts().of(key, one, two);
  }

  public String of(String key, Object one, Object two, Object three) {
    return texts().of(key, one, two, three);
  }

  /** The name of an enum's value: {@code #{text.name('exam.state', row.state)}}. */
  public String name(String prefix, Object value) {
    return value == null ? "" : texts().get(prefix + "." + value);
  }

  /** Tenths as people write marks: 82.5. */
  public String marks(Integer tenths) {
    return Marks.text(tenths);
  }

  /** Hundredths of an hour of credit as people write them: 3.5. */
  public String hours(Integer hundredths) {
    return hundredths == null ? "" : Hundredths.text(hundredths);
  }

  public Texts texts() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Locale locale = faces == null || faces.getViewRoot() == null ? null : faces.getViewRoot().getLocale();
    return Texts.in(locale);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }

  @Override
  public boolean containsKey(Object key) {
    return texts().has(String.valueOf(key));
  }
}
