package cn.lianbing.platform;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;

/** The Chinese font of pictures that the program draws: the file that printed pages embed. */
public final class PictureFont {
  private static Font found;

  private PictureFont() {}

  /** @throws Refused no-print-font where the machine has none */
  public static synchronized Font find() {
    if (found != null) return found;
    String name = PrintFont.name();
    int comma = name.lastIndexOf(',');
    try {
      Font[] faces = Font.createFonts(new File(comma < 0 ? name : name.substring(0, comma)));
      found = faces[Math.min(faces.length - 1, comma < 0 ? 0 : Integer.parseInt(name.substring(comma + 1)))];
      return found;
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException("cannot read the font " + name, e);
    }
  }
}
