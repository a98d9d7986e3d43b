package cn.lianbing.practice.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.practice.Mastery;
import cn.lianbing.practice.PracticeBook;
import cn.lianbing.practice.Share;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where practice begins: today's repetition, what to practise next, drills of one's own choice, the map. Also what the home page shows of it. */
@Named
@RequestScoped
public class PracticePage {
  private static final List<ItemType> TYPES = List.of(ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUE_FALSE, ItemType.FILL, ItemType.ORDER, ItemType.MATCH);
  @Inject PracticeBook book;
  @Inject Mastery mastery;
  @Inject Items items;
  @Inject CurrentUser user;
  private PracticeBook.Plan plan;
  private List<Mastery.Weak> weak;
  private List<Mastery.LawRow> laws;
  private Items.Facets facets;

  @PostConstruct
  void load() {
    plan = book.plan(user.caller());
    weak = mastery.weak(user.caller());
  }

  public PracticeBook.Plan getPlan() {
    return plan;
  }

  public List<Mastery.Weak> getWeak() {
    return weak;
  }

  public List<Mastery.LawRow> getLaws() {
    if (laws == null) laws = mastery.map(user.caller());
    return laws;
  }

  public Items.Facets getFacets() {
    if (facets == null) facets = items.facets();
    return facets;
  }

  public List<ItemType> getTypes() {
    return TYPES;
  }

  /** Of the chart's height, whole percent; a day with anything shows. */
  public int height(int count) {
    return count == 0 ? 0 : Math.max(6, 100 * count / plan.highest());
  }

  public long percent(double part) {
    return Math.round(100 * part);
  }

  /** For an address. */
  public String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** 12/15，52%—94% */
  public String share(Share share) {
    return share.of() == 0 ? "—" : share.right() + "/" + share.of() + "，" + percent(share.low()) + "%—" + percent(share.high()) + "%";
  }
}
