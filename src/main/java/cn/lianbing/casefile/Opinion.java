package cn.lianbing.casefile;

import cn.lianbing.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** One opinion of the supervision 监督意见: what a unit is to put right. It is sent with a letter, once. */
@Entity
@Table(name = "review_opinion")
public class Opinion {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "batch_id") private long batchId;
  @Column(name = "unit_id") private long unitId;
  @Column(name = "file_id") private Long fileId;
  private String item;
  private String wording;
  @Column(name = "given_on") private LocalDate givenOn;
  @Column(name = "letter_id") private Long letterId;
  @Column(name = "account_id") private Long accountId;
  @Version private int version;

  protected Opinion() {}

  Opinion(long batchId, long unitId, Long fileId, String item, String wording, LocalDate givenOn, Long accountId) {
    this.batchId = batchId;
    this.unitId = unitId;
    this.fileId = fileId;
    this.item = item;
    this.wording = wording;
    this.givenOn = givenOn;
    this.accountId = accountId;
  }

  void sendWith(SupervisionLetter letter) {
    demandUnsent();
    letterId = letter.id();
  }

  /** @throws Refused {@code opinion-sent} */
  void demandUnsent() {
    if (letterId != null) throw new Refused("opinion-sent");
  }

  public Long id() {
    return id;
  }

  public long batchId() {
    return batchId;
  }

  public long unitId() {
    return unitId;
  }

  public Long fileId() {
    return fileId;
  }

  public String item() {
    return item;
  }

  public String wording() {
    return wording;
  }

  public Long letterId() {
    return letterId;
  }
}
