package cn.lianbing.exchange;

import java.util.Locale;

/** How a version of QTI spells what all of them have: assessmentItem and responseIdentifier, or qti-assessment-item and response-identifier. */
enum QtiDialect {
  V21("http://www.imsglobal.org/xsd/imsqti_v2p1", "http://www.imsglobal.org/xsd/imscp_v1p1", "QTIv2.1 Package", "1.0.0", "imsqti_item_xmlv2p1", "http://www.imsglobal.org/question/qti_v2p1/rptemplates/", ""),
  V30("http://www.imsglobal.org/xsd/imsqtiasi_v3p0", "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "QTI Package", "3.0.0", "imsqti_item_xmlv3p0", "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/", ".xml");

  final String items;
  final String manifest;
  final String schema;
  final String schemaVersion;
  final String resource;
  private final String templates;
  private final String templateEnding;

  QtiDialect(String items, String manifest, String schema, String schemaVersion, String resource, String templates, String templateEnding) {
    this.items = items;
    this.manifest = manifest;
    this.schema = schema;
    this.schemaVersion = schemaVersion;
    this.resource = resource;
    this.templates = templates;
    this.templateEnding = templateEnding;
  }

  /** @param name as version 2.1 has it */
  String element(String name) {
    return this == V21 ? name : "qti-" + kebab(name);
  }

  String attribute(String name) {
    return this == V21 ? name : kebab(name);
  }

  /** @param name match_correct or map_response */
  String template(String name) {
    return templates + name + templateEnding;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The one name that an element or attribute has in all versions: without qti-, hyphens and capitals. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^qti-", "").replace("-", "");
  }
}
