package cn.lianbing.certificate;

/** Who decides a step; whoever records it is another matter. */
public enum Authority {
  /** the officer */
  HOLDER,
  /** 所在行政执法机关 */
  OWN_ORGAN,
  /** 机构编制管理机关 */
  ESTABLISHMENT_OFFICE,
  /** 本级人民政府行政执法监督机构: the bureau of justice */
  SUPERVISION_ORGAN,
  /** 相关部门, 河南省优化营商环境条例 article 85 */
  COMPETENT_DEPARTMENT,
  /** 本级人民政府 */
  GOVERNMENT,
  /** 上级人民政府的法制机构 */
  HIGHER_LEGAL_ORGAN,
  /** 发证机关: the province */
  ISSUER
}
