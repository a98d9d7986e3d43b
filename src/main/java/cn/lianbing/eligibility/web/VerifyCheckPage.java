package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The public verification of a kept check by its number and token. */
@Named
@RequestScoped
public class VerifyCheckPage {
  @Inject KeptChecks kept;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String number;
  private String token;
  private KeptChecks.Verified found;
  private boolean missed;

  /** At once where the address has both, as the code on the paper does. */
  public void enter() {
    if (number != null && token != null) verify();
  }

  public void verify() {
    try {
      Optional<KeptChecks.Verified> one = kept.verify(number, token, user.caller().address());
      found = one.orElse(null);
      missed = one.isEmpty();
    } catch (Refused refused) {
      messages.refused(refused.code(), refused.arguments());
    }
  }

  public KeptChecks.Verified getFound() {
    return found;
  }

  public boolean isMissed() {
    return missed;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }
}
