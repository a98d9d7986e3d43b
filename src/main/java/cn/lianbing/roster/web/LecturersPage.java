package cn.lianbing.roster.web;

import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.roster.Appointment;
import cn.lianbing.roster.LawField;
import cn.lianbing.roster.Lecturers;
import cn.lianbing.roster.RosterKeeping;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The roster within the reader's reach. */
@Named
@ViewScoped
public class LecturersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Lecturers lecturers;
  @Inject CurrentUser user;
  private String text;
  private LawField field;
  private Appointment.Source source;
  private Lecturers.Standing standing;
  private final LazyRows<Lecturers.Row> rows = new LazyRows<>(request -> lecturers.page(user.caller(), new Lecturers.Filter(text, field, source, standing), request), Lecturers.Row::id);

  public LazyRows<Lecturers.Row> getRows() {
    return rows;
  }

  /** How many terms end soon. */
  public long getEnding() {
    return lecturers.page(user.caller(), new Lecturers.Filter(null, null, null, Lecturers.Standing.ENDING), new Page.Request(1, 1)).total();
  }

  public boolean isKeeper() {
    return RosterKeeping.keeps(user.caller());
  }

  public boolean isFiltered() {
    return text != null || field != null || source != null || standing != null;
  }

  public LawField[] getAllFields() {
    return LawField.values();
  }

  public Appointment.Source[] getSources() {
    return Appointment.Source.values();
  }

  public Lecturers.Standing[] getStandings() {
    return Lecturers.Standing.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public LawField getField() {
    return field;
  }

  public void setField(LawField field) {
    this.field = field;
  }

  public Appointment.Source getSource() {
    return source;
  }

  public void setSource(Appointment.Source source) {
    this.source = source;
  }

  public Lecturers.Standing getStanding() {
    return standing;
  }

  public void setStanding(Lecturers.Standing standing) {
    this.standing = standing;
  }
}
