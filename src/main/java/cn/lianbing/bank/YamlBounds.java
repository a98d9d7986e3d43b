package cn.lianbing.bank;

import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** What the library does not bound itself: depth, which would overflow the stack, and the number of nodes, which would fill the memory. */
final class YamlBounds implements Parser {
  private static final int DEEPEST = 20;
  /** Some 6,000 items. */
  private static final int MOST_EVENTS = 300_000;
  private final Parser parser;
  private int depth;
  private int events;

  YamlBounds(Parser parser) {
    this.parser = parser;
  }

  @Override
  public Event next() {
    Event event = parser.next();
    if (event instanceof CollectionStartEvent) depth++;
    else if (event instanceof CollectionEndEvent) depth--;
    if (depth > DEEPEST) throw new ParserException("nested too deeply", event.getStartMark());
    if (++events > MOST_EVENTS) throw new ParserException("too long, split the file", event.getStartMark());
    return event;
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }
}
