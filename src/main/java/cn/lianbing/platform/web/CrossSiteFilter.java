package cn.lianbing.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Refuses requests that change something when the browser says that another site sent them. */
@WebFilter(urlPatterns = "*.xhtml", asyncSupported = true)
public class CrossSiteFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
    HttpServletRequest in = (HttpServletRequest) request;
    if (!in.getMethod().equals("GET") && !in.getMethod().equals("HEAD") && foreign(in)) ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
    else chain.doFilter(request, response);
  }

  private static boolean foreign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) return !site.equals("same-origin") && !site.equals("none");
    String origin = request.getHeader("Origin");
    if (origin == null) return false;
    try {
      String host = URI.create(origin).getAuthority();
      return host == null || !host.equals(request.getHeader("Host"));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
