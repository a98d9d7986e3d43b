package cn.lianbing.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which Java method stands behind an operation of the API. Payara asks the filter of the contract outside of CDI, so they are kept here. */
@ApplicationScoped
public class ContractMethods {
  private static final Map<String, Method> METHODS = new ConcurrentHashMap<>();

  void collect(@Observes Startup startup, BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path path = bean.getBeanClass().getAnnotation(Path.class);
      if (path != null) for (Method method : bean.getBeanClass().getDeclaredMethods()) verb(method).ifPresent(verb -> METHODS.put(verb + plain(path.value() + "/" + own(method)), method));
    }
  }

  /** @param path behind the base of the API, {@code /exams/{id}} */
  static Optional<Method> of(String verb, String path) {
    return Optional.ofNullable(METHODS.get(verb + plain(path)));
  }

  private static Optional<String> verb(Method method) {
    for (Annotation one : method.getAnnotations()) if (one.annotationType().isAnnotationPresent(HttpMethod.class)) return Optional.of(one.annotationType().getAnnotation(HttpMethod.class).value());
    return Optional.empty();
  }

  private static String own(Method method) {
    return method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
  }

  private static String plain(String path) {
    return ("/" + path).replaceAll("/+", "/").replaceAll("/$", "");
  }
}
