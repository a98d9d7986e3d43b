package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;

/** An option 选项; the key is the author's letter. */
public record Option(String key, String text) {
  @JsonbCreator
  public Option {}
}
