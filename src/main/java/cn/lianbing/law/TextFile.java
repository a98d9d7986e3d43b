package cn.lianbing.law;

import cn.lianbing.platform.Invalid;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text file that somebody uploads, decoded. Strictly: an article with a wrong character is worse than none.
 *
 * @param encoding as people call it: UTF-8, GB18030, UTF-16
 */
public record TextFile(String text, String encoding) {
  public static final int MEGABYTES = 2;
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  /** A tag, not a title in the angle brackets that some texts have for 《》. */
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(?:[\\s/][^<>]{0,500})?>|<!DOCTYPE|<!--|<\\?xml", Pattern.CASE_INSENSITIVE);

  /** @throws Invalid for {@code file}: empty, too large, no text, in an encoding that is not known, or HTML */
  static TextFile read(byte[] file) {
    if (file.length > MEGABYTES * 1024 * 1024) throw wrong("law.size", MEGABYTES);
    TextFile decoded = decode(file);
    String text = decoded.text().replace("\r\n", "\n").replace('\r', '\n');
    if (text.isBlank()) throw wrong("law.empty");
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == '\uFFFD') throw wrong("law.broken", line(text, i));
      if (Character.isISOControl(one) && one != '\n' && one != '\t' && one != '\f') throw wrong("law.noText", line(text, i));
    }
    // Comments go, their line breaks stay, so that lines are counted as the user's editor does.
    text = COMMENT.matcher(text).replaceAll(comment -> "\n".repeat((int) comment.group().chars().filter(one -> one == '\n').count()));
    Matcher tag = TAG.matcher(text);
    if (tag.find()) throw wrong("law.html", line(text, tag.start()), tag.group().length() > 40 ? tag.group().substring(0, 40) : tag.group());
    return new TextFile(text.replace('\f', '\n'), decoded.encoding());
  }

  private static TextFile decode(byte[] file) {
    if (file.length == 0) throw wrong("law.empty");
    if (begins(file, 'P', 'K', 3, 4) || begins(file, 0xD0, 0xCF, 0x11, 0xE0) || begins(file, '%', 'P', 'D', 'F') || begins(file, '{', '\\', 'r', 't')) throw wrong("law.office");
    if (begins(file, 0xEF, 0xBB, 0xBF)) return strictly(file, 3, StandardCharsets.UTF_8, "UTF-8");
    if (begins(file, 0xFF, 0xFE)) return strictly(file, 2, StandardCharsets.UTF_16LE, "UTF-16");
    if (begins(file, 0xFE, 0xFF)) return strictly(file, 2, StandardCharsets.UTF_16BE, "UTF-16");
    for (byte one : file) if (one == 0) throw wrong("law.noText", 1);
    try {
      return new TextFile(decoded(file, 0, StandardCharsets.UTF_8), "UTF-8");
    } catch (CharacterCodingException notUtf8) {
      TextFile chinese = strictly(file, 0, GB18030, "GB18030");
      // Nearly any bytes can be read as GB18030; only Chinese text gives mostly the characters that Chinese is written in.
      long foreign = chinese.text().chars().filter(one -> one > 0x7F).count();
      long usual = chinese.text().chars().filter(one -> one >= 0x4E00 && one <= 0x9FFF || one >= 0x3000 && one <= 0x303F || one >= 0xFF00 && one <= 0xFFEF || one >= 0x2010 && one <= 0x2027).count();
      if (usual * 10 < foreign * 9 || common(chinese.text()) == 0) throw wrong("law.encoding");
      return chinese;
    }
  }

  /** No Chinese law does without these. */
  private static long common(String text) {
    return text.chars().filter(one -> "的和或第条一".indexOf(one) >= 0).count();
  }

  private static TextFile strictly(byte[] file, int from, Charset charset, String name) {
    try {
      return new TextFile(decoded(file, from, charset), name);
    } catch (CharacterCodingException e) {
      throw wrong("law.encoding");
    }
  }

  private static String decoded(byte[] file, int from, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString();
  }

  private static boolean begins(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) return false;
    return true;
  }

  private static int line(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(one -> one == '\n').count();
  }

  private static Invalid wrong(String code, Object... arguments) {
    return Invalid.field("file", code, arguments);
  }
}
