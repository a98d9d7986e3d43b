package cn.lianbing.bank;

import cn.lianbing.platform.Invalid;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture for an item: PNG or JPEG. Its size is read from its head before anything is unpacked, so that a small file that unpacks
 * to gigabytes is refused for a few bytes of work; then it is decoded and written anew, which leaves out everything but pixels:
 * places and names in a photograph, scripts, whatever is hung on at the end.
 */
record Picture(String type, int width, int height, byte[] content) {
  static final int MEGABYTES = 4;
  private static final int LONGEST_SIDE = 6000;
  private static final long MOST_PIXELS = 16_000_000;
  /** Wider ones are made smaller: no screen and no paper shows more. */
  private static final int SHOWN = 1600;
  private static final float QUALITY = .88f;

  /** @throws Invalid for {@code field}: {@code image.size}, {@code image.type}, {@code image.pixels} */
  static Picture of(String field, byte[] file) {
    if (file == null || file.length == 0) throw Invalid.field(field, "required");
    if (file.length > MEGABYTES * 1024 * 1024) throw Invalid.field(field, "image.size", MEGABYTES);
    boolean png = begins(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
    if (!png && !begins(file, 0xFF, 0xD8, 0xFF)) throw Invalid.field(field, "image.type");
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      BufferedImage shown = fitted(decoded(field, in, png ? "png" : "jpeg"), png);
      return new Picture(png ? "image/png" : "image/jpeg", shown.getWidth(), shown.getHeight(), written(shown, png));
    } catch (IOException | RuntimeException e) {
      if (e instanceof Invalid invalid) throw invalid;
      // The decoders answer a broken file with whatever exception comes.
      throw Invalid.field(field, "image.type");
    }
  }

  private static BufferedImage decoded(String field, ImageInputStream in, String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) throw Invalid.field(field, "image.pixels", LONGEST_SIDE, MOST_PIXELS / 1_000_000);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** No wider than is shown; a JPEG has no transparency. */
  private static BufferedImage fitted(BufferedImage image, boolean png) {
    int width = Math.min(image.getWidth(), SHOWN);
    int height = Math.max(1, (int) ((long) image.getHeight() * width / image.getWidth()));
    BufferedImage fitted = new BufferedImage(width, height, png && image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    if (!fitted.getColorModel().hasAlpha()) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
    }
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return fitted;
  }

  private static byte[] written(BufferedImage image, boolean png) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(png ? "png" : "jpeg").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (!png) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static boolean begins(byte[] file, int... magic) {
    if (file.length < magic.length) return false;
    for (int i = 0; i < magic.length; i++) if ((file[i] & 0xFF) != magic[i]) return false;
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that && type.equals(that.type) && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }
}
