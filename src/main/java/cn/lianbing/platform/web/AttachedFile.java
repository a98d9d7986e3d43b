package cn.lianbing.platform.web;

import cn.lianbing.platform.Attachment;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file that came with a form or a call; never more of it in memory than an attachment may have. */
public final class AttachedFile {
  /** One more, so that what is too large shows. */
  private static final int MOST = Attachment.MEGABYTES * 1024 * 1024 + 1;

  private AttachedFile() {}

  /** Of a page's form; null where none was chosen. @throws cn.lianbing.platform.Invalid for {@code field} */
  public static Attachment of(String field, Part file) {
    if (file == null || file.getSize() == 0) return null;
    try (InputStream in = file.getInputStream()) {
      return Attachment.of(field, file.getSubmittedFileName(), in.readNBytes(MOST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a call's form; null where there is none. @throws cn.lianbing.platform.Invalid for {@code field} */
  public static Attachment of(String field, EntityPart file) {
    if (file == null) return null;
    try (InputStream in = file.getContent()) {
      return Attachment.of(field, file.getFileName().map(AttachedFile::utf8).orElse(null), in.readNBytes(MOST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Browsers and curl send names as UTF-8, the parser reads the bytes of a header one by one. What is no UTF-8 stays as it is. */
  private static String utf8(String name) {
    if (name.chars().anyMatch(c -> c > 0xFF)) return name;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return name;
    }
  }
}
