package cn.lianbing.exam.web;

import cn.lianbing.exam.AttemptTokens;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.BearerTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The tokens that the exam page carries. */
@ApplicationScoped
public class AttemptTokenReader implements BearerTokens {
  @Inject AttemptTokens tokens;

  @Override
  public String prefix() {
    return AttemptTokens.PREFIX;
  }

  @Override
  public Optional<Caller> caller(String token, String address) {
    return tokens.read(token, address);
  }
}
