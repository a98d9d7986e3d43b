package cn.lianbing.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** One conversation with the mail server, begun with the first letter. Letters are plain text, so nothing in them can become markup. */
final class Smtp implements AutoCloseable {
  private static final String PATIENCE_MILLIS = "15000";

  /** @param id stays the same when it is sent again, so that a mailbox that got it twice shows it once */
  record Letter(String id, String address, String name, String subject, String text, Instant at) {}

  /** It could not be sent. */
  static final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;
    /** The server will never take this letter. */
    final boolean hopeless;
    /** The server itself is not to be had: the next letter would fare no better. */
    final boolean unreachable;

    Undelivered(MessagingException cause, boolean hopeless, boolean unreachable) {
      super(cause.getMessage(), cause);
      this.hopeless = hopeless;
      this.unreachable = unreachable;
    }
  }

  private final SmtpSettings.Server server;
  private final Session session;
  private Transport transport;

  Smtp(SmtpSettings.Server server) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
  }

  void send(Letter letter) throws Undelivered {
    try {
      connect();
    } catch (MessagingException e) {
      throw new Undelivered(e, false, true);
    }
    try {
      MimeMessage message = message(letter);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) {
      throw new Undelivered(e, e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0, false);
    } catch (MessagingException e) {
      throw new Undelivered(e, false, !transport.isConnected());
    }
  }

  MimeMessage message(Letter letter) throws MessagingException {
    MimeMessage message = new MimeMessage(session) {
      @Override
      protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + letter.id() + "@" + server.from().substring(server.from().indexOf('@') + 1) + ">");
      }
    };
    message.setFrom(new InternetAddress(server.from()));
    message.setRecipient(Message.RecipientType.TO, to(letter));
    message.setSubject(line(letter.subject()), "UTF-8");
    message.setText(letter.text(), "UTF-8");
    message.setSentDate(Date.from(letter.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  @Override
  public void close() {
    try {
      if (transport != null) transport.close();
    } catch (MessagingException e) {
      // what was sent was sent
    }
  }

  private void connect() throws MessagingException {
    if (transport != null && transport.isConnected()) return;
    close();
    transport = session.getTransport(server.tls() ? "smtps" : "smtp");
    transport.connect(server.host(), server.port(), server.user(), server.password());
  }

  private static InternetAddress to(Letter letter) throws MessagingException {
    try {
      InternetAddress to = new InternetAddress(letter.address(), true);
      to.setPersonal(line(letter.name()), "UTF-8");
      return to;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is in every Java", e);
    }
  }

  /** A line break within a header would begin another. */
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
  }

  private static Properties properties(SmtpSettings.Server server) {
    Properties properties = new Properties();
    for (String protocol : new String[] {"smtp", "smtps"}) {
      properties.put("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
      properties.put("mail." + protocol + ".timeout", PATIENCE_MILLIS);
      properties.put("mail." + protocol + ".writetimeout", PATIENCE_MILLIS);
      properties.put("mail." + protocol + ".auth", String.valueOf(server.user() != null));
    }
    properties.put("mail.smtp.starttls.enable", "true");
    // A password does not cross the network in the clear.
    properties.put("mail.smtp.starttls.required", String.valueOf(server.user() != null && !loopback(server.host())));
    return properties;
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
