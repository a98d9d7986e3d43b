package cn.lianbing.platform.web;

import cn.lianbing.platform.Json;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Bodies of the API are read and written as {@link Json} does. */
@Provider
public class JsonMapping implements ContextResolver<Jsonb> {
  @Override
  public Jsonb getContext(Class<?> type) {
    return Json.BINDING;
  }
}
