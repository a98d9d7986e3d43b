package cn.lianbing.certificate.web;

import cn.lianbing.certificate.Authority;
import cn.lianbing.certificate.CertificateApplication;
import cn.lianbing.certificate.CertificateApplications;
import cn.lianbing.certificate.CertificateApplying;
import cn.lianbing.certificate.Step;
import cn.lianbing.certificate.StepData;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The desk of each stage: what waits there, and passing on one or many. */
@Named
@ViewScoped
public class CertificateApplicationsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<CertificateApplication.State, Step> USUAL = Map.of(CertificateApplication.State.DRAFT, Step.SUBMIT, CertificateApplication.State.SUBMITTED, Step.UNIT_PASS, CertificateApplication.State.UNIT_PASSED, Step.ESTABLISHMENT_PASS, CertificateApplication.State.ESTABLISHED, Step.BUREAU_PASS,
      CertificateApplication.State.APPROVED, Step.PUBLISH, CertificateApplication.State.PUBLISHED, Step.SEND, CertificateApplication.State.MADE, Step.ISSUE);
  @Inject CertificateApplications applications;
  @Inject CertificateApplying applying;
  @Inject Units units;
  @Inject StepFormPage form;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private CertificateApplication.State state;
  private CertificateKind kind;
  private Long unitId;
  private String text;
  private List<CertificateApplications.Row> chosen = List.of();
  private transient Map<CertificateApplication.State, Long> stages;
  private final LazyRows<CertificateApplications.Row> rows = new LazyRows<>(request -> applications.page(user.caller(), new CertificateApplications.Filter(state, kind, unitId, text, false), request), CertificateApplications.Row::id);

  /** The step that brings this stage's applications on, where the reader may take it; else null. */
  public Step getStep() {
    Step step = state == null ? null : USUAL.get(state);
    return step != null && user.caller().hasAny(step.roles().stream().filter(role -> !role.equals("OFFICER")).toArray(String[]::new)) ? step : null;
  }

  public void ask() {
    List<CertificateKind> kinds = chosen.stream().map(CertificateApplications.Row::kind).distinct().toList();
    if (kinds.isEmpty()) messages.refused("applications-none");
    else form.open(getStep(), kinds.get(0), authorities(user.caller()));
  }

  private static List<Authority> authorities(Caller caller) {
    return caller.has("SUPERVISOR") ? List.of(Authority.SUPERVISION_ORGAN, Authority.ESTABLISHMENT_OFFICE, Authority.ISSUER) : List.of(Authority.OWN_ORGAN);
  }

  public void take() {
    int many = chosen.size();
    if (!messages.tried(() -> applying.takeMany(user.caller(), chosen.stream().map(row -> new StepData.Target(row.id(), row.version())).toList(), form.data()))) return;
    messages.done("certificate.applications.done", many);
    search();
  }

  public void search() {
    chosen = List.of();
    stages = null;
    form.close();
  }

  public List<CertificateApplication.State> getWay() {
    return List.of(CertificateApplication.State.DRAFT, CertificateApplication.State.SUBMITTED, CertificateApplication.State.UNIT_PASSED, CertificateApplication.State.ESTABLISHED, CertificateApplication.State.APPROVED, CertificateApplication.State.PUBLISHED, CertificateApplication.State.OBJECTED, CertificateApplication.State.SENT, CertificateApplication.State.MADE);
  }

  public long waiting(CertificateApplication.State stage) {
    if (stages == null) stages = applications.stages(user.caller());
    return stages.getOrDefault(stage, 0L);
  }

  public LazyRows<CertificateApplications.Row> getRows() {
    return rows;
  }

  public boolean isUnit() {
    return user.caller().has("UNIT_ADMIN");
  }

  public boolean isDesk() {
    return user.caller().has("SUPERVISOR");
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public CertificateApplication.State[] getStates() {
    return CertificateApplication.State.values();
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public List<CertificateApplications.Row> getChosen() {
    return chosen;
  }

  public void setChosen(List<CertificateApplications.Row> chosen) {
    this.chosen = chosen == null ? List.of() : chosen;
  }

  public CertificateApplication.State getState() {
    return state;
  }

  public void setState(CertificateApplication.State state) {
    this.state = state;
  }

  public CertificateKind getKind() {
    return kind;
  }

  public void setKind(CertificateKind kind) {
    this.kind = kind;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
