package cn.lianbing.practice.web;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.BearerTokens;
import cn.lianbing.practice.PracticeTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The tokens that the drill page carries. */
@ApplicationScoped
public class PracticeTokenReader implements BearerTokens {
  @Inject PracticeTokens tokens;

  @Override
  public String prefix() {
    return PracticeTokens.PREFIX;
  }

  @Override
  public Optional<Caller> caller(String token, String address) {
    return tokens.read(token, address);
  }
}
