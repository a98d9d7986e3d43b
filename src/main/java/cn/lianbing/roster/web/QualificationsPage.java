package cn.lianbing.roster.web;

import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.roster.Qualifications;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Qualifications and the files that show them, on whatever page; the page says of whom. */
@Named
@ViewScoped
public class QualificationsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Qualifications qualifications;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String title;
  private LocalDate issuedOn;
  private transient Part file;

  /** @param lecturerId 0 where they came with an application that nobody has decided */
  public List<Qualifications.Row> held(long lecturerId, long applicationId) {
    // Both 0 while Faces walks through a part of the page that is not shown.
    if (lecturerId == 0 && applicationId == 0) return List.of();
    return lecturerId > 0 ? qualifications.ofLecturer(user.caller(), lecturerId) : ofApplication(applicationId);
  }

  public List<Qualifications.Row> ofApplication(long applicationId) {
    return qualifications.ofApplication(user.caller(), applicationId);
  }

  public String add(long lecturerId, long applicationId) {
    boolean added = messages.tried(() -> {
      if (lecturerId > 0) qualifications.addToLecturer(user.caller(), lecturerId, title, issuedOn, AttachedFile.of("file", file));
      else qualifications.addToApplication(user.caller(), applicationId, title, issuedOn, AttachedFile.of("file", file));
    });
    if (!added) return null;
    title = null;
    issuedOn = null;
    file = null;
    messages.done("roster.qualification.added");
    // The page again under its own address, so that reloading it sends no file twice.
    return FacesContext.getCurrentInstance().getViewRoot().getViewId() + "?faces-redirect=true&includeViewParams=true";
  }

  public void remove(long id) {
    messages.tried(() -> qualifications.remove(user.caller(), id));
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public LocalDate getIssuedOn() {
    return issuedOn;
  }

  public void setIssuedOn(LocalDate issuedOn) {
    this.issuedOn = issuedOn;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
