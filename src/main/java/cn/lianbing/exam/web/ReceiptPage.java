package cn.lianbing.exam.web;

import cn.lianbing.exam.HandInCheck;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a receipt proves 交卷回执核验; for whoever holds it, without a sign-in. */
@Named
@RequestScoped
public class ReceiptPage {
  @Inject HandInCheck check;
  private String receipt;
  private String code;
  private HandInCheck.Proof proof;

  /** A form that sends by GET, and the QR code: both are this address. */
  public void look() {
    if (asked()) proof = check.verify(receipt, code.strip()).orElse(null);
  }

  private boolean asked() {
    return receipt != null && !receipt.isBlank() && code != null && !code.isBlank();
  }

  public boolean isUnknown() {
    return asked() && proof == null;
  }

  public HandInCheck.Proof getProof() {
    return proof;
  }

  public String getReceipt() {
    return receipt;
  }

  public void setReceipt(String receipt) {
    this.receipt = receipt;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** Where the form goes: this page, without parameters. */
  public String getAddress() {
    var faces = FacesContext.getCurrentInstance().getExternalContext();
    return faces.getRequestContextPath() + faces.getRequestServletPath();
  }
}
