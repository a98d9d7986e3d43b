package cn.lianbing.audit.web;

import cn.lianbing.audit.AuditChain;
import cn.lianbing.audit.AuditEntries;
import cn.lianbing.audit.AuditEntry;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The audit log, and the proof that it is whole. */
@Named
@ViewScoped
public class LogPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String NAMES = "audit.action.";
  @Inject AuditEntries entries;
  @Inject AuditChain chain;
  @Inject CurrentUser user;
  @Inject PageTexts texts;
  private String action;
  private String actor;
  private Verified verified;
  private final LazyRows<AuditEntry> rows = new LazyRows<>(request -> entries.page(user.caller(), action, actor, request), AuditEntry::id);

  /** What a check found. {@code broken} is null where all is whole. */
  public record Verified(Long broken, long entries) implements Serializable {}

  /** An action to filter by. */
  public record Action(String code, String name) {}

  public void search() {
    verified = null;
  }

  public void verify() {
    long total = entries.page(user.caller(), null, null, new Page.Request(1, 1)).total();
    OptionalLong broken = chain.firstBroken();
    verified = new Verified(broken.isPresent() ? broken.getAsLong() : null, total);
  }

  public List<Action> getActions() {
    return texts.texts().keys(NAMES).stream().map(key -> new Action(key.substring(NAMES.length()), texts.get(key))).sorted(Comparator.comparing(Action::code)).toList();
  }

  /** An action without a name shows its code. */
  public String name(AuditEntry entry) {
    return texts.containsKey(NAMES + entry.action()) ? texts.get(NAMES + entry.action()) : entry.action();
  }

  public String subject(AuditEntry entry) {
    if (entry.subjectType() == null) return "";
    String key = "audit.subject." + entry.subjectType();
    String type = texts.containsKey(key) ? texts.get(key) : entry.subjectType();
    return "-".equals(entry.subjectId()) ? type : type + " " + entry.subjectId();
  }

  public String who(AuditEntry entry) {
    if (entry.actorId() != null) return entry.actorName();
    return texts.get("-".equals(entry.actorName()) ? "audit.log.nobody" : "audit.log.program");
  }

  public String time(AuditEntry entry) {
    return Times.textWithSeconds(entry.at().toInstant(ZoneOffset.UTC));
  }

  public LazyRows<AuditEntry> getRows() {
    return rows;
  }

  public Verified getVerified() {
    return verified;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  public String getActor() {
    return actor;
  }

  public void setActor(String actor) {
    this.actor = actor;
  }
}
