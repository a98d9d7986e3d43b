package cn.lianbing.authoring.web;

import cn.lianbing.bank.Topics;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The tree of topics, where administrators rename, move and merge. */
@Named
@ViewScoped
public class TopicsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Topics topics;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private transient List<Topics.Row> tree;
  private String from;
  private String topic;
  private boolean merge;

  public List<Topics.Row> getTree() {
    if (tree == null) tree = topics.tree();
    return tree;
  }

  public void choose(String path) {
    from = path;
    topic = path;
    merge = false;
  }

  public String move() {
    if (!messages.tried(() -> topics.move(user.caller(), from, topic, merge))) return null;
    messages.done("authoring.topics.moved", from, topic);
    return "/staff/authoring/topics.xhtml?faces-redirect=true";
  }

  public String remove(String path) {
    if (!messages.tried(() -> topics.remove(user.caller(), path))) return null;
    messages.done("authoring.topics.removed", path);
    return "/staff/authoring/topics.xhtml?faces-redirect=true";
  }

  public boolean isManager() {
    return user.caller().has("EXAM_ADMIN");
  }

  public String getFrom() {
    return from;
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public boolean isMerge() {
    return merge;
  }

  public void setMerge(boolean merge) {
    this.merge = merge;
  }
}
