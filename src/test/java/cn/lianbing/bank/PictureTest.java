package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Invalid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void what_hangs_on_at_the_end_is_left_out() throws IOException {
    byte[] picture = drawn("png", 30, 20);
    byte[] hidden = Arrays.copyOf(picture, picture.length + 30);
    System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII), 0, hidden, picture.length, 25);
    assertEquals(Picture.of("file", picture), Picture.of("file", hidden));
  }

  @Test
  void a_wide_picture_is_made_smaller() throws IOException {
    Picture picture = Picture.of("file", drawn("jpg", 3200, 1000));
    assertEquals("image/jpeg 1600 500", picture.type() + " " + picture.width() + " " + picture.height());
  }

  @Test
  void one_that_unpacks_to_too_much_is_refused_by_its_head() throws IOException {
    byte[] bomb = drawn("png", 1, 1);
    for (int at : new int[] {16, 20}) System.arraycopy(new byte[] {0, 0, (byte) 0xEA, 0x60}, 0, bomb, at, 4);
    long before = System.nanoTime();
    refuses("image.pixels", bomb);
    assertTrue(System.nanoTime() - before < 2_000_000_000L);
  }

  @Test
  void what_is_no_picture_or_broken_is_refused() throws IOException {
    refuses("image.type", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.US_ASCII));
    refuses("image.type", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
    refuses("image.type", Arrays.copyOf(drawn("png", 300, 200), 60));
    refuses("image.size", new byte[4 * 1024 * 1024 + 1]);
    refuses("required", new byte[0]);
  }

  private static void refuses(String code, byte[] file) {
    assertEquals(code, assertThrows(Invalid.class, () -> Picture.of("file", file)).violations().get(0).code());
  }

  private static byte[] drawn(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
