package cn.lianbing.credit;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/** What an officer has earned in a year, in hundredths, by bucket; a bucket without entries has nothing. */
public record Balance(Map<Bucket, Integer> earned) implements Serializable {
  public Balance {
    EnumMap<Bucket, Integer> all = new EnumMap<>(Bucket.class);
    for (Bucket bucket : Bucket.values()) all.put(bucket, earned.getOrDefault(bucket, 0));
    earned = Map.copyOf(all);
  }

  public int in(Bucket bucket) {
    return earned.get(bucket);
  }
}
