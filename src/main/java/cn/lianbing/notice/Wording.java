package cn.lianbing.notice;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.Texts;

/** A notice's sentences. Arguments are put in as they are and never looked into, so that what somebody typed cannot become a pattern. */
record Wording(String title, String body) {

  static Wording of(Texts texts, String kind, String storedArgs) {
    Object[] args = Json.list(storedArgs, String[].class).toArray();
    return new Wording(texts.of("notice." + kind + ".title", args), texts.of("notice." + kind + ".body", args));
  }
}
