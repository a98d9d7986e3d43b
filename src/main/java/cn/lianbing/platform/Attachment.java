package cn.lianbing.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A file that somebody attaches as evidence or material. What it is, is told from its first bytes and not from its name; what a
 * browser would run is not taken.
 *
 * @param name as the user calls it, without a path
 */
public record Attachment(String name, String type, byte[] content) {
  public static final int MEGABYTES = 10;

  /** A kind of file and the bytes it begins with. */
  private record Kind(String type, List<String> endings, int... magic) {
    boolean is(byte[] content) {
      if (content.length < magic.length) return false;
      for (int i = 0; i < magic.length; i++) if ((content[i] & 0xFF) != magic[i]) return false;
      return true;
    }
  }

  private static final List<Kind> KINDS = List.of(
      new Kind("application/pdf", List.of("pdf"), '%', 'P', 'D', 'F', '-'),
      new Kind("image/jpeg", List.of("jpg", "jpeg"), 0xFF, 0xD8, 0xFF),
      new Kind("image/png", List.of("png"), 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
      new Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"), 'P', 'K', 3, 4),
      new Kind("application/vnd.openxmlformats-officedocument.presentationml.presentation", List.of("pptx"), 'P', 'K', 3, 4),
      new Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"), 'P', 'K', 3, 4));

  /**
   * Looks at what was sent.
   *
   * @throws Invalid for {@code field}: {@code attachment.size}, {@code attachment.type}
   */
  public static Attachment of(String field, String name, byte[] content) {
    if (content.length == 0) throw Invalid.field(field, "required");
    if (content.length > MEGABYTES * 1024 * 1024) throw Invalid.field(field, "attachment.size", MEGABYTES);
    String plain = name == null ? "file" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\"]", "").strip();
    String ending = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Kind kind = KINDS.stream().filter(one -> one.endings().contains(ending) && one.is(content)).findFirst().orElseThrow(() -> Invalid.field(field, "attachment.type"));
    int most = 140;
    String kept = plain.length() <= most ? plain : plain.substring(0, most - ending.length() - 1) + "." + ending;
    return new Attachment(kept, kind.type(), content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attachment that && name.equals(that.name) && type.equals(that.type) && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return name;
  }
}
