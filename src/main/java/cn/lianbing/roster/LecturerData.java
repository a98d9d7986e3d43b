package cn.lianbing.roster;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Invalid.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a form says of a lecturer, checked and trimmed.
 *
 * @param name      of somebody from outside; an officer's own name is taken otherwise
 * @param employer  of somebody from outside
 * @param about     a few sentences for whoever announces the session
 * @param loadLimit sessions a year; null: none
 */
public record LecturerData(String name, String employer, String post, String email, String phone, String about, Integer loadLimit, List<LawField> fields, List<String> topics) {
  static final int TOPICS = 20;
  static final int TOPIC_LENGTH = 60;
  static final int MOST_SESSIONS = 300;

  public LecturerData {
    name = trimmed(name);
    employer = trimmed(employer);
    post = trimmed(post);
    email = trimmed(email);
    phone = trimmed(phone);
    about = trimmed(about);
    fields = fields == null ? List.of() : fields.stream().distinct().sorted().toList();
    LinkedHashSet<String> plain = new LinkedHashSet<>();
    if (topics != null) topics.stream().map(LecturerData::trimmed).filter(topic -> topic != null).forEach(plain::add);
    topics = List.copyOf(plain);
  }

  /** @throws Invalid with every field that is wrong */
  void check(boolean outside) {
    List<Violation> wrong = new ArrayList<>();
    if (outside && name == null) wrong.add(Violation.of("name", "required"));
    if (outside && employer == null) wrong.add(Violation.of("employer", "required"));
    length(wrong, "name", name, 60);
    length(wrong, "employer", employer, 100);
    length(wrong, "post", post, 100);
    length(wrong, "about", about, 1000);
    if (email != null && !email.matches("[^\\s@<>,;\"]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20}")) wrong.add(Violation.of("email", "lecturer.email"));
    if (phone != null && !phone.matches("[0-9+\\- ]{5,30}")) wrong.add(Violation.of("phone", "phone"));
    if (loadLimit != null && (loadLimit < 1 || loadLimit > MOST_SESSIONS)) wrong.add(Violation.of("loadLimit", "lecturer.loadLimit", MOST_SESSIONS));
    if (fields.isEmpty() && topics.isEmpty()) wrong.add(Violation.of("topics", "lecturer.topics.none"));
    if (topics.size() > TOPICS) wrong.add(Violation.of("topics", "lecturer.topics.many", TOPICS));
    if (topics.stream().anyMatch(topic -> topic.length() > TOPIC_LENGTH)) wrong.add(Violation.of("topics", "lecturer.topics.long", TOPIC_LENGTH));
    if (!wrong.isEmpty()) throw new Invalid(wrong);
  }

  private static void length(List<Violation> wrong, String field, String text, int most) {
    if (text != null && text.length() > most) wrong.add(Violation.of(field, "tooLong", most));
  }

  private static String trimmed(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
