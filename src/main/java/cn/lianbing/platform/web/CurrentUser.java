package cn.lianbing.platform.web;

import cn.lianbing.platform.Caller;
import jakarta.enterprise.context.RequestScoped;

/** Who sends this request; sign-in and the token filter set it before anything else runs. */
@RequestScoped
public class CurrentUser {
  private Caller caller = Caller.anonymous(null);

  public Caller caller() {
    return caller;
  }

  public void is(Caller known) {
    caller = known;
  }
}
