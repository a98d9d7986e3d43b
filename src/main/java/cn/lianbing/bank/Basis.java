package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * The article that decides an answer.
 *
 * @param quote the shortest phrase of the article that decides it
 */
public record Basis(String law, String version, int article, String quote) implements Serializable {
  @JsonbCreator
  public Basis {}
}
