package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificateApplications;
import cn.lianbing.certificate.CertificateApplying;
import cn.lianbing.certificate.UnitHolders;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A unit applies for several: which certificate and unit, for whom, as what, and a last look. */
@Named
@ViewScoped
public class ApplyPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject CertificateApplying applying;
  @Inject CertificateApplications applications;
  @Inject UnitHolders holders;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private int stage = 1;
  private CertificateKind kind = CertificateKind.ENFORCEMENT;
  private Long unitId;
  private String category;
  private String duties;
  private List<Candidate> candidates = List.of();

  /** @param why not null where somebody cannot be chosen */
  public static final class Candidate implements Serializable {
    private static final long serialVersionUID = 1L;
    private final UnitHolders.Row row;
    private final String why;
    private boolean chosen;

    Candidate(UnitHolders.Row row, String why) {
      this.row = row;
      this.why = why;
    }

    public UnitHolders.Row getRow() {
      return row;
    }

    public String getWhy() {
      return why;
    }

    public boolean isChosen() {
      return chosen;
    }

    public void setChosen(boolean chosen) {
      this.chosen = chosen;
    }
  }

  @PostConstruct
  void begin() {
    if (user.caller().has("UNIT_ADMIN")) unitId = user.caller().unitId();
  }

  public void choosePeople() {
    messages.tried(() -> {
      if (unitId == null) throw cn.lianbing.platform.Invalid.field("unit", "required");
      List<Candidate> found = new ArrayList<>();
      for (UnitHolders.Row row : holders.rows(user.caller(), unitId)) found.add(new Candidate(row, why(row)));
      candidates = found;
      stage = 2;
    });
  }

  private String why(UnitHolders.Row row) {
    if (CertificateApplying.BARRED.contains(row.establishment())) return "certificate.apply.why.barred";
    if (applications.ofOfficer(row.officerId()).stream().anyMatch(one -> one.kind() == kind && !cn.lianbing.certificate.CertificateApplication.State.ENDED.contains(one.state()))) return "certificate.apply.why.open";
    if (kind == CertificateKind.ENFORCEMENT && row.state() != null && !holders.expiring(row)) return "certificate.apply.why.holds";
    if (kind == CertificateKind.SUPERVISION && row.supervision() != null) return "certificate.apply.why.holds";
    return null;
  }

  public void describe() {
    if (getChosen().isEmpty()) messages.refused("applications-none");
    else stage = 3;
  }

  public void back() {
    stage--;
  }

  public String apply() {
    String[] number = new String[1];
    if (!messages.tried(() -> number[0] = applying.draftBatch(user.caller(), kind, unitId, getChosen().stream().map(one -> one.getRow().officerId()).toList(), category, duties))) return null;
    messages.done("certificate.apply.done", number[0], getChosen().size());
    return "/staff/certificate/applications.xhtml?faces-redirect=true&state=DRAFT";
  }

  public List<Candidate> getChosen() {
    return candidates.stream().filter(Candidate::isChosen).toList();
  }

  public List<Candidate> getCandidates() {
    return candidates;
  }

  public boolean isAllowed() {
    return user.caller().has("UNIT_ADMIN");
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public int getStage() {
    return stage;
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

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getDuties() {
    return duties;
  }

  public void setDuties(String duties) {
    this.duties = duties;
  }
}
