package cn.lianbing.competition.award;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of an award there are. Awards by place are given from the first down; whoever shares the last place of an award gets it too, and
 * those who got it more are fewer of the next.
 */
public record Quota(Award.Code code, int count) implements Serializable {
  @JsonbCreator
  public Quota {
    if (code == null) throw Invalid.field("code", "required");
    if (count < 0 || count > 1000) throw Invalid.field("count", "competition.number", 0, 1000);
  }

  /** @param ranks in order, without those who have no place. @return for each, its award; shorter than ranks where awards end */
  static List<Award.Code> deal(List<Integer> ranks, List<Quota> quotas) {
    List<Award.Code> dealt = new ArrayList<>();
    int end = 0;
    for (Quota quota : quotas) {
      if (quota.code() == Award.Code.ORGANISATION) continue;
      end += quota.count();
      while (dealt.size() < ranks.size() && quota.count() > 0 && (dealt.size() < end || !dealt.isEmpty() && dealt.get(dealt.size() - 1) == quota.code() && ranks.get(dealt.size()).equals(ranks.get(dealt.size() - 1)))) dealt.add(quota.code());
    }
    return dealt;
  }
}
