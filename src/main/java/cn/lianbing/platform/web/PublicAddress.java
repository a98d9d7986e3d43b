package cn.lianbing.platform.web;

import cn.lianbing.platform.ProgramSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** What stands before a path of ours that leaves the program: in a calendar's address, on a printed slip. */
@RequestScoped
public class PublicAddress {
  @Inject ProgramSettings settings;
  @Inject HttpServletRequest request;

  /** As the operator set it, or else as this request came. */
  public String of(String path) {
    return settings.publicUrl().orElseGet(this::asked) + request.getContextPath() + path;
  }

  private String asked() {
    String url = request.getRequestURL().toString();
    int path = url.indexOf('/', url.indexOf("//") + 2);
    return path < 0 ? url : url.substring(0, path);
  }
}
