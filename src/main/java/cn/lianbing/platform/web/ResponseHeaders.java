package cn.lianbing.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** What browsers may do with our answers: run no foreign script, frame nothing, keep nothing that is personal. */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class ResponseHeaders implements Filter {
  private static final String CSP = "Content-Security-Policy";
  private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; script-src 'self'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
    HttpServletRequest in = (HttpServletRequest) request;
    HttpServletResponse out = (HttpServletResponse) response;
    out.setHeader("X-Content-Type-Options", "nosniff");
    out.setHeader("X-Frame-Options", "DENY");
    out.setHeader("Referrer-Policy", "same-origin");
    out.setHeader(CSP, POLICY);
    String path = in.getServletPath();
    if (path.startsWith("/resources/")) out.setHeader("Cache-Control", in.getParameter("v") != null ? "public, max-age=31536000, immutable" : "no-cache");
    else if (!path.startsWith("/jakarta.faces.resource/")) out.setHeader("Cache-Control", "no-store");
    chain.doFilter(request, new OnePolicy(out));
  }

  /** PrimeFaces adds the same policy with a nonce. Browsers enforce every policy that they get, so its own has to replace ours. */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (CSP.equalsIgnoreCase(name)) setHeader(name, value);
      else super.addHeader(name, value);
    }
  }
}
