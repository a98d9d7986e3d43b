package cn.lianbing.paper;

import cn.lianbing.bank.TopicMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Blueprints and forms that name a topic go on naming it when it has another path. Frozen pools hold versions and need no name. */
@ApplicationScoped
@Transactional
public class MovedTopics {
  @PersistenceContext EntityManager store;

  void follow(@Observes TopicMoved change) {
    for (Blueprint one : store.createQuery("select b from Blueprint b", Blueprint.class).getResultList()) one.follow(lines(one.lines(), change), demands(one.demands(), change));
    for (FormSet one : store.createQuery("select s from FormSet s where s.state <> cn.lianbing.paper.FormSet.State.WITHDRAWN", FormSet.class).getResultList()) {
      FormSet.Content is = one.content();
      one.follow(new FormSet.Content(lines(is.lines(), change), demands(is.demands(), change), is.disjoint(), is.forms()));
    }
  }

  private static List<Line> lines(List<Line> lines, TopicMoved change) {
    return lines.stream().map(one -> new Line(change.of(one.topic()), one.type(), one.difficultyFrom(), one.difficultyTo(), one.count(), one.marks())).toList();
  }

  private static Demands demands(Demands demands, TopicMoved change) {
    return new Demands(demands.bounds().stream().map(one -> one.dimension() == Bound.Dimension.TOPIC ? new Bound(one.dimension(), change.of(one.value()), one.min(), one.max()) : one).toList(), demands.targetDifficulty(), demands.spread(), demands.exposureLimit());
  }
}
