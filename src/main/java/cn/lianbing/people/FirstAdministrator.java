package cn.lianbing.people;

import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** A production program without any account makes the first: {@code admin} with a one-time password that the launcher prints. */
@ApplicationScoped
@Transactional
public class FirstAdministrator {
  /** The published password of the demo; no account may have it elsewhere. */
  static final String DEMO_PASSWORD = "Lianbing-2026";
  @Inject Accounts accounts;
  @Inject Units units;
  @Inject Passwords passwords;
  @Inject ProgramSettings settings;
  @Inject Clock clock;

  void prepare(@Observes @Priority(20) Startup startup) {
    if (settings.demo()) return;
    // Data that was made as a demo must not be served with its published password.
    accounts.byUsername("admin").filter(admin -> passwords.matches(DEMO_PASSWORD, admin.passwordHash())).ifPresent(admin -> {
      throw new cn.lianbing.platform.StartRefused("start.demoData");
    });
    if (!accounts.isEmpty()) return;
    String given = settings.firstAdministratorPassword().orElse(null);
    if (DEMO_PASSWORD.equals(given)) throw new cn.lianbing.platform.StartRefused("start.demoPassword");
    String password = given != null ? given : passwords.random();
    Unit root = units.byCode("411203").orElseGet(() -> units.add(new Unit("411203", "陕州区", Unit.Kind.DISTRICT, 0), null));
    accounts.add(new Account("admin", "系统管理员", root, Set.of(Role.SYSTEM_ADMIN, Role.EXAM_ADMIN), passwords.hash(password), clock.instant()));
    if (given == null) System.setProperty("lianbing.firstPassword", password);
  }
}
