package cn.lianbing.law.web;

import cn.lianbing.law.Article;
import cn.lianbing.law.ArticleNumber;
import cn.lianbing.law.LawKeeping;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One version with its articles. A code of a thousand articles is shown by its books. */
@Named
@ViewScoped
public class LawPage implements Serializable {
  private static final long serialVersionUID = 1L;
  /** Longer texts are shown by their outermost headings. */
  private static final int WHOLE = 200;
  @Inject Laws laws;
  @Inject LawKeeping keeping;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private String article;
  private String part;
  private Laws.Detail detail;
  private transient List<Article> articles;
  private LawForm form;
  private Long articleId;
  private LocalDate validFrom;
  private LocalDate validTo;

  /** Articles under the same headings; {@code heading} is what they have more than the ones before. */
  public record Section(List<String> headings, List<Article> articles) {}

  public void load() {
    messages.found(() -> {
      detail = laws.detail(NotFound.id("law", asked));
      form = LawForm.of(detail.data());
      if (part == null && article != null) part = ArticleNumber.of(article).flatMap(number -> getArticles().stream().filter(one -> one.articleNumber().equals(number)).findFirst()).map(LawPage::outermost).orElse(null);
    });
  }

  private List<Article> getArticles() {
    if (articles == null) articles = detail.row().full() || isQuotesToo() ? laws.articles(detail.row().id()) : List.of();
    return articles;
  }

  private static String outermost(Article one) {
    return one.headings().isEmpty() ? "" : one.headings().get(0);
  }

  /** The outermost headings to choose from; empty where all articles fit on a page. */
  public List<String> getParts() {
    return getArticles().size() <= WHOLE ? List.of() : getArticles().stream().map(LawPage::outermost).distinct().toList();
  }

  public List<Section> getSections() {
    List<String> parts = getParts();
    String shown = parts.isEmpty() ? null : parts.contains(part) ? part : parts.get(0);
    List<Section> sections = new ArrayList<>();
    List<String> before = null;
    for (Article one : getArticles()) {
      if (shown != null && !outermost(one).equals(shown)) continue;
      if (before == null || !before.equals(one.headings())) {
        int alike = 0;
        while (before != null && alike < Math.min(before.size(), one.headings().size()) && before.get(alike).equals(one.headings().get(alike))) alike++;
        sections.add(new Section(one.headings().subList(alike, one.headings().size()), new ArrayList<>()));
        before = one.headings();
      }
      sections.get(sections.size() - 1).articles().add(one);
    }
    return sections;
  }

  public String getShownPart() {
    List<String> parts = getParts();
    return parts.isEmpty() ? null : parts.contains(part) ? part : parts.get(0);
  }

  public String correct() {
    if (!messages.tried(() -> keeping.correct(user.caller(), detail.row().id(), form.data()))) return null;
    messages.done("ui.saved");
    return here();
  }

  public String limit() {
    if (articleId == null || !messages.tried(() -> keeping.validity(user.caller(), articleId, validFrom, validTo))) return null;
    messages.done("ui.saved");
    return here();
  }

  private String here() {
    return "/staff/law/law.xhtml?faces-redirect=true&id=" + detail.row().id();
  }

  /** To choose from: those that have a number of their own. */
  public List<Article> getNumbered() {
    return getArticles();
  }

  public LawVersion.Standing getStanding() {
    return detail.row().standing(getToday());
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), Times.ZONE);
  }

  public boolean isKeeper() {
    return user.caller().has("EXAM_ADMIN");
  }

  public boolean isQuotesToo() {
    return user.caller().hasAny("EXAM_ADMIN", "TRAINER");
  }

  public Laws.Detail getDetail() {
    return detail;
  }

  public LawForm getForm() {
    return form;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getArticle() {
    return article;
  }

  public void setArticle(String article) {
    this.article = article;
  }

  public String getPart() {
    return part;
  }

  public void setPart(String part) {
    this.part = part;
  }

  public Long getArticleId() {
    return articleId;
  }

  public void setArticleId(Long articleId) {
    this.articleId = articleId;
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
}
