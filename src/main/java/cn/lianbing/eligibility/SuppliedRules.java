package cn.lianbing.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Henan's rules as the program brings them: {@code henan.yaml}, which a legal officer can read. */
final class SuppliedRules {
  private SuppliedRules() {}

  static List<Criterion> of(CertificateKind kind) {
    try (InputStream in = SuppliedRules.class.getResourceAsStream("henan.yaml")) {
      List<?> all = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return all.stream().map(one -> (Map<?, ?>) one).filter(one -> ((List<?>) one.get("kinds")).contains(kind.name())).map(SuppliedRules::criterion).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Criterion criterion(Map<?, ?> one) {
    Map<?, ?> basis = (Map<?, ?>) one.get("basis");
    Map<String, String> parameters = new TreeMap<>();
    if (one.get("parameters") instanceof Map<?, ?> given) given.forEach((name, value) -> parameters.put(name.toString(), value.toString()));
    return new Criterion(text(one, "code"), text(one, "title"), text(one, "question"), new Criterion.Basis(text(basis, "law"), text(basis, "version"), text(basis, "article"), text(basis, "wording"), LocalDate.parse(text(basis, "validFrom")), null),
        Probe.valueOf(text(one, "probe")), parameters, Criterion.Decides.valueOf(text(one, "decides")), !Boolean.FALSE.equals(one.get("active")), Boolean.TRUE.equals(one.get("unverified")), text(one, "elsewhere"), text(one, "hint"));
  }

  private static String text(Map<?, ?> map, String key) {
    return map.get(key) == null ? null : map.get(key).toString();
  }
}
