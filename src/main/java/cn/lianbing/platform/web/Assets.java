package cn.lianbing.platform.web;

import cn.lianbing.platform.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our scripts and styles. The content's hash is part of them, so that a browser may keep a file for ever and never keeps an old one. */
@Named("assets")
@ApplicationScoped
public class Assets {
  @Inject ServletContext servlet;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  /** @param name a file in resources/app */
  public String url(String name) {
    return urls.computeIfAbsent(name, this::versioned);
  }

  private String versioned(String name) {
    String path = "/resources/app/" + name;
    try (InputStream file = servlet.getResourceAsStream(path)) {
      if (file == null) return servlet.getContextPath() + path;
      return servlet.getContextPath() + path + "?v=" + HexFormat.of().formatHex(Sha256.of(file.readAllBytes()), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
