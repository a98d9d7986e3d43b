package cn.lianbing.law.web;

import cn.lianbing.law.Comparison;
import cn.lianbing.law.Laws;
import cn.lianbing.law.Wording;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Two versions article by article. */
@Named
@RequestScoped
public class DifferencePage {
  /** What is alike is not worth the words: at most so many pairs are drawn. */
  private static final int MOST = 400;
  @Inject Laws laws;
  @Inject Messages messages;
  @Inject Clock clock;
  private String old;
  private String fresh;
  private String all;
  private Laws.Row before;
  private Laws.Row after;
  private List<Comparison.Pair> pairs;

  /** A pair with what differs marked. */
  public record Shown(Comparison.Pair pair, Wording wording) {}

  public void load() {
    if (old == null || fresh == null) return;
    messages.found(() -> {
      before = laws.detail(NotFound.id("law", old)).row();
      after = laws.detail(NotFound.id("law", fresh)).row();
      if (isComparable()) pairs = laws.compare(before.id(), after.id());
    });
  }

  /** Only whole texts can be compared. */
  public boolean isComparable() {
    return before != null && before.full() && after.full();
  }

  public List<Shown> getShown() {
    return pairs.stream().filter(one -> isWhole() || one.kind() != Comparison.Kind.SAME).limit(MOST).map(one -> new Shown(one, Wording.of(one.old() == null ? null : one.old().text(), one.fresh() == null ? null : one.fresh().text()))).toList();
  }

  public long count(String kind) {
    return pairs.stream().filter(one -> one.kind().name().equals(kind)).count();
  }

  public boolean isCut() {
    return pairs.stream().filter(one -> isWhole() || one.kind() != Comparison.Kind.SAME).count() > MOST;
  }

  public Comparison.Kind[] getKinds() {
    return Comparison.Kind.values();
  }

  /** Versions whose text is whole. */
  public List<Laws.Row> getVersions() {
    return laws.page(new Laws.Filter(null, null), LocalDate.ofInstant(clock.instant(), Times.ZONE), new Page.Request(1, Page.LARGEST)).items().stream().filter(Laws.Row::full).toList();
  }

  public boolean isWhole() {
    return "true".equals(all);
  }

  public Laws.Row getBefore() {
    return before;
  }

  public Laws.Row getAfter() {
    return after;
  }

  public int getMost() {
    return MOST;
  }

  public String getOld() {
    return old;
  }

  public void setOld(String old) {
    this.old = old;
  }

  public String getFresh() {
    return fresh;
  }

  public void setFresh(String fresh) {
    this.fresh = fresh;
  }

  public String getAll() {
    return all;
  }

  public void setAll(String all) {
    this.all = all;
  }
}
