package cn.lianbing.roster.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.roster.LawField;
import cn.lianbing.roster.LecturerCards;
import cn.lianbing.roster.LecturerData;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the pages ask of a lecturer, as people type it: topics one a line. */
public class LecturerForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private String name;
  private String employer;
  private String post;
  private String email;
  private String phone;
  private String about;
  private String loadLimit;
  private String topics;
  private Map<String, Boolean> fields = new LinkedHashMap<>();

  public LecturerForm() {}

  LecturerForm(LecturerCards.Card card) {
    name = card.row().name();
    employer = card.row().inside() ? null : card.row().unitName();
    post = card.row().title();
    email = card.email();
    phone = card.phone();
    about = card.about();
    loadLimit = card.row().loadLimit() == null ? null : card.row().loadLimit().toString();
    topics = String.join("\n", card.topics());
    card.fields().forEach(field -> fields.put(field.name(), true));
  }

  LecturerData data() {
    if (loadLimit != null && !loadLimit.strip().matches("\\d{1,5}")) throw Invalid.field("loadLimit", "lecturer.loadLimit", 300);
    List<LawField> chosen = Arrays.stream(LawField.values()).filter(field -> Boolean.TRUE.equals(fields.get(field.name()))).toList();
    return new LecturerData(name, employer, post, email, phone, about, loadLimit == null ? null : Integer.valueOf(loadLimit.strip()), chosen, topics == null ? List.of() : List.of(topics.split("[\\r\\n;；、]+")));
  }

  public LawField[] getAllFields() {
    return LawField.values();
  }

  public Map<String, Boolean> getFields() {
    return fields;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmployer() {
    return employer;
  }

  public void setEmployer(String employer) {
    this.employer = employer;
  }

  public String getPost() {
    return post;
  }

  public void setPost(String post) {
    this.post = post;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getAbout() {
    return about;
  }

  public void setAbout(String about) {
    this.about = about;
  }

  public String getLoadLimit() {
    return loadLimit;
  }

  public void setLoadLimit(String loadLimit) {
    this.loadLimit = loadLimit;
  }

  public String getTopics() {
    return topics;
  }

  public void setTopics(String topics) {
    this.topics = topics;
  }
}
