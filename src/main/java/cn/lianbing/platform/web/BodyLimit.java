package cn.lianbing.platform.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bodies have an end: a client that sends without one costs a bounded amount of memory. */
@Provider
@Priority(500)
public class BodyLimit implements ContainerRequestFilter {
  private static final long JSON = 512 * 1024;
  private static final long UPLOAD = 21L * 1024 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    long limit = type != null && type.getType().equals("multipart") ? UPLOAD : JSON;
    if (request.getLength() > limit) throw new WebApplicationException(413);
    if (request.hasEntity()) request.setEntityStream(new Bounded(request.getEntityStream(), limit));
  }

  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long limit) {
      super(in);
      left = limit;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) count(1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = super.read(into, offset, length);
      if (some > 0) count(some);
      return some;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) throw new WebApplicationException(413);
    }
  }
}
