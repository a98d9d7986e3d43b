package cn.lianbing.platform;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chinese font of printed pages; a PDF embeds what it uses of it. No artifact with such a font is to be had, so it is the
 * machine's own: LIANBING_FONT, or the first found of those that Debian, Windows and macOS install.
 */
final class PrintFont {
  /** The number after the comma is the face in a collection: 2 is simplified Chinese in Noto's. */
  private static final List<String> KNOWN = List.of(
      "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,2", "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
      "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0", "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc,0", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
      "C:/Windows/Fonts/msyh.ttc,0", "C:/Windows/Fonts/simhei.ttf", "C:/Windows/Fonts/simsun.ttc,0", "/System/Library/Fonts/STHeiti Medium.ttc,0", "/Library/Fonts/Arial Unicode.ttf");

  private PrintFont() {}

  /** @throws Refused no-print-font where the machine has none; says what to install */
  static BaseFont find() {
    String name = name();
    try {
      // BaseFont keeps what it has read: the second page does not read the file again
      return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    } catch (DocumentException | IOException e) {
      throw new IllegalStateException("cannot read the font " + name, e);
    }
  }

  /** Its file, and after a comma the face where it is a collection. @throws Refused no-print-font */
  static String name() {
    return Stream.concat(Optional.ofNullable(System.getProperty("lianbing.font")).stream(), KNOWN.stream()).filter(PrintFont::exists).findFirst().orElseThrow(() -> new Refused("no-print-font"));
  }

  private static boolean exists(String name) {
    return Files.isReadable(Path.of(name.replaceFirst(",\\d+$", "")));
  }
}
