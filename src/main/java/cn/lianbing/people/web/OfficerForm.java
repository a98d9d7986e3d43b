package cn.lianbing.people.web;

import cn.lianbing.people.Officer;
import cn.lianbing.people.PeopleAdministration;
import java.io.Serializable;

/** What the page of an officer asks for. */
public class OfficerForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private String name;
  private Long unitId;
  private String idNumber;
  private Officer.Establishment establishment;
  private Officer.Education education;
  private String post;
  private String phone;
  private Officer.State state = Officer.State.ACTIVE;

  OfficerForm() {}

  OfficerForm(Officer officer) {
    name = officer.name();
    unitId = officer.unitId();
    establishment = officer.establishment();
    education = officer.education();
    post = officer.post();
    phone = officer.phone();
    state = officer.state();
  }

  PeopleAdministration.OfficerData data() {
    return new PeopleAdministration.OfficerData(unitId, name, idNumber, establishment, education, post, phone, state);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public String getIdNumber() {
    return idNumber;
  }

  public void setIdNumber(String idNumber) {
    this.idNumber = idNumber;
  }

  public Officer.Establishment getEstablishment() {
    return establishment;
  }

  public void setEstablishment(Officer.Establishment establishment) {
    this.establishment = establishment;
  }

  public Officer.Education getEducation() {
    return education;
  }

  public void setEducation(Officer.Education education) {
    this.education = education;
  }

  public String getPost() {
    return post;
  }

  public void setPost(String post) {
    this.post = post;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public Officer.State getState() {
    return state;
  }

  public void setState(Officer.State state) {
    this.state = state;
  }
}
