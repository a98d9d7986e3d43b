package cn.lianbing.bank;

/** A topic and all below it have another path; whoever stored paths follows. */
public record TopicMoved(String from, String to) {
  /** Where a path is now. */
  public String of(String path) {
    if (path == null) return null;
    return path.equals(from) ? to : path.startsWith(from + "/") ? to + path.substring(from.length()) : path;
  }
}
