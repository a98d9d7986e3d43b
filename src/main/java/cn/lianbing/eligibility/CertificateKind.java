package cn.lianbing.eligibility;

/** 《河南省行政执法证》, 《河南省行政执法监督证》. */
public enum CertificateKind { ENFORCEMENT, SUPERVISION }
