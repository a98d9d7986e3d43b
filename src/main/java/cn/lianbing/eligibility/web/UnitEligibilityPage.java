package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.Check;
import cn.lianbing.eligibility.UnitEligibility;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A unit's list: how everybody in service stands, and what is lacking most. */
@Named
@ViewScoped
public class UnitEligibilityPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject UnitEligibility unitEligibility;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String text;
  private Long unitId;
  private CertificateKind kind = CertificateKind.ENFORCEMENT;
  private LocalDate on;
  private Check.Verdict verdict;
  private String lacking;
  private String refusal;
  private transient UnitEligibility.Summary found;
  private final LazyRows<UnitEligibility.Row> rows = new LazyRows<>(this::page, UnitEligibility.Row::officerId);

  @PostConstruct
  void begin() {
    on = clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  public void search() {
    found = null;
  }

  private Page<UnitEligibility.Row> page(Page.Request request) {
    List<UnitEligibility.Row> all = getFound() == null ? List.of() : found.rows();
    int from = Math.min(all.size(), request.offset());
    return new Page<>(all.subList(from, Math.min(all.size(), from + request.size())), all.size(), request.page(), request.size());
  }

  /** Null where it was refused. */
  public UnitEligibility.Summary getFound() {
    if (found != null || on == null) return found;
    refusal = null;
    try {
      found = unitEligibility.of(user.caller(), new UnitEligibility.Filter(unitId, text, kind, on, verdict, lacking));
    } catch (Refused refused) {
      refusal = texts.texts().of("refused." + refused.code(), refused.arguments());
    }
    return found;
  }

  public long count(String name) {
    return getFound() == null ? 0 : found.verdicts().getOrDefault(Check.Verdict.valueOf(name), 0L);
  }

  /** What is lacking, the most frequent first. */
  public List<Map.Entry<String, Long>> getLacks() {
    return getFound() == null ? List.of() : found.lacks().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).toList();
  }

  /** The same as a file. */
  public String getExport() {
    return "/staff/eligibility/file?what=list&kind=" + kind + "&on=" + on + (unitId == null ? "" : "&unit=" + unitId) + (verdict == null ? "" : "&verdict=" + verdict) + of("q", text) + of("lacking", lacking);
  }

  private static String of(String name, String value) {
    return value == null || value.isBlank() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public LazyRows<UnitEligibility.Row> getRows() {
    return rows;
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  public Check.Verdict[] getVerdicts() {
    return Check.Verdict.values();
  }

  public String getRefusal() {
    return refusal;
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

  public CertificateKind getKind() {
    return kind;
  }

  public void setKind(CertificateKind kind) {
    this.kind = kind;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public Check.Verdict getVerdict() {
    return verdict;
  }

  public void setVerdict(Check.Verdict verdict) {
    this.verdict = verdict;
  }

  public String getLacking() {
    return lacking;
  }

  public void setLacking(String lacking) {
    this.lacking = lacking;
  }
}
