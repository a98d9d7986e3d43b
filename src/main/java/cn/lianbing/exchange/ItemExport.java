package cn.lianbing.exchange;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Gives out items with their keys, as many as a filter finds. */
@ApplicationScoped
@Transactional
public class ItemExport {
  private static final int AT_A_TIME = 500;
  @Inject Items items;
  @Inject Event<Happened> happened;

  /** What leaves is named in the log before it does; the items are read while they are written. */
  public Iterable<Items.Whole> begin(Caller caller, Items.Filter filter, ExchangeFormat format) {
    if (!caller.hasAny("EXAM_ADMIN", "TRAINER")) throw new Refused("forbidden");
    happened.fire(Happened.done(caller, "exchange.export", "item", "-", null, format.word() + " " + filter));
    Items source = items;
    return () -> new Iterator<>() {
      private final Deque<Items.Whole> read = new ArrayDeque<>();
      private int from;
      private boolean end;

      @Override
      public boolean hasNext() {
        if (read.isEmpty() && !end) {
          List<Items.Whole> next = source.wholes(filter, from, AT_A_TIME);
          from += AT_A_TIME;
          end = next.size() < AT_A_TIME;
          read.addAll(next);
        }
        return !read.isEmpty();
      }

      @Override
      public Items.Whole next() {
        if (!hasNext()) throw new NoSuchElementException();
        return read.poll();
      }
    };
  }
}
