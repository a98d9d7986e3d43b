package cn.lianbing.eligibility;

/** 河南省行政执法证件管理办法 (Order 180 of 2017) article 3 knows these two. */
public enum CertificateKind {
  /** 《河南省行政执法证》 */
  ENFORCEMENT,
  /** 《河南省行政执法监督证》 */
  SUPERVISION
}
