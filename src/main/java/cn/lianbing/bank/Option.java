package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/** An option 选项; the key is the author's letter. */
public record Option(String key, String text) implements Serializable {
  @JsonbCreator
  public Option {}
}
