package cn.lianbing.people.web;

import cn.lianbing.people.SessionTokens;
import cn.lianbing.people.SignedInPeople;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.BearerTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The tokens that {@code POST /session} hands out. */
@ApplicationScoped
public class SessionTokenReader implements BearerTokens {
  @Inject SignedInPeople people;

  @Override
  public String prefix() {
    return SessionTokens.PREFIX;
  }

  @Override
  public Optional<Caller> caller(String token, String address) {
    return people.caller(token, address);
  }
}
