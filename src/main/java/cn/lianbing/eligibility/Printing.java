package cn.lianbing.eligibility;

import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Prints a kept check for whoever may see it. */
@ApplicationScoped
@Transactional
public class Printing {
  @PersistenceContext EntityManager store;
  @Inject KeptChecks kept;
  @Inject CheckSeals seals;
  @Inject Officers officers;
  @Inject ProgramSettings settings;
  @Inject Clock clock;

  /** A file and its name without the ending. */
  public record Sheet(String name, byte[] pdf) {}

  /** @param base how the caller reached the program, {@code http://host:port/path}: the code leads there where the operator gave no public address */
  public Sheet sheet(Caller caller, long id, String base, Texts texts) {
    KeptCheck check = kept.get(caller, id);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CheckSheet.print(check, officers.get(check.check().officerId()).idNumberMasked(), address(caller, id, base), store.find(StoredCheck.class, id).signature(), clock.instant(), texts, out);
    return new Sheet(texts.get("eligibility.sheet.title") + "-" + check.number(), out.toByteArray());
  }

  /** The public page that verifies a kept check. */
  public String address(Caller caller, long id, String base) {
    KeptCheck check = kept.get(caller, id);
    return settings.publicUrl().orElse(base) + "/public/eligibility/verify.xhtml?number=" + check.number() + "&token=" + URLEncoder.encode(kept.token(caller, id), StandardCharsets.UTF_8);
  }
}
