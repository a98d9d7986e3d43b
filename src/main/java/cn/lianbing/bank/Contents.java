package cn.lianbing.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that item versions say but their keys, for results that a hall of people looks at together. It never changes, so it is remembered; {@link PresentKeys} has the keys, which do. */
@ApplicationScoped
public class Contents {
  private static final int REMEMBERED = 5_000;
  @Inject Items items;
  private final Map<Long, ItemContent> known = new ConcurrentHashMap<>();

  /** By the version's id. */
  public Map<Long, ItemContent> of(Collection<Long> versionIds) {
    if (known.size() > REMEMBERED) known.clear();
    List<Long> unknown = versionIds.stream().filter(id -> !known.containsKey(id)).distinct().toList();
    Map<Long, ItemContent> found = new HashMap<>();
    items.keyed(unknown).forEach((id, item) -> found.put(id, item.version().content()));
    known.putAll(found);
    for (Long id : versionIds) found.computeIfAbsent(id, known::get);
    return found;
  }
}
