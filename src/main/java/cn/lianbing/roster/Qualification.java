package cn.lianbing.roster;

import cn.lianbing.platform.Attachment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What somebody is qualified by, with the file that shows it, whose content lies apart. It comes with an application or is added later. */
@Entity
@Table(name = "lecturer_qualification")
public class Qualification {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "lecturer_id") private Long lecturerId;
  @Column(name = "application_id") private Long applicationId;
  private String title;
  @Column(name = "issued_on") private LocalDate issuedOn;
  @Column(name = "file_name") private String fileName;
  @Column(name = "file_type") private String fileType;
  @Column(name = "file_size") private Integer fileSize;
  @Column(name = "created_at") private Instant createdAt;

  protected Qualification() {}

  /** @param file null where there is none */
  Qualification(Long lecturerId, Long applicationId, String title, LocalDate issuedOn, Attachment file, Instant now) {
    this.lecturerId = lecturerId;
    this.applicationId = applicationId;
    this.title = title;
    this.issuedOn = issuedOn;
    this.createdAt = now;
    if (file == null) return;
    fileName = file.name();
    fileType = file.type();
    fileSize = file.content().length;
  }

  /** An approved application's qualifications are the lecturer's. */
  void belongsTo(long newLecturerId) {
    lecturerId = newLecturerId;
  }

  public Long id() {
    return id;
  }

  Long lecturerId() {
    return lecturerId;
  }

  Long applicationId() {
    return applicationId;
  }

  public String title() {
    return title;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  /** Null where there is no file. */
  public String fileName() {
    return fileName;
  }

  public String fileType() {
    return fileType;
  }

  public Integer fileSize() {
    return fileSize;
  }
}
