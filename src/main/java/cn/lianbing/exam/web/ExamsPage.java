package cn.lianbing.exam.web;

import cn.lianbing.exam.Exams;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The exams that the reader holds or may watch: staff/exam/exams.xhtml. */
@Named
@ViewScoped
public class ExamsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Exams exams;
  @Inject CurrentUser user;
  private final LazyRows<Exams.Row> rows = new LazyRows<>(request -> exams.held(user.caller(), request), Exams.Row::id);
  private transient List<Exams.Row> attended;

  public LazyRows<Exams.Row> getRows() {
    return rows;
  }

  /** Exams of others that the own people sit. */
  public List<Exams.Row> getAttended() {
    if (attended == null) attended = exams.attended(user.caller());
    return attended;
  }

  public boolean isManager() {
    return user.caller().hasAny("EXAM_ADMIN", "UNIT_ADMIN");
  }
}
