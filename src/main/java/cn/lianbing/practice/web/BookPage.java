package cn.lianbing.practice.web;

import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.practice.PracticeBook;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;

/** The wrong-answer book, favourites or notes, as the address says. */
@Named
@RequestScoped
public class BookPage {
  @Inject PracticeBook book;
  @Inject CurrentUser user;
  private PracticeBook.Kind kind = PracticeBook.Kind.WRONG;
  private Page<PracticeBook.Row> rows;

  @PostConstruct
  void load() {
    var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String name = asked.getOrDefault("kind", "");
    kind = Arrays.stream(PracticeBook.Kind.values()).filter(one -> one.name().equals(name)).findFirst().orElse(kind);
    String page = asked.getOrDefault("page", "1");
    rows = book.page(user.caller(), kind, new Page.Request(page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1, 50));
  }

  public PracticeBook.Kind getKind() {
    return kind;
  }

  public PracticeBook.Kind[] getKinds() {
    return PracticeBook.Kind.values();
  }

  public Page<PracticeBook.Row> getRows() {
    return rows;
  }

  public boolean isMore() {
    return (long) rows.page() * rows.size() < rows.total();
  }
}
