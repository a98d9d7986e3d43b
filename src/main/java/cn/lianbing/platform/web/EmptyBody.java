package cn.lianbing.platform.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.PushbackInputStream;

/** No body at all is null, which each resource answers in its own words, rather than unreadable JSON. */
@Provider
public class EmptyBody implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    PushbackInputStream body = new PushbackInputStream(context.getInputStream());
    int first = body.read();
    if (first < 0) return null;
    body.unread(first);
    context.setInputStream(body);
    return context.proceed();
  }
}
