package cn.lianbing.platform.web;

import cn.lianbing.platform.Caller;
import java.util.Optional;

/** A kind of bearer token. Each kind has a prefix of its own, so that one look tells whose it is. */
public interface BearerTokens {
  String prefix();

  /** Whose token it is; empty when it is forged, ended or withdrawn. */
  Optional<Caller> caller(String token, String address);
}
