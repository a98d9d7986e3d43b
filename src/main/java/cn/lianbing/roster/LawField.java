package cn.lianbing.roster;

/** Fields 领域 that a lecturer speaks on: the general law of enforcement, then the trades. Topics are free text; these are for filters and figures. */
public enum LawField {
  GENERAL, SERVICE, PENALTY, REVIEW, FORCE, DOCUMENTS, MARKET, EMERGENCY, AGRICULTURE, TRANSPORT, ENVIRONMENT, URBAN, CULTURE, LAND, HEALTH, WORK
}
