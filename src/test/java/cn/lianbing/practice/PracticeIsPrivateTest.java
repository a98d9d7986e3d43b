package cn.lianbing.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nobody is ranked by practice: directions are ArchitectureTest's, what SQL says in plain text is looked for here. */
class PracticeIsPrivateTest {
  private static final Pattern TABLES = Pattern.compile("practice_(answer|card|choice)|PracticeCard");

  @Test
  void no_class_outside_of_practice_names_a_table_of_practice() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      List<Path> naming = files.filter(file -> file.toString().endsWith(".java") && !file.toString().replace('\\', '/').contains("/cn/lianbing/practice/")).filter(PracticeIsPrivateTest::names).toList();
      assertEquals(List.of(), naming);
    }
  }

  @Test
  void no_page_for_staff_shows_an_officers_practice() throws IOException {
    try (var files = Files.walk(Path.of("src/main/webapp/staff"))) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".xhtml")).filter(file -> text(file).contains("practicePage") || text(file).contains("bookPage") || text(file).contains("drillPage")).toList());
    }
  }

  @Test
  void the_page_says_so() {
    assertEquals(true, text(Path.of("src/main/webapp/officer/practice/practice.xhtml")).contains("#{text['practice.private']}"));
  }

  private static boolean names(Path file) {
    return TABLES.matcher(text(file)).find();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
