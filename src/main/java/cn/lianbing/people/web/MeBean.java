package cn.lianbing.people.web;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code #{me}} in pages: who looks. */
@Named("me")
@RequestScoped
public class MeBean {
  @Inject CurrentUser user;
  @Inject Units units;
  @Inject PageTexts texts;

  public boolean isSignedIn() {
    return caller().accountId() != null;
  }

  public String getName() {
    return caller().name();
  }

  public String getInitial() {
    return caller().name().substring(0, 1);
  }

  public String getUnitName() {
    return caller().unitId() == null ? "" : units.get(caller().unitId()).name();
  }

  public Set<String> getRoles() {
    return caller().roles();
  }

  public String getRoleNames() {
    return caller().roles().stream().sorted().map(role -> texts.name("people.role", role)).collect(Collectors.joining("、"));
  }

  public boolean has(String role) {
    return caller().has(role);
  }

  /** Any role beside OFFICER. */
  public boolean isStaff() {
    return caller().roles().stream().anyMatch(role -> !role.equals("OFFICER"));
  }

  private Caller caller() {
    return user.caller();
  }
}
