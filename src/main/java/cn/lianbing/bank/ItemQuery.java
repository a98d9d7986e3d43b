package cn.lianbing.bank;

import cn.lianbing.platform.Like;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** A filter as SQL over the narrow rows of {@link ItemSearch}; only what is asked is joined. */
final class ItemQuery {
  private final StringBuilder joins = new StringBuilder();
  private final StringBuilder where = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  ItemQuery(Items.Filter filter) {
    and("s.type = ?", filter.type() == null ? null : filter.type().name());
    and("s.stage = ?", filter.stage());
    and("s.field = ?", filter.field());
    and("s.difficulty >= ?", filter.difficultyFrom());
    and("s.difficulty <= ?", filter.difficultyTo());
    topic(filter.topic());
    if (present(filter.law())) and("s.law_version_id in (select l.id from law_version l where l.law = ?)", filter.law());
    text(SearchText.terms(filter.text()));
    if (where.length() > 0) joins.append(" join item_search s on s.item_id = i.id");
    and("i.state = ?", filter.state() == null ? null : filter.state().name());
    and("i.embargoed = ?", filter.embargoed());
    if (present(filter.tag())) and("exists (select 1 from item_tag g where g.item_id = i.id and g.tag = ?)", filter.tag().strip());
  }

  private void topic(String topic) {
    if (!present(topic)) return;
    and("s.topic_id in (select t.id from topic t where t.path = ?", topic.strip());
    where.append(" or t.path like ").append(value(Like.literal(topic.strip()) + "/%")).append(")");
  }

  /** The index finds the items that have all pairs; whether they stand together, and words of one letter, the text itself says. */
  private void text(List<String> terms) {
    String grams = SearchText.query(terms);
    if (grams != null) and("match(s.grams) against (? in boolean mode)", grams);
    for (String term : terms) if (!SearchText.isGram(term)) and("s.text like ?", "%" + Like.literal(term) + "%");
  }

  private void and(String condition, Object value) {
    if (value == null || value instanceof String text && text.isBlank()) return;
    where.append(where.length() == 0 ? " where " : " and ").append(condition.replace("?", value(value)));
  }

  private String value(Object value) {
    values.add(value);
    return "?" + values.size();
  }

  /** Ids in order, each with the number of all where the condition is looked at anyway, so that this is done once. */
  String page(int from, int size) {
    return "select i.id, " + (where.length() == 0 ? "(select count(*) from item)" : "count(*) over ()") + from() + " order by i.code limit " + size + " offset " + from;
  }

  /** {@code from item i …} with its conditions. */
  String from() {
    return " from item i" + joins + where;
  }

  /** In the order of their places. */
  List<Object> values() {
    return values;
  }

  Query bind(Query query) {
    for (int i = 0; i < values.size(); i++) query.setParameter(i + 1, values.get(i));
    return query;
  }

  private static boolean present(String text) {
    return text != null && !text.isBlank();
  }
}
