package cn.lianbing.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** An enforcement officer 执法人员, with what eligibility for a certificate will ask. */
@Entity
@Table(name = "officer")
public class Officer {
  public enum Sex { MALE, FEMALE }

  public enum State { ACTIVE, SECONDED, RETIRED, LEFT }

  /** Kind of establishment 编制类型. 河南省行政执法条例 (2016) article 20 bars the last three from a certificate. */
  public enum Establishment { ADMINISTRATIVE, CIVIL_SERVANT_LIKE, INSTITUTION, MANUAL_WORKER, CONTRACT, TEMPORARY }

  public enum Education { SECONDARY, COLLEGE, BACHELOR, MASTER, DOCTOR }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "unit_id") private Long unitId;
  private String name;
  @Column(name = "id_number_cipher") private byte[] idNumberCipher;
  @Column(name = "id_number_index") private byte[] idNumberIndex;
  @Column(name = "id_number_masked") private String idNumberMasked;
  @Enumerated(EnumType.STRING) private Sex sex;
  @Column(name = "birth_date") private LocalDate birthDate;
  @Enumerated(EnumType.STRING) private Establishment establishment;
  @Enumerated(EnumType.STRING) private Education education;
  private String post;
  private String phone;
  @Enumerated(EnumType.STRING) private State state = State.ACTIVE;
  @Version private int version;

  protected Officer() {}

  Officer(Unit unit, String name, Establishment establishment) {
    this.unitId = unit.id();
    this.name = name;
    this.establishment = establishment;
  }

  /** Sex and birth date follow from the number. */
  void identify(IdNumber number, IdNumberVault vault) {
    idNumberCipher = vault.encrypt(number);
    idNumberIndex = vault.index(number);
    idNumberMasked = number.masked();
    sex = number.sex();
    birthDate = number.birthDate();
  }

  void describe(String newName, Establishment newEstablishment, Education newEducation, String newPost, String newPhone) {
    name = newName;
    establishment = newEstablishment;
    education = newEducation;
    post = newPost;
    phone = newPhone;
  }

  void moveTo(Unit unit) {
    unitId = unit.id();
  }

  void become(State newState) {
    state = newState;
  }

  public Long id() {
    return id;
  }

  public Long unitId() {
    return unitId;
  }

  public String name() {
    return name;
  }

  public String idNumberMasked() {
    return idNumberMasked;
  }

  byte[] idNumberIndex() {
    return idNumberIndex;
  }

  public Sex sex() {
    return sex;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  public Establishment establishment() {
    return establishment;
  }

  public Education education() {
    return education;
  }

  public String post() {
    return post;
  }

  public String phone() {
    return phone;
  }

  public State state() {
    return state;
  }
}
