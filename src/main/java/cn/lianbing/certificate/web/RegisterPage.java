package cn.lianbing.certificate.web;

import cn.lianbing.certificate.Authority;
import cn.lianbing.certificate.Certificate;
import cn.lianbing.certificate.Certificates;
import cn.lianbing.certificate.LargeChanges;
import cn.lianbing.certificate.RegisterImport;
import cn.lianbing.certificate.RegisterSearch;
import cn.lianbing.certificate.Step;
import cn.lianbing.certificate.StepData;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The register within the reader's reach, and steps with several at once. */
@Named
@ViewScoped
public class RegisterPage implements Serializable {
  private static final long serialVersionUID = 1L;
  /** What is worth doing with several; all else is looked at one by one. */
  private static final List<Step> MANY = List.of(Step.ANNUAL_CHECK, Step.CANCEL);
  @Inject Certificates certificates;
  @Inject LargeChanges changes;
  @Inject Units units;
  @Inject StepFormPage form;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String text;
  private Long unitId;
  private Certificate.State state;
  private CertificateKind kind;
  private boolean more;
  private List<RegisterSearch.Row> chosen = List.of();
  private final LazyRows<RegisterSearch.Row> rows = new LazyRows<>(this::found, RegisterSearch.Row::id);

  private Page<RegisterSearch.Row> found(Page.Request request) {
    RegisterSearch.Found found = certificates.search(user.caller(), new Certificates.Filter(text, unitId, state, kind), request);
    more = found.more();
    return new Page<>(found.items(), found.total(), found.page(), found.size());
  }

  public void search() {
    chosen = List.of();
    form.close();
  }

  /** @param name of the step */
  public void ask(String name) {
    List<CertificateKind> kinds = chosen.stream().map(RegisterSearch.Row::kind).distinct().toList();
    if (kinds.isEmpty()) messages.refused("certificates-none");
    else if (kinds.size() > 1) messages.refused("certificates-mixed");
    else form.open(Step.valueOf(name), kinds.get(0), List.of(Authority.SUPERVISION_ORGAN, Authority.ISSUER));
  }

  public void take() {
    LargeChanges.Outcome[] outcome = new LargeChanges.Outcome[1];
    if (!messages.tried(() -> outcome[0] = changes.take(user.caller(), chosen.stream().map(row -> new StepData.Target(row.id(), row.version())).toList(), form.data()))) return;
    if (outcome[0].changeId() != null) messages.done("certificate.register.asked", chosen.size());
    else messages.done("certificate.register.done", outcome[0].done());
    search();
  }

  public LazyRows<RegisterSearch.Row> getRows() {
    return rows;
  }

  public boolean isMore() {
    return more;
  }

  public boolean isDesk() {
    return RegisterImport.may(user.caller());
  }

  public List<Step> getSteps() {
    return MANY;
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public List<Certificate.State> getStates() {
    return Arrays.asList(Certificate.State.values());
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public List<RegisterSearch.Row> getChosen() {
    return chosen;
  }

  public void setChosen(List<RegisterSearch.Row> chosen) {
    this.chosen = chosen == null ? List.of() : chosen;
  }

  public boolean isNarrowed() {
    return text != null || unitId != null || state != null || kind != null;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public Certificate.State getState() {
    return state;
  }

  public void setState(Certificate.State state) {
    this.state = state;
  }

  public CertificateKind getKind() {
    return kind;
  }

  public void setKind(CertificateKind kind) {
    this.kind = kind;
  }
}
