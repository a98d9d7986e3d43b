package cn.lianbing.paper.web;

import cn.lianbing.paper.Blueprints;
import cn.lianbing.platform.Marks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All blueprints. There are a few dozen at most. */
@Named
@RequestScoped
public class BlueprintsPage {
  @Inject Blueprints blueprints;
  private List<Blueprints.Row> rows;

  public List<Blueprints.Row> getRows() {
    if (rows == null) rows = blueprints.all();
    return rows;
  }

  public String marks(int tenths) {
    return Marks.text(tenths);
  }
}
