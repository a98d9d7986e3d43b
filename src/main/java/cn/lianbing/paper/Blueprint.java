package cn.lianbing.paper;

import cn.lianbing.platform.Json;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A blueprint 组卷蓝图（双向细目表）: how many items of which topic, type and difficulty a paper has, and what each is worth. */
@Entity
@Table(name = "blueprint")
public class Blueprint {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String title;
  @Column(name = "unit_id") private Long unitId;
  @Column(name = "created_at") private Instant createdAt;
  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
  @JoinColumn(name = "blueprint_id", nullable = false)
  @OrderBy("position")
  private List<BlueprintLine> lines = new ArrayList<>();
  private String demands;
  @Column(name = "form_set_id") private Long formSetId;
  @Version private int version;

  protected Blueprint() {}

  Blueprint(String title, long unitId, List<Line> lines, Demands demands, Instant now) {
    this.unitId = unitId;
    this.createdAt = now;
    describe(title, lines, demands);
  }

  /** Forms that were assembled by what it said before are not used any more. */
  void describe(String newTitle, List<Line> newLines, Demands newDemands) {
    title = newTitle;
    if (!newLines.equals(lines()) || !newDemands.equals(demands())) formSetId = null;
    demands = newDemands.equals(Demands.NONE) ? null : Json.write(newDemands);
    lines.clear();
    for (int i = 0; i < newLines.size(); i++) lines.add(new BlueprintLine(i + 1, newLines.get(i)));
  }

  /** The same under other names of topics: forms that were assembled by it stay. */
  void follow(List<Line> renamed, Demands renamedDemands) {
    if (renamed.equals(lines()) && renamedDemands.equals(demands())) return;
    Long forms = formSetId;
    describe(title, renamed, renamedDemands);
    formSetId = forms;
  }

  /** @param set null: papers are drawn at random again */
  void use(FormSet set) {
    formSetId = set == null ? null : set.id();
  }

  public Long id() {
    return id;
  }

  public String title() {
    return title;
  }

  public Long unitId() {
    return unitId;
  }

  public Demands demands() {
    return demands == null ? Demands.NONE : Json.read(demands, Demands.class);
  }

  /** The forms that exams scheduled now use; null: papers are drawn at random. */
  public Long formSetId() {
    return formSetId;
  }

  public List<Line> lines() {
    return lines.stream().map(BlueprintLine::line).toList();
  }
}
