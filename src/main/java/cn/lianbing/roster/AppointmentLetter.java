package cn.lianbing.roster;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The letter of appointment 聘书, to print, sign and seal. */
@ApplicationScoped
@Transactional
public class AppointmentLetter {
  @PersistenceContext EntityManager store;
  @Inject Lecturers lecturers;

  /** What is printed, found first so that a refusal comes before the first byte. */
  public record Letter(Lecturers.Row lecturer, Appointment appointment, String speaksOn) {}

  /** @throws NotFound where there is no such appointment, or it is not the caller's to see */
  public Letter find(Caller caller, long appointmentId, Texts texts) {
    Appointment appointment = store.find(Appointment.class, appointmentId);
    if (appointment == null) throw new NotFound("appointment", appointmentId);
    Lecturer lecturer = lecturers.get(caller, appointment.lecturerId());
    String speaksOn = Stream.concat(lecturer.fields().stream().map(field -> texts.get("roster.field." + field)), lecturer.topics().stream()).distinct().collect(Collectors.joining("、"));
    return new Letter(lecturers.row(lecturer.id()), appointment, speaksOn);
  }

  public static void print(Letter letter, Texts texts, OutputStream out) {
    Appointment term = letter.appointment();
    try (PrintedPage page = new PrintedPage(out, texts.get("roster.letter.title"), texts.of("roster.letter.foot", term.letterNumber()), false)) {
      page.paragraph(term.letterNumber(), PrintedPage.Align.RIGHT);
      String where = Stream.of(letter.lecturer().unitName(), letter.lecturer().title()).filter(one -> one != null).collect(Collectors.joining("　"));
      page.letter(texts.of(letter.lecturer().inside() ? "roster.letter.officer" : "roster.letter.guest", letter.lecturer().name(), where));
      page.letter(texts.of(term.renewal() ? "roster.letter.renewed" : "roster.letter.appointed", Times.text(term.from()), Times.text(term.to()), letter.speaksOn()));
      page.letter(texts.get("roster.letter.duty"));
      if (term.exit() != null) page.letter(texts.of("roster.letter.ended", Times.text(term.lastDay())));
      page.signed(texts.get("ui.bureau"), Times.text(term.issuedOn()));
    }
  }
}
