package cn.lianbing.training;

import cn.lianbing.platform.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Sessions as a calendar file (RFC 5545), times in UTC. */
public final class CalendarFile {
  /** Characters to a line: RFC 5545 counts 75 octets, and a Chinese character has three. */
  private static final int FOLD = 24;

  private CalendarFile() {}

  /** A session and how often it was changed: calendars take the higher. */
  public record Entry(TrainingSessions.Row session, int sequence) {}

  public static void write(List<Entry> entries, Instant now, Texts texts, OutputStream out) throws IOException {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Lianbing//training//ZH"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new Method(Method.VALUE_PUBLISH));
    calendar.add(new XProperty("X-WR-CALNAME", texts.get("training.calendar.name")));
    for (Entry entry : entries) calendar.add(event(entry, now, texts));
    new CalendarOutputter(false, FOLD).output(calendar, out);
  }

  private static VEvent event(Entry entry, Instant now, Texts texts) {
    TrainingSessions.Row session = entry.session();
    VEvent event = new VEvent(false);
    event.add(new Uid("training-session-" + session.id() + "@lianbing"));
    event.add(new DtStamp(now));
    event.add(new DtStart<>(session.from()));
    event.add(new DtEnd<>(session.to()));
    event.add(new Sequence(entry.sequence()));
    event.add(new Status(session.state() == TrainingSession.State.CANCELLED ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
    event.add(new Summary(oneLine(texts.get("training.form." + session.form()) + " " + session.title())));
    event.add(new Location(oneLine(session.placeUnit() + " " + session.place())));
    event.add(new Description(oneLine(texts.of("training.calendar.text", session.hostUnit(), session.lecturers() == null ? "" : session.lecturers()))));
    return event;
  }

  /** A line break in a title would begin a property of its own. ical4j escapes it; other control characters it does not. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
