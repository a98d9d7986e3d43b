package cn.lianbing.platform.web;

import cn.lianbing.platform.Invalid;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An upload between the two steps of an import, looking and storing. It lies on disk: in the session it would travel to the other node with every click. */
public class KeptUpload implements Serializable {
  private static final long serialVersionUID = 1L;
  private String name;
  private String path;

  /** @throws Invalid for {@code file} where none was chosen */
  public void keep(Part file) {
    drop();
    if (file == null || file.getSize() == 0) throw Invalid.field("file", "required");
    try (InputStream in = file.getInputStream()) {
      Path kept = Files.createTempFile("lianbing-import-", ".upload");
      name = file.getSubmittedFileName();
      path = kept.toString();
      Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws Invalid for {@code file} where it is no longer there: it lies on another node, or was dropped */
  public byte[] bytes() {
    if (path == null) throw Invalid.field("file", "file.gone");
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (NoSuchFileException e) {
      throw Invalid.field("file", "file.gone");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void drop() {
    if (path == null) return;
    try {
      Files.deleteIfExists(Path.of(path));
    } catch (IOException e) {
      // then the system clears it away with its other temporary files
    }
    path = null;
  }

  /** As the user calls it; it stays after {@link #drop}. */
  public String name() {
    return name;
  }
}
