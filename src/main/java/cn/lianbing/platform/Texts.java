package cn.lianbing.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** The sentences of all components in one language. Keys are unique over all bundles; a test holds that both languages have all. */
public final class Texts {
  /** Chinese first; English for whoever asks for it. */
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  public static final List<String> BUNDLES = List.of("platform.texts", "platform.refusals", "people.texts", "people.signin", "bank.texts", "paper.texts", "paper.forms", "exam.texts", "exam.sitting", "exam.pages", "audit.texts",
      "notice.texts", "roster.texts", "credit.texts", "training.texts", "enrolment.texts", "feedback.texts", "proposal.texts", "report.texts",
      "competition.texts", "eligibility.texts", "certificate.texts", "casefile.texts", "annex.texts", "law.texts", "exchange.texts", "marking.texts", "authoring.texts", "practice.texts");
  private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Texts IN_CHINESE = new Texts(CHINESE);
  private static final Texts IN_ENGLISH = new Texts(Locale.ENGLISH);

  private final Locale locale;
  private final List<ResourceBundle> bundles;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundles = BUNDLES.stream().map(name -> ResourceBundle.getBundle("cn.lianbing." + name, locale, Texts.class.getClassLoader(), NO_FALLBACK)).toList();
  }

  /** English for any English locale, Chinese for every other. */
  public static Texts in(Locale locale) {
    return locale != null && locale.getLanguage().equals("en") ? IN_ENGLISH : IN_CHINESE;
  }

  /** For the log, the launcher and stored texts. */
  public static Texts operators() {
    return "en".equals(System.getenv("LIANBING_LANG")) ? IN_ENGLISH : IN_CHINESE;
  }

  public Locale locale() {
    return locale;
  }

  /** The sentence, or the key itself where it is missing, so that a page never fails for a word. */
  public String get(String key) {
    for (ResourceBundle bundle : bundles) {
      try {
        return bundle.getString(key);
      } catch (MissingResourceException e) {
        // in another bundle
      }
    }
    return key;
  }

  public boolean has(String key) {
    return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
  }

  /** The sentence with its arguments put in ({@link MessageFormat}); numbers are printed without grouping. */
  public String of(String key, Object... arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) plain[i] = arguments[i] instanceof Number ? arguments[i].toString() : arguments[i];
    return new MessageFormat(get(key), locale).format(plain);
  }

  /** All keys that begin so, in order. */
  public Set<String> keys(String prefix) {
    Set<String> keys = new TreeSet<>();
    for (ResourceBundle bundle : bundles) for (String key : bundle.keySet()) if (key.startsWith(prefix)) keys.add(key);
    return keys;
  }
}
