package cn.lianbing.bank;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Sha256;
import cn.lianbing.platform.StartRefused;
import cn.lianbing.platform.UtcColumn;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Loads the question files at start. A file whose bytes are those of the last start is not even parsed. */
@ApplicationScoped
@Transactional
public class QuestionFiles {
  /** The files in folders cite laws that the others name. */
  private static final Comparator<Path> LAWS_FIRST = Comparator.comparing(Path::getNameCount).thenComparing(Comparator.naturalOrder());
  @Inject ProgramSettings settings;
  @Inject ItemImport itemImport;
  @Inject Citations citations;
  @Inject ItemSearch search;
  @Inject Clock clock;
  @PersistenceContext EntityManager store;

  void load(@Observes @Priority(40) Startup startup) {
    loadAll();
    citations.complete();
    search.complete();
  }

  private void loadAll() {
    Path folder = settings.questionBank().orElse(null);
    if (folder == null || !Files.isDirectory(folder)) return;
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted(LAWS_FIRST).toList()) load(folder.relativize(file).toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(String name, byte[] bytes) {
    String setting = "bank.file." + name;
    String hash = HexFormat.of().formatHex(Sha256.of(bytes));
    List<?> stored = store.createNativeQuery("select value from setting where name = ?1").setParameter(1, setting).getResultList();
    if (stored.contains(hash)) return;
    ImportReport report = itemImport.file(Caller.system(), ItemFile.yaml(bytes), false);
    if (!report.clean()) {
      ImportReport.Error first = report.errors().get(0);
      throw new StartRefused("start.questionFile", name, first.row(), first.field());
    }
    store.createNativeQuery("replace into setting (name, value, source, updated_at) values (?1, ?2, 'question-bank', ?3)").setParameter(1, setting).setParameter(2, hash).setParameter(3, UtcColumn.of(clock.instant())).executeUpdate();
    // What is stored is not looked at again with each flush for the next file.
    store.flush();
    store.clear();
  }
}
